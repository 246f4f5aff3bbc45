"""A build on a Dask cluster, by a process: `python -m tests.pipeline.on_dask ADDRESS FOLDER ENGINE [PATIENCE [CONNECTING]]`.

Client and event loop live in threads, beside which other tests could not fork. Prints the outcomes, or the error.
"""

import sys
from pathlib import Path

from generator import workers
from generator.errors import BriefsError
from generator.pipeline import refresh, unheard
from generator.settings import Settings
from generator.workers import cluster
from tests.pipeline.engines import STEADY, slow, unlucky, wayward


def main(address: str, folder: str, engine: str, patience: str = "60", connecting: str = "10") -> None:
    root = Path(folder)
    engines = {"steady": STEADY, "wayward": wayward(), "unlucky": unlucky(root.parent), "slow": slow()}
    cluster.MISSING = float(patience)
    cluster.CONNECTING = int(connecting)
    try:
        with workers.dask(address) as crew:
            settings = Settings(root, root / "articles", root / "briefs")
            for outcome in refresh(settings, unheard, engines[engine], crew=crew):
                print(outcome)
    except BriefsError as error:
        sys.exit(f"error: {error}")


if __name__ == "__main__":
    main(*sys.argv[1:])

"""Compiles the templates of the theme once, as `compileall` does the modules: else each build does it, 0.1 s of CPU time.

python -m scripts.compile_templates
"""

import sys

from generator.building.kept_templates import keep_templates
from generator.host_filters import FILTERS


def main() -> int:
    """The compilation; where its result cannot be kept, builds compile for themselves."""
    try:
        print(f"{keep_templates(FILTERS)} templates compiled")
    except OSError as error:
        print(f"the templates' code cannot be kept ({error.strerror}); each build compiles them", file=sys.stderr)
    return 0


if __name__ == "__main__":
    sys.exit(main())

"""Builds the project's site with MkDocs and with ProperDocs, its continuation, and compares what they wrote.

    python scripts/compare_hosts.py [PROJECT]

Both build in copies of the project, strictly, each twice: once from nothing and once upon its own last build. Exit status 1
where a build fails or any two of the four sites differ; the differing files are named. `make properdocs` runs it.
"""

import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

HOSTS = ("mkdocs", "properdocs")
COPIED = ("mkdocs.yml", "content", "overrides")


def main() -> int:
    """The comparison."""
    project = Path(sys.argv[1] if len(sys.argv) > 1 else ".").resolve()
    with tempfile.TemporaryDirectory() as scratch:
        sites = [site for host in HOSTS for site in built(project, Path(scratch) / host, host)]
    first = sites[0]
    wrong = sorted({name for site in sites for name in differences(first, site)})
    for name in wrong:
        print(f"differs: {name}")
    print(f"{len(first)} files, {len(sites)} builds: {f'{len(wrong)} files differ' if wrong else 'the same bytes'}")
    return 1 if wrong else 0


def built(project: Path, folder: Path, host: str) -> list[dict[str, bytes]]:
    """The files of the site that `host` builds of a copy of the project in `folder`: from nothing, and once more."""
    folder.mkdir()
    for name in COPIED:
        given = project / name
        if given.is_dir():
            shutil.copytree(given, folder / name)
        elif given.exists():
            shutil.copy(given, folder / name)
    return [built_once(folder, host), built_once(folder, host)]


def built_once(folder: Path, host: str) -> dict[str, bytes]:
    """The files of the site after one build. Ends the program where the build fails."""
    command = [sys.executable, "-m", host, "build", "--quiet", "--strict", "--config-file", "mkdocs.yml"]
    if subprocess.run(command, cwd=folder, check=False).returncode:
        sys.exit(f"{host} failed")
    return tree(folder / "site")


def tree(folder: Path) -> dict[str, bytes]:
    """Every file below a folder by its name, with its bytes."""
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def differences(one: dict[str, bytes], other: dict[str, bytes]) -> list[str]:
    """The names of the files that only one has, or that differ."""
    return [name for name in one.keys() | other.keys() if one.get(name) != other.get(name)]


if __name__ == "__main__":
    sys.exit(main())

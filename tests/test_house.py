"""The shape of the code itself: what ARCHITECTURE.md and CONTRIBUTING.md promise about it."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
MODULES = sorted((ROOT / "generator").rglob("*.py"))
TREES = {path: ast.parse(path.read_text(encoding="utf-8")) for path in MODULES}
DISK = re.compile(r"\b(?:open|read_bytes|read_text|write_bytes|write_text|scandir|mkdir|unlink|mkstemp)\(")
NETWORK = {"socket", "urllib.request", "http", "requests", "urllib3", "asyncio", "subprocess", "pickle", "random", "secrets"}
OPTIONAL = {"generator/workers/cluster.py": {"distributed"}, "generator/publish/cards.py": {"PIL"}}
ANSWERING = {"generator/preview/answering.py": {"http"}, "generator/preview/server.py": {"socket"}}
"""The preview answers the browser of the person who writes; it asks nobody."""


def imports(tree: ast.AST) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield node.module or ""
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def named(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def functions(tree: ast.AST) -> Iterator[ast.FunctionDef]:
    return (node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef))


@pytest.mark.parametrize("path", MODULES, ids=named)
def test_files_and_functions_are_short(path: Path) -> None:
    assert len(path.read_text(encoding="utf-8").splitlines()) <= 350
    assert [node.name for node in functions(TREES[path]) if (node.end_lineno or 0) - node.lineno >= 40] == []


@pytest.mark.parametrize("path", MODULES, ids=named)
def test_modules_are_named_for_a_concept(path: Path) -> None:
    assert path.stem not in {"util", "utils", "helper", "helpers", "common", "core", "misc", "manager", "handler", "processor"}


def test_only_the_plugin_knows_the_host() -> None:
    hosts = [named(path) for path, tree in TREES.items() if any(name.split(".")[0] == "mkdocs" for name in imports(tree))]

    assert hosts
    assert all(host.startswith("generator/plugin/") or host == "generator/host_filters.py" for host in hosts)


def test_only_the_store_touches_the_disk() -> None:
    touching = [named(path) for path in MODULES if reads_or_writes(path)]

    assert touching
    assert all(name.startswith("generator/store/") for name in touching)


def reads_or_writes(path: Path) -> bool:
    """Reading what a package ships, through importlib, is not touching the disk."""
    text = path.read_text(encoding="utf-8")
    packaged = any(name.startswith(("importlib.resources", "importlib.metadata")) for name in imports(TREES[path]))
    return bool(DISK.search(re.sub(r"\.read_(?:text|bytes)\(", "", text) if packaged else text))


@pytest.mark.parametrize("path", MODULES, ids=named)
def test_nothing_asks_the_network_or_chance(path: Path) -> None:
    assert NETWORK.intersection(imports(TREES[path])) <= ANSWERING.get(named(path), set())


@pytest.mark.parametrize("path", MODULES, ids=named)
def test_no_import_hides_inside_a_function_but_an_optional_extra(path: Path) -> None:
    late = [name for node in functions(TREES[path]) for name in imports(node)]

    assert {name.split(".")[0] for name in late} <= OPTIONAL.get(named(path), set())


def test_optional_extras_are_known_in_one_place_each() -> None:
    for place, names in OPTIONAL.items():
        found = {named(path) for path, tree in TREES.items() if names & {name.split(".")[0] for name in imports(tree)}}
        assert found == {place}


@pytest.mark.parametrize("path", MODULES, ids=named)
def test_values_are_frozen(path: Path) -> None:
    classes = [node for node in ast.walk(TREES[path]) if isinstance(node, ast.ClassDef) and not node.name.startswith("_")]
    thawed = [
        node.name
        for node in classes
        for decorator in node.decorator_list
        if "dataclass" in ast.unparse(decorator) and "frozen=True" not in ast.unparse(decorator)
    ]

    assert thawed == []


@pytest.mark.parametrize("path", MODULES, ids=named)
def test_tables_are_data_not_code(path: Path) -> None:
    long = [
        node.lineno
        for node in ast.walk(TREES[path])
        if (isinstance(node, ast.Dict) and len(node.keys) > 30)
        or (isinstance(node, ast.List | ast.Set | ast.Tuple) and len(node.elts) > 30)
    ]

    assert long == []


def test_templates_escape() -> None:
    templates = sorted((ROOT / "themes").rglob("*.html"))
    trusting = {named(path): path.read_text(encoding="utf-8").count("|safe") for path in templates}

    assert templates
    assert sum(trusting.values()) <= 3, trusting


def test_the_project_speaks_of_itself_alone() -> None:
    foreign = re.compile(r"/(?:work|root|home)/|pypi\.org|pythonhosted|registry\.npmjs", re.IGNORECASE)
    texts = [*ROOT.glob("*.md"), *ROOT.glob("*.toml"), *ROOT.glob("requirements/*.txt"), *MODULES, ROOT / "Makefile"]

    assert [named(path) for path in texts if foreign.search(path.read_text(encoding="utf-8"))] == []

"""Templates that were compiled before say what they say when they are compiled anew."""

from pathlib import Path

import jinja2
import pytest

from generator.building import kept_templates
from generator.building.kept_templates import keep_templates, page_environment
from generator.host_filters import FILTERS
from generator.store import template_code


@pytest.fixture
def file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where the code is kept meanwhile."""
    path = tmp_path / "__pycache__" / "templates"
    monkeypatch.setattr(template_code, "_FILE", path)
    kept_templates._kept.cache_clear()
    monkeypatch.setattr(jinja2.Environment, "compile", _counted(jinja2.Environment.compile))
    yield path
    kept_templates._kept.cache_clear()


COMPILED: list[str] = []


def _counted(compiling):  # type: ignore[no-untyped-def]
    def compile_one(self, source, name=None, *rest, **named):  # type: ignore[no-untyped-def]
        COMPILED.append(name)
        return compiling(self, source, name, *rest, **named)

    return compile_one


def _compiled_for(templates: dict[str, str], *names: str) -> list[str]:
    COMPILED.clear()
    env = page_environment(templates, FILTERS)
    for name in names:
        env.get_template(name)
    return list(COMPILED)


def test_what_was_kept_is_not_compiled_again(file: Path) -> None:
    templates = template_code.sources()
    assert _compiled_for(templates, "brief.html") == ["brief.html"]
    kept_templates._kept.cache_clear()

    assert keep_templates(FILTERS) == len(templates)
    assert _compiled_for(templates, *templates) == []


def test_a_template_of_a_persons_is_compiled(file: Path) -> None:
    keep_templates(FILTERS)
    own = template_code.sources() | {"brief.html": "Mine.", "mine.html": "{{ 1 }}"}
    assert _compiled_for(own, "brief.html", "mine.html", "base.html") == ["brief.html", "mine.html"]
    assert page_environment(own, FILTERS).get_template("brief.html").render() == "Mine."


@pytest.mark.parametrize("content", [b"", b"nonsense", b"\xe9\x02\x00", b"i\x01\x00\x00\x00"])
def test_a_damaged_file_counts_as_none(file: Path, content: bytes) -> None:
    file.parent.mkdir()
    file.write_bytes(content)
    assert _compiled_for(template_code.sources(), "base.html") == ["base.html"]


def test_code_of_another_version_counts_as_none(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    keep_templates(FILTERS)
    monkeypatch.setattr(jinja2, "__version__", "0.0")
    assert _compiled_for(template_code.sources(), "base.html") == ["base.html"]


def test_the_code_is_that_of_compiling_anew(file: Path) -> None:
    keep_templates(FILTERS)
    env = page_environment({}, FILTERS)
    keys = kept_templates.KeptTemplates()
    found = template_code.kept(kept_templates._version())
    for name, source in template_code.sources().items():
        assert found[keys.get_cache_key(name)][1] == env.compile(source, name)

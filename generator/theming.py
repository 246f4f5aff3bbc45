"""What a theme ships besides templates, and the settings under `theme:` that change it: the words and the accent colour.

A file in `theme.custom_dir` stands before ours of the same name; strings.yml is laid over ours, language by language and word
by word. Files are found by Jinja's loader, as templates are.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

import jinja2
import yaml

from generator.publish.colour import accent_rules
from generator.publish.interface import Interface, interface, laid_over

STRINGS, STYLE_SHEET = "strings.yml", "css/brief.css"

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@dataclass(frozen=True, slots=True)
class Theme:
    """The words of the interface, and the style sheet where it is not the theme's own.

    The accent stands in the one style sheet: a file of its own would cost each first visit a request, and no
    style may stand inline.
    """

    say: Interface
    style_sheet: str | None


def theme(folders: Sequence[str], language: str | None = None, accent: str | None = None) -> Theme:
    """The theme in `folders`, the foremost first. Raises ValueError for a language, a colour or a file that cannot be used."""
    strings: dict[str, object] = {}
    for folder in reversed(folders):
        strings = laid_over(_read_strings(folder), strings)
    style_sheet = f"{_file(folders, STYLE_SHEET)}\n{accent_rules(accent)}" if accent else None
    return Theme(interface(language or "en", strings), style_sheet)


def _read_strings(folder: str) -> dict[str, object]:
    return _strings_in(_file([folder], STRINGS))


@lru_cache(maxsize=4)
def _strings_in(text: str) -> dict[str, object]:
    """The words by language; kept, for a preview asks at each build, and read by libyaml where it is: 6 ms, not 70."""
    try:
        strings = yaml.load(text, Loader=_LOADER) or {}  # noqa: S506
    except yaml.YAMLError as error:
        raise ValueError(f"{STRINGS} of the theme is no YAML: {error}") from error
    if not isinstance(strings, dict) or not all(isinstance(words, dict) for words in strings.values()):
        raise ValueError(f"{STRINGS} of the theme holds no words by language; expected, for example, 'en: {{skip: …}}'")
    return strings


def _file(folders: Sequence[str], name: str) -> str:
    """The text of a file, or nothing where none of `folders` has it."""
    loader = jinja2.FileSystemLoader(folders)
    try:
        return loader.get_source(jinja2.Environment(autoescape=True), name)[0]
    except jinja2.TemplateNotFound:
        return ""

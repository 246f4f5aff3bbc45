"""The YAML front matter of a Markdown source: between a first line `---` and the next line `---` or `...`.

    title | headline        author | authors | byline       published | date        url | link | canonical_url | source
    language | lang         standfirst | subtitle | deck

Values are read as the strings they are written as (a date stays "2021-02-30" until `dates` refuses it), the authors may be a
list. Other keys are passed over. Aliases are refused, since they can grow without bound; beyond 16 kB no end is looked for.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

import yaml

from generator.errors import Refused

_LONGEST = 16_000
_DEEPEST = 20
_FENCED = re.compile(r"---[ \t]*\n")
_END = re.compile(r"^(?:---|\.\.\.)[ \t]*$", re.MULTILINE)
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """The keys at the top level and their values, each a tuple of strings; and where the body starts."""

    values: dict[str, tuple[str, ...]]
    body: int

    def first(self, *keys: str) -> str | None:
        """The first value of the first of `keys` that has one."""
        return next((value.strip() for key in keys for value in self.values.get(key, ())[:1] if value.strip()), None)

    def all(self, *keys: str) -> tuple[str, ...]:
        """All values of the first of `keys` that has any."""
        return next((self.values[key] for key in keys if self.values.get(key)), ())


def front_matter_of(text: str) -> FrontMatter:
    """The front matter at the start of `text`; empty where it has none. Raises Refused where it is no YAML of this kind."""
    opening = _FENCED.match(text)
    end = _END.search(text, opening.end(), opening.end() + _LONGEST) if opening else None
    if opening is None or end is None:
        return FrontMatter({}, 0)
    try:
        return FrontMatter(_values(text[opening.end() : end.start()]), end.end())
    except yaml.MarkedYAMLError as fault:
        line = fault.problem_mark.line + 2 if fault.problem_mark else 1
        raise Refused(f"its front matter is not YAML (line {line})") from fault
    except (yaml.YAMLError, ValueError, RecursionError) as fault:
        raise Refused("its front matter is not YAML") from fault


def _values(source: str) -> dict[str, tuple[str, ...]]:
    """The scalars at the top level, and one level below it, by the key they belong to."""
    found: dict[str, tuple[str, ...]] = {}
    key: str | None = None
    for depth, event in _events(source):
        if depth == 1 and isinstance(event, yaml.ScalarEvent):
            if key is not None:
                found.setdefault(key, (event.value,))
            key = event.value.strip().lower() if key is None else None
        elif depth == 2 and isinstance(event, yaml.ScalarEvent) and key is not None:
            found[key] = (*found.get(key, ()), event.value)
        elif depth == 1 and isinstance(event, yaml.CollectionEndEvent):
            key = None
    return found


def _events(source: str) -> Iterator[tuple[int, yaml.Event]]:
    """YAML's events with the number of collections they stand in; an end belongs to the depth around its collection."""
    depth = 0
    for event in yaml.parse(source, Loader=_LOADER):
        if isinstance(event, yaml.AliasEvent):
            raise Refused("its front matter uses a YAML alias")
        if isinstance(event, yaml.CollectionEndEvent):
            depth -= 1
        yield depth, event
        if isinstance(event, yaml.CollectionStartEvent):
            depth += 1
        if depth > _DEEPEST:
            raise Refused(f"its front matter nests more than {_DEEPEST} levels deep")

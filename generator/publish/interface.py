"""What the theme itself says, in the language of the interface; the words are those of the theme's `strings.yml`.

    say["skip"]                     a message as it stands
    say("briefs", n=3)              a message with its values filled in; one that follows a number takes the form for `n`
    say("formulas.smog_index")      one of several, by its name
    say.number(1234.5)              a number as the language writes it

Plural forms, numbers and months are the Unicode CLDR's, by Babel. What a language leaves out is said in English, part by part.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from math import floor
from typing import Any

from babel import Locale, UnknownLocaleError
from babel.numbers import format_decimal

from generator.model import Readability
from generator.publish.reading import direction, middle_grade

_PLURAL_FORMS = frozenset({"zero", "one", "two", "few", "many", "other"})
_FALLBACK = "en"


@dataclass(frozen=True, eq=False)
class Interface:
    """The messages of one language, by name, and how it writes dates and numbers; equal to itself alone."""

    language: str
    locale: Locale
    messages: Mapping[str, Any]

    def __post_init__(self) -> None:
        # A template asks for an attribute first, and one that is not there costs it more than all the rest of looking up.
        for name, message in self.messages.items():
            if not hasattr(self, name):
                object.__setattr__(self, name, message)

    @property
    def direction(self) -> str:
        """Which way its script runs: "ltr" or "rtl"."""
        return direction(self.language)

    def __getitem__(self, name: str) -> Any:
        """A message as it stands, or several under one name. Raises KeyError where there is none."""
        found: Any = self.messages
        for part in name.split("."):
            found = found[part]
        return found

    def __call__(self, name: str, /, n: float | None = None, **values: object) -> str:
        """The message of that name with its values; `n` also chooses the form and is written as a number."""
        message = self.messages[name] if name in self.messages else self[name]
        if isinstance(message, Mapping) and n is not None:
            message = message.get(_form(n, self), message["other"])
        filled: str = message.format(**values) if n is None else message.format(n=self.number(n), **values)
        return filled

    def number(self, value: float, digits: int = 0) -> str:
        """`value` with so many digits after the point, as the language writes numbers."""
        return _written(value or 0, digits, self)


# Babel reads the pattern anew for each number: a page of a brief has some ninety, and most are small. To hash a locale takes as
# long as all the rest of finding one again, to hash an interface nothing.
@lru_cache(maxsize=4096)
def _written(value: float, digits: int, say: Interface) -> str:
    return format_decimal(value, "#,##0" + ("." + "0" * digits if digits else ""), locale=say.locale)


@lru_cache(maxsize=4096)
def _form(number: float, say: Interface) -> str:
    return str(say.locale.plural_form(number))


def interface(language: str, strings: Mapping[str, Any]) -> Interface:
    """The interface in `language`, a BCP 47 tag, from the contents of strings.yml. Raises ValueError where no locale fits."""
    primary = language.partition("-")[0]
    own = strings.get(language) or strings.get(primary) or {}
    messages = laid_over(own, strings[_FALLBACK])
    name = own.get("locale", language.replace("-", "_"))
    try:
        return Interface(language, Locale.parse(name), messages)
    except UnknownLocaleError:
        raise ValueError(f"no calendar is known for the language {language}; give it a 'locale' in strings.yml") from None


def laid_over(own: Mapping[str, Any], below: Mapping[str, Any]) -> dict[str, Any]:
    """`below` with what `own` says in its place; the forms of one plural are never mixed."""
    merged = dict(below)
    for name, value in own.items():
        under = below.get(name)
        plural = isinstance(value, Mapping) and set(value) <= _PLURAL_FORMS
        both = isinstance(value, Mapping) and isinstance(under, Mapping) and not plural
        merged[name] = laid_over(value, under or {}) if both else value
    return merged


def grade_in_words(readability: Readability, say: Interface) -> str:
    """The school grade of a text: in the brief's own words where the interface speaks English, else from its figures."""
    middle = middle_grade(readability)
    if say.language.partition("-")[0] == _FALLBACK or middle is None:
        return readability.grade or ""
    grade = floor(middle + 0.5)
    if grade > 12:
        return str(say["grade_university"])
    return say("grade_school", n=grade, low=grade + 5, high=grade + 6) if grade > 2 else str(say["grade_early"])

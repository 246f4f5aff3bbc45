"""The tokens of one matched expression, asked for by class."""

from dataclasses import dataclass, replace

from generator.text.timex.lexicon import Lexicon
from generator.text.timex.tokens import Token

MONTHS = ("MONTH", "MAYBE_MONTH", "MONTH_SHORT")
WEEKDAYS = ("WEEKDAY", "WEEKDAY_SHORT")
YEARS = ("YEAR", "OLD_YEAR", "SHORT_YEAR", "FISCAL_YEAR")
PARTS = ("PARTDAY", "NIGHT")


@dataclass(frozen=True, slots=True)
class Words:
    """The tokens of an expression. A class without words raises KeyError."""

    tokens: tuple[Token, ...]
    lexicon: Lexicon

    def first(self, *names: str) -> Token | None:
        """The first token of any of these classes."""
        symbols = "".join(self.lexicon.classes[name] for name in names)
        return next((token for token in self.tokens if token.symbol in symbols), None)

    def has(self, *names: str) -> bool:
        """Whether there is any."""
        return self.first(*names) is not None

    def value(self, *names: str) -> str:
        """The value of the first of them, empty without one."""
        token = self.first(*names)
        return token.value if token is not None else ""

    def number(self, *names: str) -> int:
        """The value of the first of them as a number, 0 without one."""
        value = self.value(*names)
        return int(value) if value.isdigit() else 0

    def after(self, *names: str) -> "Words":
        """What follows the last token of these classes."""
        symbols = "".join(self.lexicon.classes[name] for name in names)
        last = max(at for at, token in enumerate(self.tokens) if token.symbol in symbols)
        return replace(self, tokens=self.tokens[last + 1 :])

    def without(self, token: Token | None) -> "Words":
        """The others."""
        return replace(self, tokens=tuple(one for one in self.tokens if one is not token))

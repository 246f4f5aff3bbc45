"""Templates that escape numbers and harmless texts for less.

What Jinja's own code does with each value that a template shows wraps it anew as safe text, although the pieces are only joined
afterwards. A page of a brief shows some 900 values, most of them short texts and numbers.
"""

import re
from collections.abc import Callable, MutableMapping
from types import CodeType
from typing import Any, cast

import jinja2
from markupsafe import escape

_MARKS = re.compile("[&<>\"']")


def written(value: object) -> str:
    """A value as it stands in HTML, as `markupsafe.escape` has it; text that may be put together with other such text only."""
    kind = type(value)
    if kind is str:
        text = cast(str, value)
        return escape(text) if _MARKS.search(text) else text
    return str(value) if kind is int or kind is float else escape(value)


class QuickTemplate(jinja2.Template):
    """A template whose compiled code escapes by `written`."""

    @classmethod
    def from_code(
        cls,
        environment: jinja2.Environment,
        code: CodeType,
        globals: MutableMapping[str, Any],
        uptodate: Callable[[], bool] | None = None,
    ) -> jinja2.Template:
        """As Jinja's own, which imports the name `escape` into the namespace of the code."""
        template = super().from_code(environment, code, globals, uptodate)
        template.root_render_func.__globals__["escape"] = written
        return template


class QuickEnvironment(jinja2.Environment):
    """An environment of such templates."""

    template_class = QuickTemplate

"""Templates that say the same as Jinja's own for less.

    written         numbers and harmless texts are not wrapped as safe text, for the pieces are only joined afterwards
    QuickCode       what a block or a template says is gathered and handed on as one text, not piece by piece through each
                    template that it stands in
    QuickContext    of what is called, it is asked once a kind whether it wants to know the context
    globals         are the environment's: Jinja lists anew for each include which of them a template has of its own

A page of a brief shows some 700 values, most of them short texts and numbers, of which 170 are called for.
"""

import re
from collections.abc import Callable, Iterable, Iterator, MutableMapping
from functools import cached_property, lru_cache
from types import CodeType
from typing import Any

import jinja2
from jinja2 import nodes
from jinja2.compiler import CodeGenerator, Frame
from jinja2.runtime import Context
from markupsafe import Markup, escape

_MARKS = re.compile("[&<>\"']")
_WANTS = "jinja_pass_arg"
"""The attribute of what wants to be given the context or the environment."""


def written(value: object) -> str:
    """A value as it stands in HTML, as `markupsafe.escape` has it; text that may be put together with other such text only."""
    kind = type(value)
    if type(value) is str:
        return escape(value) if _MARKS.search(value) else value
    if type(value) is Markup:
        return value
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


class QuickCode(CodeGenerator):
    """Code that gathers what a block or a template says before it yields it."""

    def blockvisit(self, inside: Iterable[nodes.Node], frame: Frame) -> None:
        """The code of what stands in `frame`; frames within it gather where it does."""
        if frame.buffer is not None:
            super().blockvisit(inside, frame)
            return
        self.buffer(frame)
        super().blockvisit(inside, frame)
        self._yield_gathered(frame)

    def visit_Include(self, node: nodes.Include, frame: Frame) -> None:  # noqa: N802 - Jinja's name
        """The code of an include. Without context Jinja's own yields what it says at once: what was said before goes first."""
        if not node.with_context:
            self._yield_gathered(frame)
        super().visit_Include(node, frame)

    def _yield_gathered(self, frame: Frame) -> None:
        self.writeline(f"yield concat({frame.buffer})")
        self.writeline(f"{frame.buffer}.clear()")


class QuickContext(Context):
    """A context that calls what wants nothing of it without further questions."""

    def __init__(
        self,
        environment: jinja2.Environment,
        parent: dict[str, Any],
        name: str | None,
        blocks: dict[str, Callable[[Context], Iterator[str]]],
        globals: MutableMapping[str, Any] | None = None,
    ) -> None:
        super().__init__(environment, parent, name, blocks)

    def call(__self, __obj: Any, *args: Any, **kwargs: Any) -> Any:  # noqa: N805 - names that no argument has
        """As Jinja's own."""
        if _is_asking(type(__obj)) or hasattr(__obj, _WANTS):  # type: ignore[arg-type]  # a class can be hashed
            return super().call(__obj, *args, **kwargs)
        kwargs.pop("_block_vars", None)
        kwargs.pop("_loop_vars", None)
        return __obj(*args, **kwargs)


@lru_cache(maxsize=256)
def _is_asking(kind: type) -> bool:
    """Whether all objects of that class want something where they are called; one that does not may still want it by itself."""
    return hasattr(getattr(kind, "__call__"), _WANTS)  # noqa: B004, B009 - the class's own, which is no call of the class


class QuickEnvironment(jinja2.Environment):
    """An environment of such templates; they have its globals, none of their own, and do not change once they are loaded."""

    template_class = QuickTemplate
    code_generator_class = QuickCode
    context_class = QuickContext

    @cached_property
    def _loaded(self) -> dict[str, jinja2.Template]:
        return {}

    def make_globals(self, d: MutableMapping[str, Any] | None) -> MutableMapping[str, Any]:
        """The environment's globals."""
        return self.globals

    def get_template(
        self, name: str | jinja2.Template, parent: str | None = None, globals: MutableMapping[str, Any] | None = None
    ) -> jinja2.Template:
        """As Jinja's own."""
        if not isinstance(name, str):
            return name
        if name not in self._loaded:
            self._loaded[name] = super().get_template(name)
        return self._loaded[name]

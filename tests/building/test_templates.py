from functools import partial

import jinja2
import pytest
from hypothesis import given
from hypothesis import strategies as st
from jinja2.runtime import Context
from markupsafe import Markup, escape

from generator.building.templates import QuickEnvironment, written

VALUES = st.text(st.sampled_from("ab<>&\"' é抖")) | st.integers() | st.floats() | st.booleans() | st.none()
TEMPLATE = (
    "{% macro of(it) %}<b>{{ it }}</b>{% endmacro %}{{ of(one) }}{{ two }}{% set three %}{{ one }}<i>{% endset %}{{ three }}"
)


@given(VALUES | st.text().map(Markup))
def test_what_is_written_is_what_is_escaped(value: object) -> None:
    assert written(value) == escape(value)


@given(VALUES, VALUES)
def test_a_page_is_the_same_as_that_of_an_environment_of_jinjas_own(one: object, two: object) -> None:
    pages = [
        kind(autoescape=True).from_string(TEMPLATE).render(one=one, two=two) for kind in (jinja2.Environment, QuickEnvironment)
    ]

    assert pages[0] == pages[1]


WHOLE = {
    "base.html": "<{% block kind %}page{% endblock %}>{% block body %}{{ one }}{% endblock %}{% include 'foot.html' %}.",
    "page.html": (
        "{% extends 'base.html' %}{% from 'of.html' import of %}{% set three = of(one) %}{% block kind %}own{% endblock %}"
        "{% block body %}[{{ super() }}{% for it in rows %}{% include 'row.html' %}{{ of(it) }}{% else %}-{% endfor %}"
        "{{ self.kind() }}{% call of(three) %}{{ two }}{% endcall %}{% filter upper %}{{ two }}x{% endfilter %}]{% endblock %}"
    ),
    "of.html": "{% macro of(it) %}<b>{{ it }}{{ caller() if caller }}</b>{% endmacro %}",
    "row.html": "{{ loop.index if loop }}{{ it }}{% set two = it %}{{ two }};",
    "foot.html": "{{ one }}{% include 'still.html' without context %}{{ two }}{% include 'none.html' ignore missing %}",
    "still.html": "<{{ one }}{{ given }}>",
}


@given(VALUES, VALUES, st.lists(VALUES, max_size=3))
def test_a_page_of_several_templates_is_the_same_too(one: object, two: object, rows: list[object]) -> None:
    pages = []
    for kind in (jinja2.Environment, QuickEnvironment):
        env = kind(autoescape=True, loader=jinja2.DictLoader(WHOLE))
        env.globals["given"] = "g"
        pages.append(env.get_template("page.html").render(one=one, two=two, rows=rows))

    assert pages[0] == pages[1]


@jinja2.pass_context
def wants_context(context: Context, name: str) -> object:
    return context[name]


@jinja2.pass_environment
def wants_environment(env: jinja2.Environment) -> bool:
    return env.autoescape is True


class Asking:
    @jinja2.pass_context
    def __call__(self, context: Context, name: str) -> object:
        return context[name]


def plain(name: str = "", *, other: str = "") -> str:
    return f"{name}{other}"


@pytest.mark.parametrize(
    "called",
    ["f('one')", "f(name='one')", "g()", "h('one')", "p('a', other='b')", "p()", "'a{}'.format(1)", "q('c')", "n('a')"],
)
def test_what_is_called_gets_what_it_wants(called: str) -> None:
    given = {"f": wants_context, "g": wants_environment, "h": Asking(), "p": plain, "q": partial(plain, other="d"), "one": 1}
    source = "{% for _ in 'ab' %}{{ " + called + " }}{% endfor %}"
    said = []
    for kind in (jinja2.Environment, QuickEnvironment):
        try:
            said.append(kind(autoescape=True).from_string(source).render(given))
        except jinja2.UndefinedError as error:
            said.append(str(error))

    assert said[0] == said[1]

import jinja2
from hypothesis import given
from hypothesis import strategies as st
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

"""What a template may draw on."""

from generator.building.template_uses import template_uses

TEMPLATES = {
    "base.html": "{% block body %}{% endblock %}{% include 'foot.html' ignore missing %}",
    "page.html": "{% extends 'base.html' %}{% from 'words.html' import word %}",
    "list.html": "{% extends 'base.html' %}",
    "words.html": "{% macro word() %}{% endmacro %}",
    "any.html": "{% include name %}",
    "loop.html": "{% include 'loop.html' %}{% import 'words.html' as words %}",
    "broken.html": "{% if %}",
}


def other(**changed: str) -> set[str]:
    """The templates that draw on something else where these are others."""
    after = TEMPLATES | {f"{name}.html": source for name, source in changed.items()}
    before, now = template_uses(TEMPLATES), template_uses(after)
    return {name.removesuffix(".html") for name in now if before.get(name) != now[name]}


def test_a_change_reaches_what_draws_on_it_directly_or_not() -> None:
    assert other(words="{# other #}") == {"words", "page", "loop", "any", "broken"}
    assert other(base="{# other #}") == {"base", "page", "list", "any", "broken"}
    assert other(list="{# other #}") == {"list", "any", "broken"}
    assert other() == set()


def test_a_template_that_comes_reaches_what_named_it_before() -> None:
    assert other(foot="{# new #}") == {"foot", "base", "page", "list", "any", "broken"}

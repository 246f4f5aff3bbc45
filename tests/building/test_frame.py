"""What is rendered shows the site it is given, whatever was rendered before in the same process."""

from generator.building.frame import Frame, Menu, View, render
from generator.publish.interface import interface
from generator.publish.machine_files import Publication

TEMPLATES = {
    "page.html": '{% from "macros.html" import ways %}{{ ways(topics) }}',
    "macros.html": "{% macro ways(topics) %}{% for topic in topics %}{{ site.topic_url(topic) }}"
    "{% if topic in drafts %}!{% endif %} {% endfor %}{% endmacro %}",
}
FRAME = Frame(TEMPLATES, {}, {}, {}, Menu(()), interface("en", {"en": {}}), Publication("", "", ""), "full", is_preview=False)


def shown(addresses: dict[str, str], drafts: frozenset[str] = frozenset(), frame: Frame = FRAME) -> str:
    view = View(None, addresses, {})
    return render(frame, frame.key, "page.html", "x/", view, drafts, {"topics": list(addresses)}).decode()


def test_a_macro_sees_the_site_and_the_drafts_of_the_page_that_uses_it() -> None:
    assert shown({"Boats": "topics/boats/"}) == "topics/boats/ "
    assert shown({"Boats": "topics/boats-2/"}, frozenset({"Boats"})) == "topics/boats-2/! "
    assert shown({"Tides": "topics/tides/"}) == "topics/tides/ "

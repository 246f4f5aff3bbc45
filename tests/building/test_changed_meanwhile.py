"""What a person saves while a build runs is built by the next one, never taken for what was read."""

from pathlib import Path

import pytest

from generator.model import Outcome
from generator.pipeline import Means
from generator.plugin import build_site, load_config
from tests.building.changes import Project
from tests.building.site import NOW, built
from tests.projects import tree

EARLY = "Early harbour\n\nThe harbour opened in May 2019. The town lacks the money to dredge it. Ships wait for the tide.\n"
LATE = "Late harbour\n\nThe harbour closed in June 2021. The town lacks the means to mend it. Ships pass it by.\n"


@pytest.mark.parametrize("is_first", [True, False])
def test_an_article_that_is_saved_after_it_was_read(tmp_path: Path, is_first: bool) -> None:
    project = Project(tmp_path / "project")
    if not is_first:
        built(project.root)
    article = project.root / "content/articles/harbour.txt"
    article.parent.mkdir(exist_ok=True)
    article.write_text(EARLY, encoding="utf-8")

    def saved(outcome: Outcome, _number: int, _total: int) -> None:
        if outcome.path.endswith("harbour.txt"):
            article.write_text(LATE, encoding="utf-8")

    build_site(load_config(str(project.root / "mkdocs.yml")), Means(report=saved), NOW)
    page = project.root / "site/briefs/harbour/index.html"
    assert "Early harbour" in page.read_text(encoding="utf-8")

    built(project.root)
    assert "Late harbour" in page.read_text(encoding="utf-8")
    assert tree(project.root / "site") == built(project.root)[0]

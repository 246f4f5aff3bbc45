"""Addresses to files, promised for every address that anyone may send."""

from pathlib import Path
from urllib.parse import quote

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator import store
from generator.preview.locating import Moved, base_names, located
from tests.preview.asking import SITE, site_in

FILES = {tuple(name.split("/")) for name in SITE}
STEPS = st.sampled_from(
    ["", ".", "..", "%2e", "%2E%2e", "%2f", "/", "\\", "%5c", "\0", "%00", "~", "C:", "repo", "secret.txt", "up", "link.txt"]
)
PARTS = st.one_of(STEPS, st.sampled_from(sorted({part for names in FILES for part in names})), st.text(max_size=6))
TARGETS = st.builds(
    lambda parts, end: "/" + "/".join(parts) + end, st.lists(PARTS, max_size=7), st.sampled_from(["", "/", "?a=/../b", "#x"])
)


@given(TARGETS, st.sampled_from(["/", "/repo/"]))
def test_what_answers_is_a_file_of_the_site_or_nothing(target: str, base: str) -> None:
    found = located(target, base_names(base), lambda names: names in FILES)

    assert found is None or isinstance(found, Moved) or found in FILES


@given(TARGETS, st.sampled_from(["/", "/repo/"]))
def test_a_move_stays_on_the_server_and_ends_in_an_answer(target: str, base: str) -> None:
    names = base_names(base)
    found = located(target, names, lambda one: True)

    if isinstance(found, Moved):
        assert found.location.startswith(base)
        assert not found.location.startswith("//")
        assert not any(letter in found.location.partition("?")[0] for letter in "\r\n\\ ")
        assert not isinstance(located(found.location, names, lambda one: True), Moved)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("links")
    (folder / "secret.txt").write_text("secret", encoding="utf-8")
    site = site_in(folder / "site")
    (site / "link.txt").symlink_to(folder / "secret.txt")
    (site / "up").symlink_to(folder)
    return folder


@given(target=TARGETS)
def test_nothing_outside_the_folder_is_ever_opened(folder: Path, target: str) -> None:
    site = folder / "site"
    found = located(target, (), lambda names: store.has_page(site, names))

    if isinstance(found, tuple):
        opened = store.open_page(site, found)
        assert opened is not None
        with opened:
            assert opened.read() == SITE["/".join(found)].encode()


@given(st.lists(PARTS, max_size=6))
def test_the_disk_is_asked_for_no_name_that_leads_out(folder: Path, names: list[str]) -> None:
    opened = store.open_page(folder / "site", names)

    if opened is not None:
        with opened:
            assert opened.read() != b"secret"


@pytest.mark.parametrize("name", sorted(SITE))
def test_every_file_is_found_under_its_own_name(name: str) -> None:
    assert located(f"/repo/{quote(name)}", ("repo",), lambda names: names in FILES) == tuple(name.split("/"))


@pytest.mark.parametrize("base", ["/../", "/a//b/", "/%ff/", "/./"])
def test_a_base_path_that_leads_nowhere_is_refused(base: str) -> None:
    with pytest.raises(ValueError, match="no path"):
        base_names(base)

"""What the tests of shelves ask of every update: that it leaves what a clean build would."""

from collections.abc import Iterable

from generator.publish.shelf import ShelfInMemory

Files = dict[str, bytes]


def apply(files: Files, changed: Iterable[tuple[str, bytes | None]]) -> Files:
    """The files after a change; each that comes must differ from what there was, and what goes must have been there."""
    after = dict(files)
    for name, content in changed:
        assert files.get(name) != content, f"{name} did not change"
        if content is None:
            del after[name]
        else:
            after[name] = content
    return after


def contents(shelf: ShelfInMemory) -> dict[bytes, bytes]:
    return dict(shelf.items(b"", b"\xff" * 64))

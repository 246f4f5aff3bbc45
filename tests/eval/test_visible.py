from pathlib import Path

import pytest

from tests.eval.visible import visible_text


@pytest.mark.parametrize(
    ("name", "content", "seen"),
    [
        (
            "a.html",
            "<head><title>T</title></head><p>One <b>t</b>wo</p><script>x()</script><p>three &amp; four",
            "One two three & four",
        ),
        ("a.md", "# Head\n\n- **Bold.** A [link](https://example.org)\n", "Head Bold. A link"),
        ("a.txt", "As *it* is\n\n# here", "As *it* is # here"),
    ],
)
def test_what_a_reader_sees(tmp_path: Path, name: str, content: str, seen: str) -> None:
    path = tmp_path / name
    path.write_text(content, encoding="utf-8")

    assert visible_text(path) == seen

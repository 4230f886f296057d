import subprocess
import sys
from pathlib import Path

import pytest

from desktop_app.core.text.words import Words


@pytest.fixture(scope="module")
def words() -> Words:
    return Words()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("群众工作重于泰山", ["群众", "工作", "重于泰山"]),
        ("基层治理现代化", ["基层", "治理", "现代化"]),
    ],
)
def test_words_are_cut_as_a_reader_would(words: Words, text: str, expected: list[str]) -> None:
    assert words.cut(text) == expected


@pytest.mark.parametrize(
    "text", ["", " ", "，。", "坚持 GDP增长6.5%！", "𠮷林😀", "\n\t", "群众" * 500]
)
def test_the_words_together_are_the_text(words: Words, text: str) -> None:
    assert "".join(words.cut(text)) == text
    assert "".join(words.known(text)) == text


def test_words_that_the_dictionary_lacks_are_only_guessed_at_when_asked(words: Words) -> None:
    assert "刘易琳" in words.cut("刘易琳同志")
    assert words.known("刘易琳同志") == ["刘", "易", "琳", "同志"]


def test_nothing_is_written_and_nothing_is_said(tmp_path: Path) -> None:
    """In a process of its own, where jieba's own loading would use the shared folder."""
    script = "from desktop_app.core.text.words import Words; Words().cut('群众')"
    done = subprocess.run(
        [sys.executable, "-c", script],
        env={"TMPDIR": str(tmp_path), "PYTHONPATH": ":".join(sys.path), "PATH": ""},
        capture_output=True,
        check=True,
    )
    assert (done.stdout, done.stderr) == (b"", b"")
    assert list(tmp_path.iterdir()) == []

import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

from desktop_app.core.text.words import Words


@pytest.fixture(scope="module")
def words(tmp_path_factory: pytest.TempPathFactory) -> Words:
    return Words(tmp_path_factory.mktemp("cache"))


def test_words_are_cut_as_a_reader_would(words: Words) -> None:
    assert words.cut("群众工作重于泰山") == ["群众", "工作", "重于泰山"]


@pytest.mark.parametrize(
    "text", ["", " ", "，。", "坚持 GDP增长6.5%！", "𠮷林😀", "\n\t", "群众" * 500]
)
def test_the_words_together_are_the_text(words: Words, text: str) -> None:
    assert "".join(words.cut(text)) == text


def test_the_dictionary_is_compiled_into_the_users_own_folder(tmp_path: Path) -> None:
    cache = tmp_path / "cache"
    cache.mkdir()
    assert Words(cache).cut("群众工作") == ["群众", "工作"]
    (compiled,) = cache.iterdir()
    assert compiled.stat().st_size > 1_000_000
    written = compiled.stat().st_mtime_ns
    assert Words(cache).cut("群众工作") == ["群众", "工作"]
    assert compiled.stat().st_mtime_ns == written


def test_a_compiled_dictionary_that_is_damaged_does_no_harm(tmp_path: Path) -> None:
    Words(tmp_path).cut("群众")
    (compiled,) = tmp_path.iterdir()
    compiled.write_bytes(b"damaged")
    assert Words(tmp_path).cut("群众工作") == ["群众", "工作"]


@pytest.mark.parametrize("kind", ["missing", "file"])
def test_a_cache_that_cannot_be_written_does_no_harm_and_is_not_spoken_of(
    tmp_path: Path, capfd: pytest.CaptureFixture[str], kind: str
) -> None:
    cache = tmp_path / "cache"
    if kind == "file":
        cache.touch()
    assert Words(cache).cut("群众工作") == ["群众", "工作"]
    assert capfd.readouterr() == ("", "")


def test_nothing_is_left_in_the_machines_shared_folder(tmp_path: Path) -> None:
    """In a process of its own, because the folder is found once only."""
    shared, cache = tmp_path / "shared", tmp_path / "cache"
    shared.mkdir()
    cache.mkdir()
    script = (
        "import sys, tempfile; from pathlib import Path; from desktop_app.core.text.words import "
        "Words; Words(Path(sys.argv[1])).cut('群众'); print(tempfile.gettempdir())"
    )
    done = subprocess.run(
        [sys.executable, "-c", script, str(cache)],
        env={"TMPDIR": str(shared), "PYTHONPATH": ":".join(sys.path), "PATH": ""},
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.strip() == str(shared)
    assert list(shared.iterdir()) == []
    assert len(list(cache.iterdir())) == 1
    assert tempfile.gettempdir() != str(shared)

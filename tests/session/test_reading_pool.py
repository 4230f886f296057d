import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from desktop_app.core.errors import FileRefused, FileTooCostly
from desktop_app.session.reading_pool import Bounds, read_apart
from tests.session.slow_files import read

_Write = Callable[..., list[Path]]


@pytest.fixture
def write(tmp_path: Path) -> _Write:
    def write(*texts: str) -> list[Path]:
        paths = [tmp_path / f"{n}.txt" for n in range(len(texts))]
        for path, text in zip(paths, texts, strict=True):
            path.write_text(text, "utf-8")
        return paths

    return write


def test_every_file_is_read_once_and_in_other_processes(write: _Write) -> None:
    paths = write(*map(str, range(40)))
    found = dict(read_apart(read, paths, workers=2))
    assert sorted(found) == sorted(paths)
    texts, processes = zip(*(found[path] for path in paths), strict=True)
    assert list(texts) == [str(n) for n in range(40)]
    assert len(set(processes)) == 2


def test_what_goes_wrong_stays_with_its_file(write: _Write) -> None:
    paths = write("refuse", "die", "fail", "甲", "die", "recurse", "乙")
    found = dict(read_apart(read, paths, workers=1))
    kinds = [type(found[path]).__name__ for path in paths]
    assert kinds == [
        "FileEncrypted", "FileDamaged", "FileDamaged", "tuple", "FileDamaged", "FileTooCostly",
        "tuple",
    ]  # fmt: skip


def test_a_file_that_takes_too_long_is_given_up(write: _Write) -> None:
    paths = write("甲", "sleep 60", "乙")
    begun = time.monotonic()
    found = dict(read_apart(read, paths, workers=1, bounds=Bounds(seconds=0.5)))
    refused = found[paths[1]]
    assert isinstance(refused, FileTooCostly)
    assert "0.5 秒" in refused.sentence("zh")
    assert isinstance(found[paths[2]], tuple)
    assert time.monotonic() - begun < 50


@pytest.mark.skipif(sys.platform != "linux", reason="memory is bounded there")
def test_a_file_that_floods_the_memory_is_given_up(write: _Write) -> None:
    paths = write("flood", "甲")
    found = dict(read_apart(read, paths, workers=1))
    assert isinstance(found[paths[0]], FileTooCostly)
    assert isinstance(found[paths[1]], tuple)


def test_an_answer_that_waits_to_be_taken_is_not_late(write: _Write) -> None:
    reading = read_apart(read, write("甲", "乙"), workers=1, bounds=Bounds(seconds=0.3))
    first = next(reading)
    time.sleep(0.6)  # the second is ready since long
    assert isinstance(first[1], tuple)
    assert [type(result) for _, result in reading] == [tuple]


def test_files_are_taken_only_when_there_is_a_process_for_them(write: _Write) -> None:
    taken: list[Path] = []

    def paths() -> Iterator[Path]:
        for path in write(*"甲乙丙丁戊"):
            taken.append(path)
            yield path

    reading = read_apart(read, paths(), workers=2)
    next(reading)
    assert len(taken) == 3
    reading.close()
    assert len(taken) == 3


def test_without_files_there_is_nothing_to_do() -> None:
    nothing: list[tuple[Path, tuple[str, int] | FileRefused]] = list(read_apart(read, []))
    assert nothing == []

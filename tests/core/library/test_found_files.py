from pathlib import Path

import pytest

from desktop_app.core.library.found_files import FoundFile, found_files, real_path
from tests.core.library.small_papers import FLOOD, write


def _no_trouble(error: OSError) -> None:
    pytest.fail(str(error))


def test_a_file_that_is_named_is_told_from_one_that_is_merely_found(tmp_path: Path) -> None:
    first, second = write(tmp_path / "稿" / "1.txt", *FLOOD), write(tmp_path / "稿" / "2.txt")
    found = [FoundFile(first, named=False), FoundFile(second, named=True)]
    assert found_files([tmp_path / "稿", second], _no_trouble) == found
    assert found_files([second, tmp_path / "稿"], _no_trouble) == found[::-1]


def test_what_is_not_there_is_found_all_the_same_so_that_it_is_told(tmp_path: Path) -> None:
    missing = tmp_path / "没有.txt"
    assert found_files([missing], _no_trouble) == [FoundFile(missing, named=True)]


def test_the_path_from_the_root_is_the_same_however_a_file_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert real_path(Path("甲.txt")) == tmp_path.resolve() / "甲.txt"
    assert real_path(tmp_path / "乙" / ".." / "甲.txt") == tmp_path.resolve() / "甲.txt"

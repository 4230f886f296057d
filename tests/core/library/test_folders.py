import sys
from pathlib import Path

import pytest

from desktop_app.core.errors import FileMissing
from desktop_app.core.library.database import Database
from desktop_app.core.library.folders import watch, watch_no_longer, watched_folders
from tests.core.library.small_papers import FLOOD, write


def test_folders_are_watched_until_they_are_no_more(database: Database, tmp_path: Path) -> None:
    first, second = tmp_path / "乙", tmp_path / "甲"
    for folder in (first, second):
        folder.mkdir()
        watch(database, folder)
        watch(database, folder / ".." / folder.name)
    assert watched_folders(database) == [first, second]
    first.rmdir()
    watch_no_longer(database, first)
    watch_no_longer(database, tmp_path / "没有")
    assert watched_folders(database) == [second]


def test_what_is_no_folder_cannot_be_watched(database: Database, tmp_path: Path) -> None:
    for path in (tmp_path / "没有", write(tmp_path / "甲.txt", *FLOOD)):
        with pytest.raises(FileMissing):
            watch(database, path)
    assert watched_folders(database) == []


@pytest.mark.skipif(sys.platform == "win32", reason="making links takes a privilege there")
def test_a_link_is_watched_as_the_folder_it_leads_to(database: Database, tmp_path: Path) -> None:
    folder, link = tmp_path / "旧稿", tmp_path / "链接"
    folder.mkdir()
    link.symlink_to(folder)
    watch(database, link)
    assert watched_folders(database) == [folder]
    watch_no_longer(database, link)
    assert watched_folders(database) == []

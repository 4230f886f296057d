import errno
import os
import stat
import sys
from pathlib import Path
from typing import NoReturn

import pytest

from desktop_app.core.errors import FileNotWritten
from desktop_app.session.files import write_atomically, write_own_file

_NO_MODES = pytest.mark.skipif(sys.platform == "win32", reason="files have no modes there")
_NO_LINKS = pytest.mark.skipif(
    sys.platform == "win32", reason="making links takes a privilege there"
)


def _mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def _refusal(path: Path) -> str:
    """Try to write; why it could not be."""
    with pytest.raises(FileNotWritten) as refusal:
        write_atomically(path, b"new")
    return refusal.value.sentence("zh")


def test_a_new_file_is_written_and_nothing_else(tmp_path: Path) -> None:
    write_atomically(tmp_path / "讲话.md", "同志们".encode())
    assert [path.name for path in tmp_path.iterdir()] == ["讲话.md"]
    assert (tmp_path / "讲话.md").read_text(encoding="utf-8") == "同志们"


@_NO_MODES
def test_a_new_file_is_its_owners_only_and_an_old_one_keeps_its_mode(tmp_path: Path) -> None:
    write_atomically(tmp_path / "新.md", b"new")
    assert _mode(tmp_path / "新.md") == 0o600
    old = tmp_path / "旧.md"
    old.write_bytes(b"old and longer")
    old.chmod(0o664)
    write_atomically(old, b"new")
    assert _mode(old) == 0o664
    assert old.read_bytes() == b"new"


@_NO_LINKS
def test_a_link_goes_on_pointing_to_its_file(tmp_path: Path) -> None:
    real = tmp_path / "真" / "讲话.md"
    real.parent.mkdir()
    real.write_bytes(b"old")
    link = tmp_path / "讲话.md"
    link.symlink_to(real)
    write_atomically(link, b"new")
    assert link.is_symlink()
    assert real.read_bytes() == b"new"
    assert [path.name for path in real.parent.iterdir()] == ["讲话.md"]


@_NO_LINKS
def test_a_link_to_nothing_gets_its_file(tmp_path: Path) -> None:
    link = tmp_path / "链接.md"
    link.symlink_to(tmp_path / "新.md")
    write_atomically(link, b"new")
    assert link.is_symlink()
    assert (tmp_path / "新.md").read_bytes() == b"new"


def test_a_failure_at_the_last_step_leaves_the_old_file_and_no_other(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "讲话.md"
    path.write_bytes(b"old")

    def fail(*_: object) -> NoReturn:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(os, "replace", fail)
    assert "没能保存到“讲话.md”（磁盘已满）" in _refusal(path)
    assert [p.name for p in tmp_path.iterdir()] == ["讲话.md"]
    assert path.read_bytes() == b"old"


def test_a_failure_while_writing_leaves_the_old_file_and_no_other(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "讲话.md"
    path.write_bytes(b"old")

    def fail(_descriptor: int) -> NoReturn:
        raise OSError(errno.EIO, "the cable is out")

    monkeypatch.setattr(os, "fsync", fail)
    assert "the cable is out" in _refusal(path)
    assert [p.name for p in tmp_path.iterdir()] == ["讲话.md"]
    assert path.read_bytes() == b"old"


def test_the_bytes_are_on_the_disk_before_the_name_is(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "讲话.md"
    path.write_bytes(b"old")
    seen: list[bytes] = []
    synchronise = os.fsync

    def watch(descriptor: int) -> None:
        synchronise(descriptor)
        seen.append(path.read_bytes())

    monkeypatch.setattr(os, "fsync", watch)
    write_atomically(path, b"new")
    assert seen[0] == b"old"
    assert path.read_bytes() == b"new"


def test_a_folder_that_cannot_be_synchronised_is_no_failure(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    synchronise = os.fsync

    def refuse_folders(descriptor: int) -> None:
        if stat.S_ISDIR(os.fstat(descriptor).st_mode):
            raise OSError(errno.EINVAL, os.strerror(errno.EINVAL))
        synchronise(descriptor)

    monkeypatch.setattr(os, "fsync", refuse_folders)
    write_atomically(tmp_path / "讲话.md", b"new")
    assert (tmp_path / "讲话.md").read_bytes() == b"new"


def test_a_folder_that_is_not_there_is_not_made(tmp_path: Path) -> None:
    assert "文件夹不存在" in _refusal(tmp_path / "没有" / "讲话.md")
    assert list(tmp_path.iterdir()) == []


def test_a_folder_in_the_place_of_the_file_is_told(tmp_path: Path) -> None:
    (tmp_path / "讲话.md").mkdir()
    assert "（" in _refusal(tmp_path / "讲话.md")
    assert [path.name for path in tmp_path.iterdir()] == ["讲话.md"]


def test_a_file_in_the_place_of_the_folder_is_told(tmp_path: Path) -> None:
    (tmp_path / "稿").touch()
    assert "路径中有一段不是文件夹" in _refusal(tmp_path / "稿" / "讲话.md")


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no FIFOs")
def test_what_is_no_ordinary_file_is_not_replaced_by_one(tmp_path: Path) -> None:
    """To replace it would take the machine its device, where the user may do that."""
    os.mkfifo(tmp_path / "管道")
    assert "不是普通文件" in _refusal(tmp_path / "管道")
    assert stat.S_ISFIFO((tmp_path / "管道").stat().st_mode)


@pytest.mark.skipif(sys.platform == "win32", reason="paths are short there")
def test_a_name_of_the_greatest_length_can_be_written_and_a_longer_one_is_told(
    tmp_path: Path,
) -> None:
    longest = tmp_path / ("长" * 84 + ".md")
    write_atomically(longest, b"new")
    assert longest.read_bytes() == b"new"
    assert "文件名太长" in _refusal(tmp_path / ("长" * 86 + ".md"))


@_NO_LINKS
def test_a_link_to_itself_is_written_or_told(tmp_path: Path) -> None:
    loop = tmp_path / "自己.md"
    loop.symlink_to(loop)
    write_atomically(loop, b"new")
    assert loop.read_bytes() == b"new"


@pytest.mark.permissions
def test_a_file_that_is_read_only_is_not_replaced_behind_its_owners_back(tmp_path: Path) -> None:
    path = tmp_path / "定稿.md"
    path.write_bytes(b"old")
    path.chmod(0o400)
    assert "没有权限" in _refusal(path)
    assert path.read_bytes() == b"old"


@pytest.mark.permissions
def test_a_folder_that_may_not_be_written_is_told(tmp_path: Path) -> None:
    folder = tmp_path / "别人的"
    folder.mkdir()
    folder.chmod(stat.S_IRUSR | stat.S_IXUSR)
    try:
        assert "没有权限" in _refusal(folder / "讲话.md")
        with pytest.raises(FileNotWritten):
            write_own_file(folder / "里面" / "journal.json", b"new")
    finally:
        folder.chmod(stat.S_IRWXU)
    assert list(folder.iterdir()) == []


def test_a_file_of_the_programs_own_gets_its_folder(tmp_path: Path) -> None:
    path = tmp_path / "state" / "abc" / "journal.json"
    write_own_file(path, b"new")
    write_own_file(path, b"newer")
    assert path.read_bytes() == b"newer"


def test_a_file_in_the_place_of_that_folder_is_told(tmp_path: Path) -> None:
    (tmp_path / "state").touch()
    for folder in (tmp_path / "state", tmp_path / "state" / "abc"):
        with pytest.raises(FileNotWritten) as refusal:
            write_own_file(folder / "journal.json", b"new")
        assert "“journal.json”" in refusal.value.sentence("zh")

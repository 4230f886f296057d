import os
import socket
import sys
from pathlib import Path

import pytest

from desktop_app.core.errors import (
    FileEmpty,
    FileForbidden,
    FileMissing,
    FileTooLarge,
    FileUnsupported,
)
from desktop_app.core.reading.file_bytes import MEGABYTE, read_file_bytes

POSIX = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such files")


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "讲话稿.txt"
    path.write_bytes(b"\r\n\x1a\0end")
    return path


def test_the_bytes_are_those_of_the_file(file: Path) -> None:
    assert read_file_bytes(file) == b"\r\n\x1a\0end"


def test_a_file_as_large_as_the_limit_is_read(file: Path) -> None:
    assert len(read_file_bytes(file, limit=file.stat().st_size)) == 7


def test_a_larger_file_is_refused_in_megabytes(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    with path.open("wb") as file:
        file.truncate(3 * MEGABYTE + 1)
    with pytest.raises(FileTooLarge) as caught:
        read_file_bytes(path, limit=2 * MEGABYTE)
    assert caught.value.fields == {"size": 3, "limit": 2}


@pytest.mark.skipif(not Path("/proc/self/maps").exists(), reason="needs Linux")
def test_a_file_that_tells_no_size_is_held_to_the_limit_too() -> None:
    with pytest.raises(FileTooLarge):
        read_file_bytes(Path("/proc/self/maps"), limit=10)


def test_a_file_without_bytes_is_empty(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.touch()
    with pytest.raises(FileEmpty):
        read_file_bytes(path)


@POSIX
@pytest.mark.parametrize("name", ["gone.txt", "讲话稿.txt/inside.txt", "n" * 300, "loop"])
def test_what_is_not_there_is_missing(file: Path, name: str) -> None:
    (file.parent / "loop").symlink_to(file.parent / "loop")
    with pytest.raises(FileMissing):
        read_file_bytes(file.parent / name)


@POSIX
def test_a_folder_is_no_file(tmp_path: Path) -> None:
    with pytest.raises(FileUnsupported):
        read_file_bytes(tmp_path)


@POSIX
def test_a_fifo_is_refused_without_waiting_for_a_writer(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    with pytest.raises(FileUnsupported):
        read_file_bytes(tmp_path / "pipe.txt")


@POSIX
def test_devices_and_sockets_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(FileUnsupported):
        read_file_bytes(Path(os.devnull))
    monkeypatch.chdir(tmp_path)  # the name of a socket must be short
    with socket.socket(socket.AF_UNIX) as bound:
        bound.bind("s.txt")
        with pytest.raises(FileForbidden):
            read_file_bytes(Path("s.txt"))


@pytest.mark.permissions
def test_a_file_without_permission_is_forbidden(file: Path) -> None:
    file.chmod(0)
    with pytest.raises(FileForbidden):
        read_file_bytes(file)


@POSIX
def test_no_file_stays_open(file: Path) -> None:
    def count() -> int:
        return len(list(Path("/dev/fd").iterdir()))

    before = count()
    read_file_bytes(file)
    for path, limit in ((file, 1), (file.parent, 1)):
        with pytest.raises((FileTooLarge, FileUnsupported)):
            read_file_bytes(path, limit)
    assert count() == before

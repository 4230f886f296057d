import io
import stat
import warnings
import zipfile

import pytest

from desktop_app.core.errors import (
    FileDamaged,
    FileEmpty,
    FileEncrypted,
    FileHostile,
    FileRefused,
    FileTooLarge,
    FileUnsupported,
)
from desktop_app.core.reading import archive
from desktop_app.core.reading.archive import archive_members, is_archive, member_name
from desktop_app.core.reading.paper import read_paper_bytes
from tests.core.reading.papers import PAPER
from tests.core.reading.word_files import package, paragraph, word_file

MEGABYTE = 1 << 20
TEXT = "\n".join(PAPER).encode()


def members(data: bytes) -> dict[str, bytes | FileRefused]:
    return dict(archive_members(data))


def refusal(data: bytes, name: str) -> type[FileRefused]:
    found = members(data)[name]
    assert isinstance(found, FileRefused)
    return type(found)


def test_the_papers_of_an_archive_are_read_one_by_one() -> None:
    data = package({"讲话/一.txt": TEXT, "二.docx": word_file(*map(paragraph, PAPER)), "空/": ""})
    found = members(data)
    assert list(found) == ["讲话/一.txt", "二.docx"]
    for name, content in found.items():
        assert isinstance(content, bytes)
        paper = read_paper_bytes(content, name)
        assert tuple(p.text for p in paper.paragraphs) == PAPER
        assert paper.name in ("一", "二")


def test_an_archive_is_no_document_and_a_document_no_archive() -> None:
    assert is_archive(package({"a.txt": TEXT}))
    assert is_archive(package({}))
    documents = (word_file(paragraph("正文")), package({"xl/workbook.xml": "x"}), TEXT, b"", b"PK")
    assert not any(map(is_archive, documents))


def test_links_hidden_files_and_the_locks_of_word_are_passed_over() -> None:
    link = zipfile.ZipInfo("链接.txt")
    link.external_attr = (stat.S_IFLNK | 0o777) << 16
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as opened:
        opened.writestr(link, "/etc/passwd")
        for name in (".a", "b/.c", "~$d.docx", "__MACOSX/._e.txt", "f.txt"):
            opened.writestr(name, TEXT)
    assert list(members(buffer.getvalue())) == ["f.txt"]


@pytest.mark.parametrize(
    ("name", "called"),
    [
        ("../../etc/讲话.txt", "etc/讲话.txt"),
        ("/home/a.txt", "home/a.txt"),
        ("C:\\旧稿\\a.txt", "旧稿/a.txt"),
        ("a//./b.txt", "a/b.txt"),
        ("a\nb.txt", "a b.txt"),
    ],
)
def test_names_lead_nowhere(name: str, called: str) -> None:
    entry = zipfile.ZipInfo("x")
    entry.filename, entry.flag_bits = name, 0x800
    assert member_name(entry) == called


@pytest.mark.parametrize("encoding", ["gb18030", "utf-8"])
def test_names_without_a_mark_are_in_the_code_page_of_chinese_systems(encoding: str) -> None:
    entry = zipfile.ZipInfo("x")
    entry.filename = "2024年工作总结.txt".encode(encoding).decode("cp437")
    assert member_name(entry) == "2024年工作总结.txt"
    entry.filename = "总结.txt"  # from an extra field
    assert member_name(entry) == "总结.txt"


def test_an_archive_in_an_archive_is_not_opened() -> None:
    data = package({"a.zip": package({"b.txt": TEXT}), "c.txt": TEXT})
    assert refusal(data, "a.zip") is FileUnsupported
    assert members(data)["c.txt"] == TEXT
    found = members(data)["a.zip"]
    assert isinstance(found, FileRefused)
    assert "压缩包里的压缩包" in found.sentence("zh")
    assert "inside an archive" in found.sentence("en")


def test_a_member_that_unpacks_to_a_flood_is_hostile_and_the_others_are_read() -> None:
    data = package({"a.txt": b" " * (40 * MEGABYTE), "b.txt": TEXT})
    assert len(data) < MEGABYTE
    assert refusal(data, "a.txt") is FileHostile
    assert members(data)["b.txt"] == TEXT


def test_a_small_member_may_be_packed_as_tightly_as_it_likes() -> None:
    assert members(package({"a.txt": b"\n" * MEGABYTE}))["a.txt"] == b"\n" * MEGABYTE


def test_sizes_that_lie_do_not_count() -> None:
    size = (40 * MEGABYTE).to_bytes(4, "little")
    data = package({"a.txt": b" " * (40 * MEGABYTE)}).replace(size, (100).to_bytes(4, "little"))
    assert refusal(data, "a.txt") in (FileHostile, FileDamaged)


def test_members_are_held_to_the_limits_of_files_and_of_the_whole(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    data = package({"a.txt": TEXT, "b.txt": TEXT, "c.txt": b""})
    monkeypatch.setattr(archive, "_TOTAL", len(TEXT) + 10)
    assert refusal(data, "b.txt") is FileHostile
    monkeypatch.setattr(archive, "FILE_LIMIT", len(TEXT) - 1)
    assert refusal(data, "a.txt") is FileTooLarge
    assert refusal(data, "c.txt") is FileEmpty


def test_too_many_members_are_hostile() -> None:
    with pytest.raises(FileHostile):
        members(package({f"{n}.txt": "" for n in range(5001)}))


def test_a_member_with_a_password_is_told_and_the_others_are_read() -> None:
    data = bytearray(package({"a.txt": TEXT, "b.txt": TEXT}))
    data[data.index(b"PK\x01\x02") + 8] |= 1
    assert refusal(bytes(data), "a.txt") is FileEncrypted
    assert members(bytes(data))["b.txt"] == TEXT


@pytest.mark.parametrize("method", [zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_ways_of_packing_that_unpack_without_bounds_are_not_supported(method: int) -> None:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", method) as opened:
        opened.writestr("a.txt", TEXT)
    assert refusal(buffer.getvalue(), "a.txt") is FileUnsupported


def test_a_damaged_member_is_told_and_the_others_are_read() -> None:
    data = bytearray(package({"a.txt": TEXT, "b.txt": TEXT}))
    data[60] ^= 0xFF
    assert refusal(bytes(data), "a.txt") is FileDamaged
    assert members(bytes(data))["b.txt"] == TEXT


@pytest.mark.parametrize("share", [n / 20 for n in range(1, 20)])
def test_an_archive_that_is_cut_off_is_damaged(share: float) -> None:
    data = package({"a.txt": TEXT, "b.txt": TEXT})
    with pytest.raises(FileDamaged):
        members(data[: int(len(data) * share)])


def test_two_members_of_one_name_are_both_read() -> None:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as opened, warnings.catch_warnings():
        warnings.simplefilter("ignore")  # zipfile warns of what is done here on purpose
        opened.writestr("a.txt", b"1")
        opened.writestr("a.txt", b"2")
    assert [content for _, content in archive_members(buffer.getvalue())] == [b"1", b"2"]

import io
import random
import warnings
import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.core.errors import FileDamaged, FileEncrypted, FileHostile, FileRefused
from desktop_app.core.reading import package as reading
from desktop_app.core.reading.package import open_package
from desktop_app.core.reading.word import word_paragraphs
from tests.core.reading.word_files import package, paragraph, word_file

MEGABYTE = 1 << 20


def read_part(data: bytes, name: str = "a.xml") -> str:
    with open_package(data) as opened:
        return opened.xml(name).text or ""


def test_a_part_is_parsed() -> None:
    assert read_part(package({"a.xml": "<a>文</a>"})) == "文"


def test_a_package_knows_its_parts() -> None:
    with open_package(package({"a.xml": "<a/>"})) as opened:
        assert "a.xml" in opened
        assert "b.xml" not in opened


@pytest.mark.parametrize("content", ["", "<a>", "text", "<a></b>", "<a>&nothing;</a>"])
def test_a_broken_part_is_damaged(content: str) -> None:
    with pytest.raises(FileDamaged):
        read_part(package({"a.xml": content}))


def test_a_missing_part_is_damaged() -> None:
    with pytest.raises(FileDamaged):
        read_part(package({"b.xml": "<a/>"}))


def test_a_part_that_unpacks_to_a_flood_is_hostile() -> None:
    flood = package({"a.xml": b" " * (40 * MEGABYTE)})
    assert len(flood) < MEGABYTE
    with pytest.raises(FileHostile):
        read_part(flood)


def test_a_flood_that_lies_about_its_size_is_not_read() -> None:
    data = bytearray(package({"a.xml": b" " * (40 * MEGABYTE)}))
    size = (40 * MEGABYTE).to_bytes(4, "little")
    data = bytearray(bytes(data).replace(size, (100).to_bytes(4, "little")))
    with pytest.raises((FileHostile, FileDamaged)):
        read_part(bytes(data))


def test_a_flood_that_nobody_reads_does_no_harm() -> None:
    assert read_part(package({"a.xml": "<a/>", "picture.bin": b"\0" * (40 * MEGABYTE)})) == ""


def test_entities_that_nest_are_hostile() -> None:
    nested = '<!DOCTYPE a [<!ENTITY b "bb"><!ENTITY c "&b;&b;">]><a>&c;</a>'
    with pytest.raises(FileHostile):
        read_part(package({"a.xml": nested}))


def test_elements_nested_too_deeply_are_damaged() -> None:
    with pytest.raises(FileDamaged):
        read_part(package({"a.xml": "<a>" * 5000 + "</a>" * 5000}))


def test_too_many_parts_are_hostile() -> None:
    with pytest.raises(FileHostile):
        read_part(package({f"{n}.xml": "" for n in range(2001)}))


def test_a_hundred_thousand_entries_are_hostile_before_they_are_listed() -> None:
    entry = b"PK\x01\x02" + b"\0" * 42
    with pytest.raises(FileHostile):
        read_part(package({"a.xml": "<a/>"}) + entry * 100_000)


def test_a_part_that_unpacks_to_two_hundred_times_its_size_is_hostile() -> None:
    with pytest.raises(FileHostile):
        read_part(package({"a.xml": f"<a>{' ' * 3 * MEGABYTE}</a>"}))
    assert read_part(package({"a.xml": f"<a>{' ' * (MEGABYTE - 9)}</a>"}))


def test_parts_that_are_too_much_together_are_hostile(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading, "_TOTAL_LIMIT", 20)
    with open_package(package({"a.xml": "<a>12345</a>", "b.xml": "<a>67890</a>"})) as opened:
        assert opened.xml("a.xml").text == "12345"
        with pytest.raises(FileHostile):
            opened.xml("b.xml")


def test_more_marks_than_memory_is_worth_are_hostile(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading, "_MARKS", 10)
    with pytest.raises(FileHostile):
        read_part(package({"a.xml": "<a>" + '<b c="" d=""/>' * 4 + "</a>"}))


@pytest.mark.parametrize("name", ["/a.xml", "../a.xml", "b/../../a.xml", "..\\a.xml", "C:a.xml"])
def test_a_name_that_leads_out_of_the_package_is_hostile(name: str) -> None:
    with pytest.raises(FileHostile):
        read_part(package({"a.xml": "<a/>", name: "<a/>"}))


def test_two_parts_of_one_name_are_hostile() -> None:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive, warnings.catch_warnings():
        warnings.simplefilter("ignore")  # zipfile warns of what is done here on purpose
        for content in ("<a>1</a>", "<a>2</a>"):
            archive.writestr("a.xml", content)
    with pytest.raises(FileHostile):
        read_part(buffer.getvalue())


def test_an_encrypted_part_means_a_password() -> None:
    data = bytearray(package({"a.xml": "<a/>"}))
    data[data.index(b"PK\x01\x02") + 8] |= 1
    with pytest.raises(FileEncrypted):
        read_part(bytes(data))


@pytest.mark.parametrize("method", [zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_a_packing_that_office_does_not_know_is_damaged(method: int) -> None:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", method) as archive:
        archive.writestr("a.xml", "<a/>")
    with pytest.raises(FileDamaged):
        read_part(buffer.getvalue())


@pytest.mark.parametrize("share", [n / 20 for n in range(20)])
def test_a_package_that_is_cut_off_is_damaged(share: float) -> None:
    data = package({"a.xml": "<a>" + "文" * 500 + "</a>"})
    with pytest.raises(FileDamaged):
        read_part(data[: int(len(data) * share)])


WORD_FILE = word_file(*(paragraph(f"第{n}段，全市各项工作取得新进展。") for n in range(200)))


@given(st.integers(0, 1 << 32))
def test_any_damage_is_refused_or_does_no_harm(seed: int) -> None:
    chance = random.Random(seed)
    data = bytearray(WORD_FILE)
    for _ in range(chance.randint(1, 4)):
        data[chance.randrange(len(data))] = chance.randrange(256)
    try:
        found = word_paragraphs(bytes(data))
    except FileRefused:
        return
    assert all(each.text for each in found)

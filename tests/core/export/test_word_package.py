from datetime import UTC, datetime, timedelta, timezone
from getpass import getuser
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import docx

from desktop_app.core.document.paragraph import Paragraph, Role
from desktop_app.core.export.house_style import HouseStyle
from desktop_app.core.export.word import word_document


def _entries(data: bytes) -> dict[str, bytes]:
    with ZipFile(BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def test_the_package_holds_what_the_paper_needs_and_nothing_else(exported: bytes) -> None:
    assert sorted(_entries(exported)) == [
        "[Content_Types].xml",
        "_rels/.rels",
        "docProps/core.xml",
        "word/_rels/document.xml.rels",
        "word/document.xml",
        "word/fontTable.xml",
        "word/footer1.xml",
        "word/footer2.xml",
        "word/settings.xml",
        "word/styles.xml",
    ]


def test_the_file_tells_its_title_and_time_and_no_names(exported: bytes, written: datetime) -> None:
    properties = docx.Document(BytesIO(exported)).core_properties

    assert properties.title == "××市人民政府办公室关于做好2026年安全生产工作的通知"
    assert properties.created == properties.modified == written
    assert properties.revision == 1
    for said in (
        properties.author,
        properties.last_modified_by,
        properties.comments,
        properties.category,
        properties.keywords,
        properties.subject,
        properties.identifier,
    ):
        assert said == ""


def test_neither_user_nor_machine_nor_program_is_named(exported: bytes) -> None:
    traces = [b"python-docx", b"Microsoft Macintosh", str(Path.home()).encode()]
    traces += [f">{getuser()}<".encode()]

    for name, content in _entries(exported).items():
        assert not [trace for trace in traces if trace in content], name


def test_equal_papers_give_equal_bytes(
    notice: list[Paragraph], gongwen: HouseStyle, written: datetime, exported: bytes
) -> None:
    assert word_document(notice, gongwen, written) == exported
    assert word_document(notice, gongwen, written + timedelta(seconds=1)) != exported


def test_archive_entries_have_no_clock_and_no_system(exported: bytes) -> None:
    with ZipFile(BytesIO(exported)) as archive:
        marks = {(info.date_time, info.create_system) for info in archive.infolist()}

    assert marks == {((1980, 1, 1, 0, 0, 0), 0)}


def test_times_are_written_in_utc(gongwen: HouseStyle) -> None:
    beijing = datetime(2026, 11, 22, 6, 0, tzinfo=timezone(timedelta(hours=8)))

    properties = docx.Document(BytesIO(word_document([], gongwen, beijing))).core_properties

    assert properties.created == datetime(2026, 11, 21, 22, 0, tzinfo=UTC)


def test_without_a_time_the_file_says_now(gongwen: HouseStyle) -> None:
    before = datetime.now(UTC) - timedelta(seconds=1)

    created = docx.Document(BytesIO(word_document([], gongwen))).core_properties.created

    assert created is not None
    assert before <= created <= datetime.now(UTC)


def test_a_title_longer_than_a_property_is_cut(gongwen: HouseStyle) -> None:
    data = word_document([Paragraph("长" * 300, Role.TITLE)], gongwen)

    assert docx.Document(BytesIO(data)).core_properties.title == "长" * 255

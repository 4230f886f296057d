import os
import sys
from pathlib import Path

import docx
import pytest

from desktop_app.core.document.paragraph import Role
from desktop_app.core.errors import (
    FileDamaged,
    FileDisguised,
    FileEmpty,
    FileEncrypted,
    FileMissing,
    FileTooLarge,
    FileTooLong,
    FileUnsupported,
    FileWithoutText,
)
from desktop_app.core.reading import paper as reading
from desktop_app.core.reading.cleaning import clean
from desktop_app.core.reading.decoding import decode
from desktop_app.core.reading.paper import read_paper, read_paper_bytes, read_raw, read_raw_bytes
from desktop_app.core.reading.raw import RawParagraph
from tests.core.reading.papers import PAGES, PAPER, TITLE
from tests.core.reading.pdf_files import printed
from tests.core.reading.word_files import STYLES, package, paragraph, word_file

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600
TEXT = "\n".join(PAPER)

# What menus, adverts and contact lines of sites say, and no official paper does.
SITE_WORDS = (
    "立即下载",
    "免费下载",
    "点击查看",
    "猜你喜欢",
    "客服",
    "VIP",
    "购物车",
    "我的足迹",
    "登录",
    "本网站",
    "侵权",
    "禁止外传",
    "倒卖",
    "QQ群",
    "代笔",
    "预览",
    "工作日:",
    "网友",
)


def written(folder: Path, name: str, content: str | bytes) -> Path:
    path = folder / name
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


@pytest.mark.parametrize("name", ["a.txt", "a", "a.log", "2024年讲话.TXT"])
def test_a_text_file_becomes_a_paper(tmp_path: Path, name: str) -> None:
    paper = read_paper(written(tmp_path, name, TEXT))
    assert tuple(p.text for p in paper.paragraphs) == PAPER
    assert [p.role for p in paper.paragraphs[:4]] == [
        Role.TITLE,
        Role.SALUTATION,
        Role.BODY,
        Role.HEADING_1,
    ]
    assert (paper.properties.title, paper.properties.genre) == (TITLE, "讲话")
    assert paper.name == Path(name).stem


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-16-le", "gb18030"])
def test_the_encoding_makes_no_difference(tmp_path: Path, encoding: str) -> None:
    paper = read_paper(written(tmp_path, "a.txt", TEXT.encode(encoding)))
    assert tuple(p.text for p in paper.paragraphs) == PAPER


def test_a_traditional_paper_is_read(tmp_path: Path) -> None:
    text = "工作會議紀要\n各單位：\n會議決定，由總務處負責辦理相關事項，並於月底前完成報告。\n"
    paper = read_paper(written(tmp_path, "a.txt", text.encode("big5")))
    assert [p.text for p in paper.paragraphs] == text.split()


def test_a_markdown_file_states_its_roles(tmp_path: Path) -> None:
    text = "---\nstyle: speech\n---\n\n# 我们的打算\n\n## 不带序号的标题\n\n正文在这里。\n"
    paper = read_paper(written(tmp_path, "a.md", text))
    assert [p.role for p in paper.paragraphs] == [Role.TITLE, Role.HEADING_1, Role.BODY]


def test_a_word_file_becomes_a_paper_whatever_it_is_called(tmp_path: Path) -> None:
    document = docx.Document()
    for text in PAPER:
        document.add_paragraph(text)
    for name in ("a.docx", "a.wps", "a.txt"):
        document.save(str(tmp_path / name))
        assert tuple(p.text for p in read_paper(tmp_path / name).paragraphs) == PAPER


def test_the_styles_of_a_word_file_state_its_roles(tmp_path: Path) -> None:
    data = word_file(
        paragraph("我们的打算", "a3"), paragraph("不带序号的标题", "1"), "<w:p/>", styles=STYLES
    )
    paper = read_paper(written(tmp_path, "a.docx", data))
    assert [p.role for p in paper.paragraphs] == [Role.TITLE, Role.HEADING_1]


def test_a_word_file_made_of_broken_lines_is_joined(tmp_path: Path) -> None:
    lines = [
        line[n : n + 30]
        for line in ["　　" + text for text in PAPER]
        for n in range(0, len(line), 30)
    ]
    data = word_file(*map(paragraph, lines))
    paper = read_paper(written(tmp_path, "a.docx", data))
    assert len(paper.paragraphs) < len(lines)
    assert "".join(p.text for p in paper.paragraphs) == "".join(PAPER)


@pytest.mark.parametrize("page", PAGES.values(), ids=PAGES)
def test_a_page_of_a_site_becomes_its_paper(tmp_path: Path, page: tuple[str, ...]) -> None:
    paper = read_paper(written(tmp_path, "a.txt", "\r\n\r\n".join(page)))
    assert tuple(p.text for p in paper.paragraphs) == PAPER


def test_a_page_that_lost_its_line_breaks_is_cut_again(tmp_path: Path) -> None:
    glued = "　　".join(PAPER)
    lines = ["首页 > 讲话 > 正文", glued, "点击查看更多", "猜你喜欢", "在线客服"]
    assert [
        p.text for p in read_paper(written(tmp_path, "a.txt", "\n".join(lines))).paragraphs
    ] == list(PAPER)


def test_marks_are_mended_on_the_way(tmp_path: Path) -> None:
    paper = read_paper(written(tmp_path, "a.txt", "工作总结\n(一)加强领导,抓好落实;\n"))
    assert paper.paragraphs[1].text == "（一）加强领导，抓好落实；"


def test_a_title_that_is_printed_twice_stands_once() -> None:
    lines = ["全市青年工作会议讲话范文", "在全市青年工作会议上的讲话", "同志们："]
    raw = [RawParagraph(line) for line in (lines[1], lines[1], lines[2])]
    assert [p.text for p in clean(raw).paragraphs] == lines[1:]
    short = (RawParagraph("讲话"), RawParagraph("讲话"))
    assert clean(short).paragraphs == short


def test_a_stated_role_is_kept_through_the_cleaning() -> None:
    assert clean([RawParagraph(" 目标(一) ", Role.HEADING_1)]).paragraphs == (
        RawParagraph("目标（一）", Role.HEADING_1),
    )


@pytest.mark.parametrize(
    ("name", "content", "refusal"),
    [
        ("a.txt", b"", FileEmpty),
        ("a.docx", b"", FileEmpty),
        ("a.txt", " \r\n\n　\t\n", FileWithoutText),
        ("a.txt", "No Chinese in here.", FileWithoutText),
        ("a.md", "---\ntitle: 讲话\n---\n", FileWithoutText),
        ("a.docx", word_file("<w:p/>"), FileWithoutText),
        ("a.docx", TEXT, FileDisguised),
        ("a.docx", OLE + "EncryptedPackage".encode("utf-16-le"), FileEncrypted),
        ("a.doc", OLE, FileDamaged),
        ("a.pdf", b"%PDF-1.7\n", FileDamaged),
        ("a.docx", word_file(paragraph("正文"))[:100], FileDamaged),
        ("a.docx", word_file(paragraph("正文"))[:-30], FileDamaged),
    ],
)
def test_what_is_no_paper_is_refused_with_the_reason(
    tmp_path: Path, name: str, content: str | bytes, refusal: type[Exception]
) -> None:
    with pytest.raises(refusal):
        read_paper(written(tmp_path, name, content))


def test_a_missing_file_is_missing(tmp_path: Path) -> None:
    with pytest.raises(FileMissing):
        read_raw(tmp_path / "a.txt")


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no FIFOs")
def test_folders_and_fifos_are_refused_without_waiting(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "a.txt")
    for path in (tmp_path, tmp_path / "a.txt"):
        with pytest.raises(FileUnsupported):
            read_paper(path)


@pytest.mark.parametrize("name", ["a.txt", "a.md"])
def test_more_text_than_a_paper_can_have_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    path = written(tmp_path, name, TEXT)
    monkeypatch.setattr(reading, "TEXT_LIMIT", path.stat().st_size - 1)
    with pytest.raises(FileTooLarge):
        read_paper(path)
    monkeypatch.setattr(reading, "TEXT_LIMIT", path.stat().st_size)
    assert read_paper(path).characters == len("".join(PAPER))


def test_more_paragraphs_than_a_paper_can_have_are_refused() -> None:
    with pytest.raises(FileTooLong):
        read_paper_bytes("工作\n".encode() * 50_001, "a.txt")
    with pytest.raises(FileTooLong):
        read_paper_bytes("工".encode() * 2_000_001, "a.md")


def test_a_format_is_read_whatever_the_file_is_called() -> None:
    page = "".join(f"<p>{text}</p>" for text in PAPER).encode()
    rich = b"{\\rtf1" + b"\\par ".join(
        b"".join(b"\\'%02x" % byte for byte in text.encode("gb18030")) for text in PAPER
    )
    mail = b"MIME-Version: 1.0\nContent-Type: text/html; charset=utf-8\n\n" + page
    for data in (page, rich + b"}", mail, printed(*PAPER)):
        for name in ("讲话.doc", "讲话.wps", "讲话.txt", "讲话"):
            paper = read_paper_bytes(data, name)
            assert tuple(p.text for p in paper.paragraphs) == PAPER
            assert paper.name == "讲话"


def test_an_archive_is_no_paper_and_nothing_is_empty() -> None:
    with pytest.raises(FileUnsupported) as caught:
        read_raw_bytes(package({"a.txt": TEXT}), "a.zip")
    assert caught.value.fields == {"kind": ".zip"}
    with pytest.raises(FileEmpty):
        read_raw_bytes(b"", "a.txt")


@pytest.mark.shared
def test_real_web_pages_are_read_without_menus_and_adverts(shared: Path) -> None:
    paths = sorted((shared / "samples").iterdir())
    assert len(paths) == 5
    for path in paths:
        texts = [paragraph.text for paragraph in read_paper(path).paragraphs]
        assert sum(map(len, texts)) > 1500, path.name
        found = [(word, text) for text in texts for word in SITE_WORDS if word in text]
        assert found == [], path.name


@pytest.mark.shared
def test_real_word_files_are_read(shared: Path) -> None:
    paths = sorted((shared / "corpus" / "originals" / "docx").glob("*.docx"))
    assert len(paths) > 10
    for path in paths:
        paper = read_paper(path)
        assert paper.characters > 8000, path.name
        assert paper.properties.genre == "政府工作报告", path.name
        assert sum(p.role.level > 0 for p in paper.paragraphs) >= 5, path.name


@pytest.mark.shared
def test_real_files_in_gb18030_are_decoded(shared: Path) -> None:
    paths = sorted((shared / "corpus" / "originals" / "txt_gb18030").glob("*.txt"))
    assert len(paths) == 3
    for path in paths:
        data = path.read_bytes()
        assert decode(data) == data.decode("gb18030")
        assert any("各位代表" in paragraph.text for paragraph in read_raw(path)), path.name


@pytest.mark.shared
def test_real_markdown_files_are_read_without_their_comments(shared: Path) -> None:
    for path in sorted((shared / "corpus" / "originals" / "markdown").glob("*.md")):
        paper = read_paper(path)
        assert paper.properties.genre == "条例", path.name
        assert not any("<!--" in paragraph.text for paragraph in paper.paragraphs)


@pytest.mark.shared
def test_real_web_pages_of_the_government_are_read(shared: Path) -> None:
    paths = sorted((shared / "corpus" / "originals" / "html").glob("*.html"))
    assert len(paths) == 7
    for path in paths:
        paper = read_paper(path)
        assert paper.characters > 1500, path.name
        assert not any("<" in paragraph.text for paragraph in paper.paragraphs), path.name

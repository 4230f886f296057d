import shutil
import stat
import sys
import zipfile
from pathlib import Path

import docx
import pytest

from desktop_app.core.document.draft_file import DraftFile, read_draft
from desktop_app.core.errors import FileNotWritten, StyleUnknown
from desktop_app.core.export.style_table import HouseStyleUnusable
from desktop_app.session.exporting import export_draft
from desktop_app.session.places import resources

_NOTICE = "# 关于做好防汛工作的通知\n\n各乡镇：\n\n## 一、压实责任\n\n请抓好落实。\n"
_SPEECH = "# 在防汛工作会议上的讲话\n\n同志们：\n\n请抓好落实。\n"


def _layout(draft: DraftFile, tmp_path: Path, style: str = "") -> bytes:
    """The styles of the Word file of a draft."""
    path = tmp_path / "稿.docx"
    export_draft(draft, path, resources(), style)
    with zipfile.ZipFile(path) as package:
        return package.read("word/styles.xml")


def test_a_draft_becomes_a_word_file_with_its_paragraphs(tmp_path: Path) -> None:
    path = tmp_path / "通知.docx"
    fonts = export_draft(read_draft(_NOTICE), path, resources())
    texts = [paragraph.text for paragraph in docx.Document(str(path)).paragraphs]
    assert [text for text in texts if text] == [
        "关于做好防汛工作的通知",
        "各乡镇：",
        "一、压实责任",
        "请抓好落实。",
    ]
    assert {"仿宋_GB2312", "黑体", "方正小标宋简体"} <= set(fonts)


def test_the_style_suits_the_genre(tmp_path: Path) -> None:
    gongwen = _layout(read_draft(_NOTICE), tmp_path, "gongwen")
    speech = _layout(read_draft(_NOTICE), tmp_path, "speech")
    assert gongwen != speech
    assert _layout(read_draft(_NOTICE), tmp_path) == gongwen
    assert _layout(read_draft(_SPEECH), tmp_path) == speech
    report = read_draft("# 青禾县政府工作报告\n\n各位代表：\n\n请予审议。\n")
    assert _layout(report, tmp_path) == speech


def test_the_head_of_a_draft_goes_before_the_genre_and_the_name_given_before_both(
    tmp_path: Path,
) -> None:
    gongwen = _layout(read_draft(_SPEECH), tmp_path, "gongwen")
    speech = _layout(read_draft(_SPEECH), tmp_path, "speech")
    headed = read_draft(f"---\nstyle: gongwen\n---\n\n{_SPEECH}")
    assert _layout(headed, tmp_path) == gongwen
    assert _layout(headed, tmp_path, "speech") == speech


@pytest.mark.parametrize("head", ["", "null", "''"])
def test_a_head_that_names_no_style_leaves_it_to_the_genre(tmp_path: Path, head: str) -> None:
    draft = read_draft(f"---\nstyle: {head}\n---\n\n{_SPEECH}")
    assert _layout(draft, tmp_path) == _layout(read_draft(_SPEECH), tmp_path, "speech")


@pytest.mark.parametrize("name", ["没有", "../styles/gongwen", "gongwen.toml", "GONGWEN"])
def test_a_style_that_there_is_not_is_told_with_those_there_are(tmp_path: Path, name: str) -> None:
    path = tmp_path / "稿.docx"
    with pytest.raises(StyleUnknown) as refusal:
        export_draft(read_draft(_NOTICE), path, resources(), name)
    assert f"“{name}”" in refusal.value.sentence("zh")
    assert "gongwen、speech" in refusal.value.sentence("zh")
    with pytest.raises(StyleUnknown):
        export_draft(read_draft(f"---\nstyle: {name}\n---\n\n{_NOTICE}"), path, resources())
    assert not path.exists()


def test_a_house_style_of_the_office_is_taken_from_its_file(tmp_path: Path) -> None:
    shutil.copytree(resources() / "styles", tmp_path / "styles")
    own = tmp_path / "styles" / "本局.toml"
    own.write_text('based_on = "gongwen.toml"\n[texts.body]\nsize_points = 15\n', encoding="utf-8")
    export_draft(read_draft(_NOTICE), tmp_path / "稿.docx", tmp_path, "本局")
    with zipfile.ZipFile(tmp_path / "稿.docx") as package:
        assert b'w:sz w:val="30"' in package.read("word/styles.xml")
    own.write_text("[texts", encoding="utf-8")
    with pytest.raises(HouseStyleUnusable):
        export_draft(read_draft(_NOTICE), tmp_path / "稿.docx", tmp_path, "本局")


@pytest.mark.skipif(sys.platform == "win32", reason="files have no modes there")
def test_an_old_file_is_replaced_whole_and_keeps_its_mode(tmp_path: Path) -> None:
    path = tmp_path / "稿.docx"
    path.write_bytes(b"old" * 100_000)
    path.chmod(0o640)
    export_draft(read_draft(_NOTICE), path, resources())
    assert zipfile.is_zipfile(path)
    assert path.stat().st_size < 100_000
    assert stat.S_IMODE(path.stat().st_mode) == 0o640


def test_what_cannot_be_written_is_told_and_the_old_file_stays(tmp_path: Path) -> None:
    with pytest.raises(FileNotWritten) as refusal:
        export_draft(read_draft(_NOTICE), tmp_path / "没有" / "稿.docx", resources())
    assert "文件夹不存在" in refusal.value.sentence("zh")


def test_an_empty_draft_is_an_empty_word_file(tmp_path: Path) -> None:
    export_draft(read_draft(""), tmp_path / "空.docx", resources())
    texts = [paragraph.text for paragraph in docx.Document(str(tmp_path / "空.docx")).paragraphs]
    assert "".join(texts) == ""

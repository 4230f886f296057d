import zipfile
from collections.abc import Callable
from pathlib import Path

import docx
import pytest

from desktop_app.core.check.draft import check
from tests.command_line import CommandLine
from tests.scenarios.bad_files import BAD_FILES

_DRAFT = "# 在防汛工作会议上的讲话\n\n同志们:\n\n要把隐患一处一处查清楚，，把群众转移好。\n"
_UNREADABLE = [name for name in BAD_FILES if name != "空白.txt"]  # white space is a draft
Capture = pytest.CaptureFixture[str]


@pytest.fixture
def draft(tmp_path: Path) -> Path:
    path = tmp_path / "讲话.md"
    path.write_text(_DRAFT, encoding="utf-8")
    return path


def test_a_process_checks_a_draft(bijia: CommandLine, draft: Path) -> None:
    done = bijia.process("check", draft, "--json")
    assert (done.status, done.err) == (0, "")
    assert set(done.json) == {"findings"}
    findings = done.json["findings"]
    assert findings
    keys = {"rule", "severity", "start", "end", "message"}
    for finding in findings:
        assert set(finding) in (keys, keys | {"replacement"})
    doubled = next(f for f in findings if "，，" in _DRAFT[f["start"] : f["end"]])
    assert doubled["replacement"] == "，"
    assert bijia.library.exists() is False  # nothing was asked of it


def test_a_process_exports_a_draft(bijia: CommandLine, draft: Path, tmp_path: Path) -> None:
    out = tmp_path / "讲话.docx"
    done = bijia.process("export", draft, out, "--style", "gongwen")
    assert (done.status, done.out, done.err) == (0, "", "")
    texts = [paragraph.text for paragraph in docx.Document(str(out)).paragraphs]
    assert "在防汛工作会议上的讲话" in texts


def test_findings_count_the_code_points_of_the_file(
    bijia: CommandLine, capsys: Capture, tmp_path: Path
) -> None:
    text = "---\r\nstyle: speech\r\n---\r\n\r\n# 在会议上的讲话😀𠮷\r\n\r\n一抓到底，，不松劲。\r\n"
    path = tmp_path / "讲话.md"
    path.write_bytes(text.encode())
    findings = bijia(capsys, "check", path, "--json").json["findings"]
    assert [text[f["start"] : f["end"]] for f in findings if f["severity"] == "error"] == ["，，"]


def test_findings_are_told_in_the_users_language(
    bijia: CommandLine, capsys: Capture, draft: Path
) -> None:
    expected = check(_DRAFT)
    chinese = bijia(capsys, "check", draft, "--json").json["findings"]
    bijia.speak("en")
    english = bijia(capsys, "check", draft, "--json").json["findings"]
    assert [f["message"] for f in chinese] == [found.message("zh") for found in expected]
    assert [f["message"] for f in english] == [found.message("en") for found in expected]
    assert {f["rule"] for f in chinese} == {f["rule"] for f in english}


def test_findings_are_shown_line_by_line(bijia: CommandLine, capsys: Capture, draft: Path) -> None:
    done = bijia(capsys, "check", draft)
    assert done.status == 0
    assert len(done.out.splitlines()) == len(check(_DRAFT))
    assert "–" in done.out


def test_a_draft_without_fault_has_no_findings(
    bijia: CommandLine, capsys: Capture, tmp_path: Path
) -> None:
    path = tmp_path / "通知.txt"
    path.write_text("关于做好防汛工作的通知\n各乡镇：\n请抓好落实。\n", encoding="utf-8")
    assert bijia(capsys, "check", path, "--json").json == {"findings": []}
    assert bijia(capsys, "check", path).out == ""


def _other_file(path: Path) -> Path:
    path.write_bytes(b"old")
    return path


def test_an_old_word_file_is_replaced(
    bijia: CommandLine, capsys: Capture, draft: Path, tmp_path: Path
) -> None:
    out = _other_file(tmp_path / "讲话.docx")
    assert bijia(capsys, "export", draft, out).status == 0
    assert zipfile.is_zipfile(out)


def test_a_style_that_is_not_there_is_told_and_the_old_file_stays(
    bijia: CommandLine, capsys: Capture, draft: Path, tmp_path: Path
) -> None:
    out = _other_file(tmp_path / "讲话.docx")
    done = bijia(capsys, "export", draft, out, "--style", "没有")
    assert done.status == 1
    assert done.sentence == "没有名为“没有”的版式，可用的有：gongwen、speech。"
    assert out.read_bytes() == b"old"


def test_a_place_that_cannot_be_written_is_told(
    bijia: CommandLine, capsys: Capture, draft: Path, tmp_path: Path
) -> None:
    done = bijia(capsys, "export", draft, tmp_path / "没有" / "讲话.docx")
    assert done.status == 1
    assert "文件夹不存在" in done.sentence
    done = bijia(capsys, "export", draft, tmp_path)
    assert done.status == 1
    assert "没能保存到" in done.sentence


def test_a_draft_is_never_exported_over_itself(
    bijia: CommandLine, capsys: Capture, draft: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(draft.parent)
    for out in (draft, Path(draft.name)):
        done = bijia(capsys, "export", draft, out)
        assert done.status == 1
        assert "那是草稿本身" in done.sentence
    assert draft.read_text(encoding="utf-8") == _DRAFT


@pytest.mark.parametrize("name", _UNREADABLE)
def test_a_bad_file_as_a_draft_is_one_sentence_and_status_1(
    bijia: CommandLine, capsys: Capture, tmp_path: Path, name: str
) -> None:
    make: Callable[[Path], None]
    make, reason = BAD_FILES[name]
    make(tmp_path / name)
    out = tmp_path / "out.docx"
    for arguments in (("check", tmp_path / name, "--json"), ("export", tmp_path / name, out)):
        done = bijia(capsys, *arguments)
        assert (done.status, done.out) == (1, "")
        assert reason in done.sentence
    assert not out.exists()


def test_a_word_file_as_a_draft_is_told_the_way_out(
    bijia: CommandLine, capsys: Capture, draft: Path, tmp_path: Path
) -> None:
    out = tmp_path / "讲话.docx"
    bijia(capsys, "export", draft, out)
    done = bijia(capsys, "check", out)
    assert done.status == 1
    assert done.sentence.startswith("这是 .docx 文件")
    bijia.speak("en")
    assert bijia(capsys, "check", out).sentence.startswith("This is a .docx file")


def test_a_draft_of_blanks_only_has_nothing_to_find(
    bijia: CommandLine, capsys: Capture, tmp_path: Path
) -> None:
    make, _ = BAD_FILES["空白.txt"]
    make(tmp_path / "空白.txt")
    assert bijia(capsys, "check", tmp_path / "空白.txt", "--json").json == {"findings": []}


def test_a_draft_longer_than_a_paper_may_be_is_told(
    bijia: CommandLine, capsys: Capture, tmp_path: Path
) -> None:
    path = tmp_path / "长.txt"
    path.write_bytes(b"x" * ((20 << 20) + 1))
    done = bijia(capsys, "check", path)
    assert done.status == 1
    assert "上限 20 MB" in done.sentence


@pytest.mark.parametrize("verb", ["check", "export"])
def test_a_draft_that_is_not_there_is_told(
    bijia: CommandLine, capsys: Capture, tmp_path: Path, verb: str
) -> None:
    arguments = [tmp_path / "没有.md", *([tmp_path / "out.docx"] if verb == "export" else [])]
    done = bijia(capsys, verb, *arguments)
    assert (done.status, done.out) == (1, "")
    assert "找不到这个文件" in done.sentence
    assert not (tmp_path / "out.docx").exists()

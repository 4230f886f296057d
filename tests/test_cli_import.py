import io
import json
import os
import signal
import stat
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from typing_extensions import override

from desktop_app.core.library.database import open_database
from desktop_app.session.places import resources
from tests.command_line import CommandLine
from tests.core.library.small_papers import FLOOD, LIBRARY, write
from tests.scenarios.bad_files import BAD_FILES

_STARTER = resources() / "starter"
_KEYS = {
    "imported",
    "unchanged",
    "duplicates",
    "failed",
    "skipped",
    "documents",
    "characters",
    "seconds",
}
Capture = pytest.CaptureFixture[str]


def test_a_process_imports_folders_and_sums_up_in_json(bijia: CommandLine) -> None:
    done = bijia.process("import", _STARTER, "--json")
    assert (done.status, done.err) == (0, "")
    assert set(done.json) == _KEYS
    seconds = done.json.pop("seconds")
    assert seconds >= 0
    assert done.json | {"characters": 0, "seconds": 0} == {
        "imported": 6,
        "unchanged": 0,
        "duplicates": 0,
        "failed": [],
        "skipped": 0,
        "documents": 6,
        "characters": 0,
        "seconds": 0,
    }
    assert done.json["characters"] > 4000
    again = bijia.process("import", "--json", _STARTER)
    assert (again.json["imported"], again.json["unchanged"], again.json["documents"]) == (0, 6, 6)


def test_without_json_the_summary_is_a_sentence_in_the_users_language(
    bijia: CommandLine, capsys: Capture, tmp_path: Path
) -> None:
    write(tmp_path / "稿" / "甲.txt", *FLOOD)
    write(tmp_path / "稿" / "乙.txt", *FLOOD)
    (tmp_path / "稿" / "空.txt").touch()
    done = bijia(capsys, "import", tmp_path / "稿")
    characters = sum(map(len, FLOOD))
    assert done.out.startswith(
        f"读入 1 篇，未变 0 篇，重复 1 篇，读不了 1 份，跳过 0 份；"
        f"资料库现有 1 篇、{characters} 字，用时 "
    )
    bijia.speak("en")
    done = bijia(capsys, "import", tmp_path / "稿")
    assert done.out.startswith(
        "Imported 0, unchanged 2, duplicates 0, not readable 1, skipped 0; "
        f"the library now holds 1 papers with {characters} characters ("
    )
    assert done.err.endswith("空.txt：The file is empty: there is no text in it.\n")


@pytest.mark.parametrize("name", BAD_FILES)
def test_a_bad_file_that_is_named_is_one_sentence_and_status_1(
    bijia: CommandLine, capsys: Capture, tmp_path: Path, name: str
) -> None:
    make: Callable[[Path], None]
    make, reason = BAD_FILES[name]
    make(tmp_path / name)
    done = bijia(capsys, "import", tmp_path / name, "--json")
    assert done.status == 1
    assert done.sentence.startswith(f"{tmp_path / name}：")
    assert reason in done.sentence
    assert set(done.json) == _KEYS
    (failure,) = done.json["failed"]
    assert failure == {
        "path": str(tmp_path / name),
        "reason": done.sentence.removeprefix(f"{tmp_path / name}："),
    }
    assert done.json["documents"] == 0


def test_bad_files_in_a_folder_are_told_and_the_status_is_0(
    bijia: CommandLine, capsys: Capture, tmp_path: Path
) -> None:
    folder = tmp_path / "旧稿"
    write(folder / "好.txt", *FLOOD)
    for name, (make, _) in BAD_FILES.items():
        make(folder / name)
    done = bijia(capsys, "import", folder, "--json")
    assert done.status == 0
    assert done.json["imported"] == 1
    assert {Path(failure["path"]).name for failure in done.json["failed"]} == set(BAD_FILES)
    assert len(done.err.splitlines()) == len(BAD_FILES)


def test_a_bad_file_that_is_named_does_not_keep_the_others_from_being_imported(
    bijia: CommandLine, capsys: Capture, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    write(tmp_path / "好.txt", *FLOOD)
    done = bijia(capsys, "import", "没有.txt", "好.txt", "--json")
    assert done.status == 1
    assert done.json["imported"] == 1
    assert done.json["failed"][0]["path"] == str(tmp_path / "没有.txt")


def test_reasons_are_told_in_the_users_language(
    bijia: CommandLine, capsys: Capture, tmp_path: Path
) -> None:
    bijia.speak("en")
    done = bijia(capsys, "import", tmp_path / "没有.txt", "--json")
    assert done.json["failed"][0]["reason"].startswith("The file is not there any more")


def test_duplicates_are_counted(bijia: CommandLine, capsys: Capture, tmp_path: Path) -> None:
    for name in ("甲.txt", "乙.txt", "丙.txt"):
        write(tmp_path / "稿" / name, *FLOOD)
    done = bijia(capsys, "import", tmp_path / "稿", "--json")
    assert (done.json["imported"], done.json["duplicates"]) == (1, 2)
    assert done.json["documents"] == 1


def test_progress_comes_line_by_line_and_the_summary_last(
    bijia: CommandLine, capsys: Capture, tmp_path: Path
) -> None:
    first, second = write(tmp_path / "甲.txt", *FLOOD), write(tmp_path / "乙.txt", *LIBRARY)
    done = bijia(capsys, "import", first, second, "--progress")
    *progress, summary = done.lines
    assert [tuple(line["progress"].values()) for line in progress] == [
        (0, 2, str(first), "reading"),
        (1, 2, str(second), "reading"),
        (2, 2, str(second), "reading"),
        (2, 2, str(second), "indexing"),
    ]
    assert {tuple(line["progress"]) for line in progress} == {("done", "total", "path", "stage")}
    assert set(summary) == _KEYS


def test_a_library_that_cannot_be_used_is_a_line_of_json_and_a_sentence(
    bijia: CommandLine, capsys: Capture
) -> None:
    bijia.library.write_bytes(b"a file, not a folder")
    done = bijia(capsys, "import", _STARTER, "--progress")
    assert done.status == 1
    assert done.json == {"error": done.sentence}
    done = bijia(capsys, "import", _STARTER, "--json")
    assert (done.status, done.out) == (1, "")
    assert "已有一个同名的文件" in done.sentence


def test_a_library_with_broken_pages_is_told(bijia: CommandLine, capsys: Capture) -> None:
    bijia(capsys, "import", _STARTER)
    file = bijia.library / "library.sqlite"
    data = bytearray(file.read_bytes())
    data[4096:] = b"\x55" * (len(data) - 4096)
    file.write_bytes(data)
    done = bijia(capsys, "import", _STARTER, "--json")
    assert (done.status, done.out) == (1, "")
    assert "已损坏" in done.sentence


def test_on_a_terminal_a_bar_grows_and_nowhere_else(
    bijia: CommandLine, capsys: Capture, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(tmp_path / "别的" / "丙.txt", "关于春耕的通知", "请抓好春耕备耕，不误农时。")
    assert bijia(capsys, "import", tmp_path / "别的", "--json").err == ""
    write(tmp_path / "稿" / "甲.txt", *FLOOD)
    write(tmp_path / "稿" / "乙.txt", *LIBRARY)

    class Terminal(io.StringIO):
        @override
        def isatty(self) -> bool:
            return True

    terminal = Terminal()
    monkeypatch.setattr(sys, "stderr", terminal)
    done = bijia(capsys, "import", tmp_path / "稿", "--json")
    shown = terminal.getvalue()
    assert [shown.count("\r"), shown.count("\n")] == [4, 1]
    assert "·" * 24 + " 0/2 乙.txt" in shown
    assert "█" * 12 + "·" * 12 + " 1/2 甲.txt" in shown
    assert "█" * 24 + " 2/2 甲.txt" in shown
    assert "█" * 24 + " 2/2 正在整理索引" in shown
    assert len(done.out.splitlines()) == 1


def test_the_processs_library_is_its_owners_only(bijia: CommandLine) -> None:
    if sys.platform == "win32":
        pytest.skip("files have no modes there")
    bijia.process("import", _STARTER)
    made = [bijia.library, *bijia.library.rglob("*")]
    assert len(made) > 5
    assert [path for path in made if path.stat().st_mode & 0o077] == []


def _many(folder: Path, count: int) -> Path:
    for n in range(count):
        write(folder / f"{n:03}.txt", f"第{n}号文件", "一、抓好落实", *(f"第{n}件事要办好。",) * 8)
    return folder


def _indexed(bijia: CommandLine, capsys: Capture) -> int:
    """From how many of these papers suggestions are made."""
    question = json.dumps({"before": "第1号", "limit": 1}).encode()
    (offer,) = bijia(capsys, "complete", lines=question).json["completions"]
    assert offer["text"].strip() == "文件"
    return int(offer["count"])


def _start(bijia: CommandLine, *arguments: object) -> "subprocess.Popen[bytes]":
    return subprocess.Popen(
        bijia.command(*arguments),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env=bijia.environment,
    )


def _read_until(process: "subprocess.Popen[bytes]", done: int) -> None:
    """Read progress until so many files are done."""
    assert process.stdout is not None
    for line in process.stdout:
        if json.loads(line)["progress"]["done"] >= done:
            return


def _content(library: Path) -> dict[str, list[tuple[object, ...]]]:
    """What a library holds, whatever the order in which it came, if it is whole."""
    database = open_database(library)
    ask = database.connection.execute
    assert ask("PRAGMA integrity_check").fetchall() == [("ok",)]
    assert ask("PRAGMA foreign_key_check").fetchall() == []
    ask("INSERT INTO search (search) VALUES ('integrity-check')")
    held = {
        "files": "SELECT path, size, modified_ns, hash, missing, withdrawn, digest, kind FROM file "
        "LEFT JOIN origin ON origin.file_id = file.id LEFT JOIN paper ON paper.id = paper_id "
        "LEFT JOIN failure ON failure.file_id = file.id ORDER BY path",
        "papers": "SELECT digest, title, year, genre, characters, sections, phrases FROM paper "
        "ORDER BY digest",
        "paragraphs": "SELECT digest, role, text, path FROM paragraph "
        "JOIN paper ON paper.id = paragraph.paper_id JOIN section ON section.id = section_id "
        "ORDER BY digest, paragraph.id",
        "phrases": "SELECT digest, text, start, length, function, worth FROM phrase "
        "JOIN paragraph ON paragraph.id = paragraph_id JOIN paper ON paper.id = paper_id "
        "ORDER BY digest, paragraph_id, start",
        "found": "SELECT digest, text FROM paragraph JOIN paper ON paper.id = paper_id "
        "WHERE paragraph.id IN (SELECT rowid FROM search WHERE search MATCH '号 OR 汛') "
        "ORDER BY digest, paragraph.id",
    }
    content = {name: ask(statement).fetchall() for name, statement in held.items()}
    database.close()
    return content


@pytest.mark.skipif(sys.platform == "win32", reason="there is no SIGKILL")
def test_an_import_may_be_killed_at_any_point_and_the_next_comes_to_the_same_end(
    bijia: CommandLine, capsys: Capture, tmp_path: Path
) -> None:
    folder = _many(tmp_path / "旧稿", 120)
    write(folder / "变.txt", *LIBRARY)
    bijia(capsys, "import", folder / "变.txt")
    write(folder / "变.txt", *FLOOD)
    write(folder / "同.txt", *FLOOD)
    (folder / "空.txt").touch()
    for done, pause in ((1, 0.002), (30, 0.011), (80, 0.007)):
        with _start(bijia, "import", folder, "--progress") as process:
            _read_until(process, done)
            time.sleep(pause)  # somewhere within a file
            process.kill()
        assert process.returncode == -signal.SIGKILL
        papers = len(_content(bijia.library)["papers"])
        assert done <= papers < 122
    assert bijia(capsys, "import", folder, "--json").json["documents"] == 121
    undisturbed = CommandLine(tmp_path / "别处", bijia.monkeypatch)
    undisturbed(capsys, "import", folder, "--json")
    assert _content(bijia.library) == _content(undisturbed.library)
    assert _indexed(bijia, capsys) == 120


@pytest.mark.skipif(sys.platform == "win32", reason="there is no SIGKILL")
def test_an_import_that_is_killed_while_the_index_is_built_is_finished_by_the_first_question(
    bijia: CommandLine, capsys: Capture, tmp_path: Path
) -> None:
    with _start(bijia, "import", _many(tmp_path / "旧稿", 60), "--progress") as process:
        assert process.stdout is not None
        for line in process.stdout:
            if json.loads(line)["progress"]["stage"] == "indexing":
                break
        process.kill()
    assert list(bijia.library.glob("index/r*")) == []
    assert _indexed(bijia, capsys) == 60


def test_without_paths_the_watched_folders_are_read_again(
    bijia: CommandLine, capsys: Capture, tmp_path: Path
) -> None:
    done = bijia(capsys, "import", "--json")
    assert (done.status, done.json["imported"], done.json["documents"]) == (0, 0, 0)
    file = write(tmp_path / "散.txt", "请抓好落实，不留死角。")
    write(tmp_path / "稿" / "甲.txt", *FLOOD)
    done = bijia(capsys, "import", "--watch", tmp_path / "稿", file, "--json")
    assert done.json["imported"] == 2
    file.unlink()
    write(tmp_path / "稿" / "乙.txt", *LIBRARY)
    done = bijia(capsys, "import", "--progress", "--")
    assert (done.json["imported"], done.json["unchanged"]) == (1, 1)
    assert [line["progress"]["total"] for line in done.lines[:-1]] == [2, 2, 2]


def test_a_watched_folder_that_is_away_is_told_and_the_status_is_0(
    bijia: CommandLine, capsys: Capture, tmp_path: Path
) -> None:
    folder = write(tmp_path / "稿" / "甲.txt", *FLOOD).parent
    bijia(capsys, "import", "--watch", folder)
    folder.rename(tmp_path / "拔掉了")
    done = bijia(capsys, "import", "--json")
    assert (done.status, done.json["documents"]) == (0, 1)
    assert done.sentence.startswith(f"{folder}：找不到这个文件")


def test_what_has_no_reader_is_counted_in_a_folder_and_told_when_it_is_named(
    bijia: CommandLine, capsys: Capture, tmp_path: Path
) -> None:
    picture = tmp_path / "稿" / "图.png"
    write(tmp_path / "稿" / "甲.txt", *FLOOD)
    picture.write_bytes(b"\x89PNG\r\n\x1a\n" + b"\0" * 99)
    done = bijia(capsys, "import", tmp_path / "稿", "--json")
    assert (done.status, done.err, done.json["failed"], done.json["skipped"]) == (0, "", [], 1)
    done = bijia(capsys, "import", picture, "--json")
    assert (done.status, done.json["skipped"], len(done.json["failed"])) == (1, 0, 1)


def test_a_name_with_a_line_end_is_told_on_one_line(
    bijia: CommandLine, capsys: Capture, tmp_path: Path
) -> None:
    write(tmp_path / "稿" / "第一行\n第二行.txt", " ")
    done = bijia(capsys, "import", tmp_path / "稿", "--json")
    assert "第一行\ufffd第二行.txt：没有找到正文" in done.sentence
    assert done.json["failed"][0]["path"] == str(tmp_path / "稿" / "第一行\n第二行.txt")


def test_a_line_that_says_cancel_stops_after_the_paper_at_hand(
    bijia: CommandLine, tmp_path: Path
) -> None:
    folder = _many(tmp_path / "旧稿", 400)
    with _start(bijia, "import", folder, "--progress") as process:
        _read_until(process, 5)
        assert process.stdin is not None
        assert process.stdout is not None
        process.stdin.write(b"something else\ncancel\n")
        process.stdin.flush()  # and stays open, as the window's does
        summary = json.loads(process.stdout.readlines()[-1])
        assert process.wait() == 0
    assert set(summary) == _KEYS
    assert 5 <= summary["imported"] == summary["documents"] < 400
    assert summary["failed"] == []


@pytest.mark.skipif(sys.platform == "win32", reason="there are no such signals")
def test_an_interrupt_stops_after_the_paper_at_hand(bijia: CommandLine, tmp_path: Path) -> None:
    folder = _many(tmp_path / "旧稿", 400)
    with _start(bijia, "import", folder, "--progress") as process:
        _read_until(process, 5)
        process.send_signal(signal.SIGINT)
        assert process.stdout is not None
        summary = json.loads(process.stdout.readlines()[-1])
        assert process.wait() == 0
    assert 5 <= summary["imported"] < 400


def test_an_import_ends_though_nobody_closes_its_input(bijia: CommandLine) -> None:
    with _start(bijia, "import", _STARTER, "--progress") as process:
        assert process.wait() == 0


@pytest.mark.skipif(sys.platform != "linux", reason="names are Unicode there")
def test_a_name_that_is_no_unicode_is_imported_and_told(bijia: CommandLine, tmp_path: Path) -> None:
    for name, lines in (("好", FLOOD), ("坏", (" ",))):
        path = tmp_path / "旧稿" / os.fsdecode(f"{name}.txt".encode("gb18030"))
        write(path, *lines)
    done = bijia.process("import", tmp_path / "旧稿", "--progress")
    assert done.status == 0
    assert (done.json["imported"], len(done.json["failed"])) == (1, 1)
    assert "没有找到正文" in done.sentence


@pytest.mark.permissions
def test_what_may_not_be_read_is_told(bijia: CommandLine, capsys: Capture, tmp_path: Path) -> None:
    folder = write(tmp_path / "别人的" / "稿.txt", *FLOOD).parent
    folder.chmod(0)
    try:
        for path in (folder, folder / "稿.txt"):
            done = bijia(capsys, "import", path, "--json")
            assert done.status == 1
            assert "没有权限读取" in done.sentence
            assert done.json["failed"] == [
                {"path": str(path), "reason": done.sentence.partition("：")[2]}
            ]
    finally:
        folder.chmod(stat.S_IRWXU)


@pytest.mark.permissions
def test_a_library_that_cannot_be_written_is_told(
    bijia: CommandLine, capsys: Capture, tmp_path: Path
) -> None:
    bijia(capsys, "import", _STARTER)
    bijia.library.chmod(stat.S_IRUSR | stat.S_IXUSR)
    try:
        done = bijia(capsys, "import", write(tmp_path / "甲.txt", *FLOOD))
        assert (done.status, done.out) == (1, "")
        assert "只读" in done.sentence
        assert bijia(capsys, "import", _STARTER, "--json").json["unchanged"] == 6
    finally:
        bijia.library.chmod(stat.S_IRWXU)

import json
import os
import sqlite3
import subprocess
import sys
from typing import Any

import pytest

from desktop_app import __version__
from desktop_app.main import VERBS
from desktop_app.session.places import resources
from tests.command_line import CommandLine

_STARTER = resources() / "starter"


Capture = pytest.CaptureFixture[str]


@pytest.fixture
def filled(bijia: CommandLine, capsys: Capture) -> CommandLine:
    """With the sample papers in the library."""
    assert bijia(capsys, "import", _STARTER).status == 0
    return bijia


def _lines(*questions: dict[str, Any]) -> bytes:
    return "".join(json.dumps(q, ensure_ascii=False) + "\n" for q in questions).encode("utf-8")


# Each verb in a process of its own


def test_a_process_answers_complete_line_by_line(filled: CommandLine) -> None:
    before = "同志们：\n群团组织一头连着机关，一头连"
    question = {"title": "讲话", "before": before, "limit": 2}
    done = filled.process("complete", lines=_lines(question, {"before": "青禾"}))
    assert (done.status, done.err) == (0, "")
    first, second = done.lines
    assert set(first) == set(second) == {"completions"}
    assert 1 <= len(first["completions"]) <= 2
    offer = first["completions"][0]
    assert set(offer) == {"text", "count", "source"}
    assert set(offer["source"]) == {"document", "year"}
    assert "着千家万户。".startswith(offer["text"])
    assert offer["source"] == {"document": "在全县群团工作会议上的讲话（示例）", "year": 2025}
    assert offer["count"] == 1


_PHRASE_FIELDS = {
    "text", "function", "count", "sources",
    "pick", "genre", "latest", "blanks", "parts", "signals",
}  # fmt: skip


def test_a_process_answers_suggest_line_by_line(filled: CommandLine) -> None:
    question = {
        "title": "讲话",
        "headings": ["一、看清形势"],
        "before": "同志们：\n",
        "limit": 3,
        "unit": "passage",
    }
    done = filled.process("suggest", lines=_lines(question))
    assert (done.status, done.err) == (0, "")
    assert set(done.json) == {"phrases"}
    assert len(done.json["phrases"]) == 3
    for phrase in done.json["phrases"]:
        assert set(phrase) == _PHRASE_FIELDS
        assert len(phrase["text"]) <= 120
        assert phrase["count"] >= 1
        for source in phrase["sources"]:
            assert set(source) == {"document", "year", "section"}


def test_a_process_answers_outline_line_by_line(filled: CommandLine) -> None:
    asked = [
        {"title": "在青年工作会议上的讲话", "limit": 1},
        {"title": "", "genre": "实施方案", "limit": 1},
    ]
    done = filled.process("outline", lines=_lines(*asked))
    assert (done.status, done.err) == (0, "")
    for answer, genre in zip(done.lines, ("讲话", "实施方案"), strict=True):
        assert set(answer) == {"templates"}
        (template,) = answer["templates"]
        assert set(template) == {"name", "genre", "sources", "sections"}
        assert template["genre"] == genre
        for section in template["sections"]:
            assert set(section) == {"level", "heading", "function", "papers", "variants"}
        for source in template["sources"]:
            assert set(source) == {"document", "year"}


def test_a_process_answers_headings_line_by_line(filled: CommandLine) -> None:
    asked: list[dict[str, object]] = [
        {"title": "在会议上的讲话", "headings": [], "before": "同志们：\n", "limit": 3},
        {"title": "工作报告", "headings": ["二、主要任务"], "before": "二、主要任务\n"},
    ]
    done = filled.process("headings", lines=_lines(*asked))
    assert (done.status, done.err, len(done.lines)) == (0, "", 2)
    for answer in done.lines:
        assert set(answer) == {"sets"}
        assert answer["sets"]
        for found in answer["sets"]:
            assert set(found) == {"pattern", "level", "headings", "count"}
            for heading in found["headings"]:
                assert set(heading) == {"text", "document", "year"}


def test_a_process_searches(filled: CommandLine) -> None:
    done = filled.process("search", "“千家万户”", "--limit", "5", "--json")
    assert (done.status, done.err) == (0, "")
    assert set(done.json) == {"hits", "terms"}
    assert done.json["terms"] == ["千家万户"]
    (hit,) = done.json["hits"]
    assert set(hit) == {"snippet", "document", "year", "section", "score"}
    assert hit["snippet"] == "群团组织一头连着机关，一头连着千家万户。"


def test_a_process_counts_the_library(filled: CommandLine) -> None:
    done = filled.process("stats", "--json")
    assert (done.status, done.err) == (0, "")
    assert set(done.json) == {"documents", "characters", "sections", "phrases", "favourites"}
    assert done.json["documents"] == 6


def test_a_process_learns_from_the_library(filled: CommandLine) -> None:
    done = filled.process("learn", "--json")
    assert (done.status, done.err) == (0, "")
    assert done.json == {"papers": 6, "kept": False}
    assert filled.process("learn", "--if-due").out == ""
    assert "6 papers" in filled.process("learn").out or "6 篇" in filled.process("learn").out


def test_a_process_serves_the_window(filled: CommandLine) -> None:
    asked = [
        {"number": 1, "verb": "stats"},
        {"number": 2, "verb": "search", "query": "，"},
        {"number": 3, "verb": "suggest", "before": "群众", "limit": 1},
    ]
    done = filled.process("serve", lines=_lines(*asked))
    assert (done.status, done.err) == (0, "")
    counted, refused, suggested = done.lines
    assert (counted["number"], counted["documents"]) == (1, 6)
    chinese, english = "请输入要找的词。", "Enter a word to look for."
    error = {"kind": "QueryEmpty", "zh": chinese, "en": english}
    assert refused == {"number": 2, "error": error}
    assert suggested["number"] == 3
    assert len(suggested["phrases"]) == 1


# What else the verbs do


def test_questions_are_answered_one_by_one_while_the_asker_waits(filled: CommandLine) -> None:
    with subprocess.Popen(
        filled.command("complete"),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        env=filled.environment,
    ) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        for before in ("群众", "工作"):
            process.stdin.write(_lines({"before": before}))
            process.stdin.flush()
            assert set(json.loads(process.stdout.readline())) == {"completions"}
        process.stdin.close()
        assert process.wait() == 0


def test_empty_lines_are_passed_over(filled: CommandLine, capsys: Capture) -> None:
    done = filled(capsys, "complete", lines=b"\n  \n" + _lines({"before": "群众"}) + b"\r\n")
    assert (done.status, len(done.lines)) == (0, 1)
    assert filled(capsys, "suggest", lines=b"").out == ""


def test_answers_are_chinese_that_a_person_can_read(filled: CommandLine, capsys: Capture) -> None:
    assert "群众" in filled(capsys, "suggest", lines=_lines({"before": "群众"})).out


@pytest.mark.parametrize("verb", ["complete", "suggest", "outline", "headings"])
def test_questions_are_answered_from_an_empty_library(
    bijia: CommandLine, capsys: Capture, verb: str
) -> None:
    done = bijia(capsys, verb, lines=_lines({"title": "讲话", "before": "同志们", "limit": 3}))
    (answers,) = done.json.values()
    assert (done.status, answers) == (0, [])


@pytest.mark.parametrize("verb", ["complete", "suggest", "outline", "headings", "serve"])
@pytest.mark.parametrize(
    "line", ["同志们", "[]", "{", '{"title": 1, "before": 1, "number": "x"}', "[" * 9999]
)
def test_a_line_that_is_no_question_is_one_sentence_and_status_1(
    bijia: CommandLine, capsys: Capture, verb: str, line: str
) -> None:
    good = _lines({"title": "讲话", "before": "同志们", "number": 1, "verb": "stats"})
    done = bijia(capsys, verb, lines=good + line.encode() + b"\n" + good)
    assert (done.status, len(done.lines)) == (1, 1)
    assert done.sentence.startswith("读不懂这一行请求（")
    bijia.speak("en")
    done = bijia(capsys, verb, lines=line.encode())
    assert done.sentence.startswith("The request cannot be understood (")


def test_hits_are_shown_with_their_source(filled: CommandLine, capsys: Capture) -> None:
    done = filled(capsys, "search", "“千家万户”")
    assert done.status == 0
    snippet, source = done.out.splitlines()
    assert snippet == "群团组织一头连着机关，一头连着千家万户。"
    assert source.startswith("    《在全县群团工作会议上的讲话（示例）》 一、看清形势")


def test_nothing_found_is_no_failure(filled: CommandLine, capsys: Capture) -> None:
    done = filled(capsys, "search", "“航天飞机”")
    assert (done.status, done.out, done.err) == (0, "", "")
    done = filled(capsys, "search", "“航天飞机”", "--json")
    assert done.json == {"hits": [], "terms": ["航天飞机"]}


def test_ten_hits_are_shown_unless_another_number_is_asked_for(
    filled: CommandLine, capsys: Capture
) -> None:
    assert len(filled(capsys, "search", "工作", "--json").json["hits"]) == 10
    assert len(filled(capsys, "search", "--limit", "2", "工作", "--json").json["hits"]) == 2
    assert filled(capsys, "search", "工作", "--limit", "0", "--json").json["hits"] == []


def test_a_search_without_a_word_is_one_sentence_and_status_1(
    filled: CommandLine, capsys: Capture
) -> None:
    done = filled(capsys, "search", "，", "--json")
    assert (done.status, done.out, done.sentence) == (1, "", "请输入要找的词。")
    filled.speak("en")
    assert filled(capsys, "search", "").sentence == "Enter a word to look for."


def test_the_numbers_of_the_library_are_shown_in_a_table(
    filled: CommandLine, capsys: Capture
) -> None:
    names = [line.split()[0] for line in filled(capsys, "stats").out.splitlines()]
    assert names == ["documents", "characters", "sections", "phrases", "favourites"]


def test_what_was_learned_of_the_use_is_shown_and_forgotten(
    filled: CommandLine, capsys: Capture
) -> None:
    taken = {"number": 1, "verb": "use", "passed": [{"text": "切实加强领导。"}]}
    assert filled.process("serve", lines=_lines(taken)).status == 0
    assert filled(capsys, "uses").out.split() == ["0", "0", "1", "切实加强领导。"]
    assert filled(capsys, "uses", "--forget", "--json").json == {"uses": []}


@pytest.mark.parametrize("content", ["damaged", "newer", "folder"])
@pytest.mark.parametrize(
    ("verb", "lines"),
    [
        (("stats", "--json"), b""),
        (("search", "群众"), b""),
        (("complete",), _lines({"before": "群众"})),
        (("suggest",), _lines({"before": "群众"})),
        (("outline",), _lines({"title": "讲话"})),
        (("headings",), _lines({"title": "讲话", "before": ""})),
        (("import", _STARTER, "--json"), b""),
    ],
    ids=lambda value: str(value[0]) if isinstance(value, tuple) else "",
)
def test_a_library_that_cannot_be_used_is_one_sentence_and_status_1(
    bijia: CommandLine, capsys: Capture, verb: tuple[str, ...], lines: bytes, content: str
) -> None:
    bijia.library.mkdir()
    file = bijia.library / "library.sqlite"
    match content:
        case "damaged":
            file.write_bytes(b"no database at all " * 100)
            reason = "已损坏"
        case "newer":
            connection = sqlite3.connect(file)
            connection.execute("PRAGMA user_version = 999")
            connection.close()
            reason = "升级笔架"
        case _:
            file.mkdir()
            reason = "那是一个文件夹"
    done = bijia(capsys, *verb, lines=lines)
    assert (done.status, done.out) == (1, "")
    assert reason in done.sentence


@pytest.mark.skipif(sys.platform == "win32", reason="pipes break otherwise there")
@pytest.mark.parametrize(
    "arguments", [("stats",), ("stats", "--json"), ("search", "工作"), ("import", _STARTER)]
)
def test_a_reader_that_has_gone_ends_the_program_without_a_word(
    filled: CommandLine, arguments: tuple[object, ...]
) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    done = subprocess.run(
        filled.command(*arguments),
        stdout=writing,
        stderr=subprocess.PIPE,
        env=filled.environment,
        check=False,
    )
    os.close(writing)
    assert (done.returncode, done.stderr) == (1, b"")


def test_an_output_that_cannot_show_chinese_shows_it_as_utf_8(filled: CommandLine) -> None:
    environment = {**filled.environment, "PYTHONIOENCODING": "ascii"}
    done = subprocess.run(
        filled.command("search", "“千家万户”"), capture_output=True, env=environment, check=True
    )
    assert "群团组织一头连着机关" in done.stdout.decode("utf-8")


def test_help_names_every_verb_in_both_languages(bijia: CommandLine, capsys: Capture) -> None:
    with pytest.raises(SystemExit) as end:
        bijia(capsys, "--help")
    assert end.value.code == 0
    shown = capsys.readouterr().out
    for verb in VERBS - {"serve"}:
        assert f"\n  {verb} " in shown
    assert "离线公文写作助手" in shown
    assert "an offline writing assistant" in shown


@pytest.mark.parametrize("verb", ["import", "search", "check", "export", "stats", "complete"])
def test_each_verb_has_a_help_of_its_own(bijia: CommandLine, capsys: Capture, verb: str) -> None:
    with pytest.raises(SystemExit) as end:
        bijia(capsys, verb, "--help")
    assert end.value.code == 0
    assert f"bijia {verb}" in capsys.readouterr().out
    assert not bijia.library.exists()


def test_the_version_is_told(bijia: CommandLine, capsys: Capture) -> None:
    with pytest.raises(SystemExit) as end:
        bijia(capsys, "--version")
    assert end.value.code == 0
    assert capsys.readouterr().out == f"bijia {__version__}\n"


@pytest.mark.parametrize(
    "arguments",
    [
        ("import", "--nonsense"),
        ("search",),
        ("search", "群众", "--limit", "many"),
        ("export", "稿.md"),
        ("check",),
    ],
)
def test_arguments_that_are_missing_or_wrong_show_how_the_verb_is_used(
    bijia: CommandLine, capsys: Capture, arguments: tuple[str, ...]
) -> None:
    with pytest.raises(SystemExit) as end:
        bijia(capsys, *arguments)
    assert end.value.code == 2
    told = capsys.readouterr().err
    assert told.startswith(f"usage: bijia {arguments[0]} ")
    assert not bijia.library.exists()


def test_an_option_may_stand_before_or_behind_what_it_belongs_to(
    filled: CommandLine, capsys: Capture
) -> None:
    behind = filled(capsys, "search", "工作", "--limit", "1", "--json").json
    assert filled(capsys, "search", "--json", "--limit=1", "工作").json == behind
    assert filled(capsys, "search", "--json", "工作", "--limit", "1").json == behind

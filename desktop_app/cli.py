"""The command line: the same use cases without a window."""

import argparse
import io
import json
import os
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NamedTuple

from desktop_app import __version__
from desktop_app.core.errors import BijiaError, FileNotWritten, Reason
from desktop_app.core.reading.decoding import decode
from desktop_app.core.reading.file_bytes import TEXT_LIMIT, read_file_bytes
from desktop_app.session.draft import open_draft
from desktop_app.session.freed_memory import keep_freed_memory
from desktop_app.session.language import system_language
from desktop_app.session.places import resources, user_places
from desktop_app.session.question import Question
from desktop_app.session.service import Service

_PROGRAM = "bijia"
_LOWEST = 19  # priority
_THE_DRAFT = Reason("那是草稿本身", "that is the draft itself")


class _Verb(NamedTuple):
    """A verb of the command line: what it does, in both languages, and its arguments."""

    run: Callable[[Service, argparse.Namespace], int]
    help: str
    arguments: Callable[[argparse.ArgumentParser], object]


def run(arguments: Sequence[str]) -> int:
    """Do what the arguments say; the exit status.

    A failure is one sentence on standard error and status 1.
    """
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="replace")
    asked = _program_parser().parse_args(arguments)
    verb = _VERBS[asked.verb]
    parser = argparse.ArgumentParser(prog=f"{_PROGRAM} {asked.verb}", description=verb.help)
    verb.arguments(parser)
    service = Service(user_places(asked.library), resources())
    try:
        status = verb.run(service, parser.parse_intermixed_args(asked.rest))
        sys.stdout.flush()  # here, where it is noticed if nobody reads any more
    except BijiaError as error:
        print(error.sentence(system_language()), file=sys.stderr)
        return 1
    except BrokenPipeError:
        # Whoever read the answers has gone. Python would complain once more when it ends.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1
    else:
        return status
    finally:
        service.close()


def _program_parser() -> argparse.ArgumentParser:
    verbs = "\n".join(f"  {name:<10}{verb.help}" for name, verb in _VERBS.items())
    parser = argparse.ArgumentParser(
        prog=_PROGRAM,
        usage=f"{_PROGRAM} [--library DIR] [DRAFT | VERB …]",
        description="笔架：离线公文写作助手。不带命令则打开窗口。\n"
        "Bijia, an offline writing assistant for official Chinese. Without a verb: the window.\n\n"
        + verbs,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--library", type=Path, help="资料库文件夹 / folder of the library")
    parser.add_argument("--version", action="version", version=f"{_PROGRAM} {__version__}")
    parser.add_argument("verb", choices=_VERBS, help=argparse.SUPPRESS)
    parser.add_argument("rest", nargs=argparse.REMAINDER, help=argparse.SUPPRESS)
    return parser


def _answer(answer: object) -> None:
    print(json.dumps(answer, ensure_ascii=False), flush=True)


def _answer_lines(verb: str) -> Callable[[Service, argparse.Namespace], int]:
    """A verb that answers each line of JSON with one."""

    def answer_lines(service: Service, _asked: argparse.Namespace) -> int:
        keep_freed_memory()
        for line in sys.stdin.buffer:
            if line.strip():
                _answer(service.answer(verb, Question.parse(line)))
        return 0

    return answer_lines


def _serve(service: Service, _asked: argparse.Namespace) -> int:
    """Answer the window: each line names its verb and carries a number that the answer repeats."""
    keep_freed_memory()
    for line in sys.stdin.buffer:
        question = Question.parse(line)
        number = question.number("number")
        try:
            answer = service.answer(question.text("verb"), question)
        except BijiaError as error:
            said = {"zh": error.sentence("zh"), "en": error.sentence("en")}
            answer = {"error": {"kind": type(error).__name__, **said}}
        _answer({"number": number, **answer})
    return 0


def _search(service: Service, asked: argparse.Namespace) -> int:
    answer = service.answer("search", Question({"query": asked.query, "limit": asked.limit}))
    if asked.json:
        _answer(answer)
        return 0
    for hit in answer["hits"]:
        print(f"{hit['snippet']}\n    《{hit['document']}》 {hit['section']}")
    return 0


def _stats(service: Service, asked: argparse.Namespace) -> int:
    answer = service.answer("stats", Question({}))
    if asked.json:
        _answer(answer)
        return 0
    for name, count in answer.items():
        print(f"{name:<12}{count:>12,}")
    return 0


def _uses(service: Service, asked: argparse.Namespace) -> int:
    """What is known of the use of suggestions, or that it is forgotten."""
    if asked.forget:
        service.answer("forget_uses", Question({}))
    answer = service.answer("uses", Question({}))
    if asked.json:
        _answer(answer)
        return 0
    for counts in answer["uses"]:
        print(f"{counts['taken']:>5}{counts['undone']:>5}{counts['passed']:>5}  {counts['text']}")
    return 0


def _learn(service: Service, asked: argparse.Namespace) -> int:
    """Learn in the background: at the lowest priority where the system has such."""
    if hasattr(os, "nice"):
        os.nice(_LOWEST)
    suggestions = service.library().suggestions
    if asked.if_due and not suggestions.may_learn():
        return 0
    learned = suggestions.learn()
    if asked.json:
        _answer(learned.told())
        return 0
    print(learned.sentence(system_language()))
    return 0


def _import(service: Service, asked: argparse.Namespace) -> int:
    from desktop_app.cli_import import run_import  # noqa: PLC0415 — the other verbs start sooner

    return run_import(service, asked)


def _check(_service: Service, asked: argparse.Namespace) -> int:
    from desktop_app.core.check.draft import check  # noqa: PLC0415 — see `_import`

    language = system_language()
    findings = [
        {
            "rule": finding.rule,
            "severity": finding.severity.value,
            "start": finding.start,
            "end": finding.end,
            "message": finding.message(language),
            **({} if finding.replacement is None else {"replacement": finding.replacement}),
        }
        for finding in check(_draft_text(asked.draft))
    ]
    if asked.json:
        _answer({"findings": findings})
        return 0
    for found in findings:
        print(f"{found['start']}–{found['end']} {found['severity']} {found['message']}")
    return 0


def _draft_text(path: Path) -> str:
    """The text of a draft file, whose code points the findings' places count."""
    data = read_file_bytes(path, TEXT_LIMIT)
    open_draft(path)  # refuses what is no text
    return decode(data)


def _export(_service: Service, asked: argparse.Namespace) -> int:
    from desktop_app.session.exporting import export_draft  # noqa: PLC0415 — see `_import`

    draft = open_draft(asked.draft).file
    if asked.out.exists() and asked.out.samefile(asked.draft):
        raise FileNotWritten(name=asked.out.name, reason=_THE_DRAFT)
    export_draft(draft, asked.out, resources(), asked.style)
    return 0


def _no_arguments(_parser: argparse.ArgumentParser) -> None:
    """The verb reads its questions from standard input."""


def _import_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "paths",
        nargs="*",
        type=Path,
        metavar="PATH",
        help="不写则重读跟踪的文件夹 / without any, the watched folders are read again",
    )
    parser.add_argument(
        "--watch",
        action="store_true",
        help="以后也跟踪这些文件夹 / watch these folders from now on",
    )
    parser.add_argument("--json", action="store_true", help="最后一行为 JSON / last line is JSON")
    parser.add_argument(
        "--progress",
        action="store_true",
        help="逐行输出 JSON 进度，标准输入一行 cancel 即停 / progress as JSON lines; "
        "a line “cancel” on standard input stops",
    )


def _search_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("query", metavar="QUERY")
    parser.add_argument("--limit", type=int, default=10)
    parser.add_argument("--json", action="store_true")


def _stats_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--json", action="store_true")


def _learn_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--json", action="store_true")
    parser.add_argument(
        "--if-due",
        action="store_true",
        help="资料库翻倍后才学 / only if the library has doubled since the last time",
    )


def _uses_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--forget", action="store_true", help="全部忘掉 / forget all of it")


def _check_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("draft", type=Path, metavar="DRAFT")
    parser.add_argument("--json", action="store_true")


def _export_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("draft", type=Path, metavar="DRAFT")
    parser.add_argument("out", type=Path, metavar="OUT.docx")
    parser.add_argument("--style", default="", metavar="NAME", help="版式 / house style")


_VERBS = {
    "import": _Verb(_import, "导入文件和文件夹 / import files and folders", _import_arguments),
    "complete": _Verb(
        _answer_lines("complete"), "续写（JSON 行）/ continuations, JSON lines", _no_arguments
    ),
    "suggest": _Verb(
        _answer_lines("suggest"), "推荐语句（JSON 行）/ phrases, JSON lines", _no_arguments
    ),
    "outline": _Verb(
        _answer_lines("outline"), "提纲（JSON 行）/ outlines, JSON lines", _no_arguments
    ),
    "headings": _Verb(
        _answer_lines("headings"), "标题（JSON 行）/ headings, JSON lines", _no_arguments
    ),
    "search": _Verb(_search, "在资料库中检索 / search the library", _search_arguments),
    "check": _Verb(_check, "检查草稿 / check a draft", _check_arguments),
    "export": _Verb(_export, "导出 Word / export to Word", _export_arguments),
    "stats": _Verb(_stats, "资料库概况 / what the library holds", _stats_arguments),
    "uses": _Verb(
        _uses,
        "推荐用过、撤销、略过的次数 / suggestions taken, undone, passed over",
        _uses_arguments,
    ),
    "learn": _Verb(_learn, "从资料库学习续写 / learn from the library", _learn_arguments),
    "serve": _Verb(_serve, "应答窗口（内部）/ answer the window (internal)", _no_arguments),
}

"""The verb that imports papers: its progress, its cancelling, its summary."""

import argparse
import json
import signal
import sys
import threading
import time
from collections.abc import Mapping

from desktop_app.core.errors import BijiaError, Language
from desktop_app.core.library.importing import ImportReport, Progress, real_path
from desktop_app.session.language import system_language
from desktop_app.session.service import Service

_BAR = 24  # characters


def run_import(service: Service, asked: argparse.Namespace) -> int:
    """Import what is named.

    Status 1 if something that was named itself, and not merely found in a folder, was refused.

    Raises:
        LibraryUnusable: if the library cannot be written.
    """
    begun = time.monotonic()
    language = system_language()
    cancelled = _cancelling(listen=asked.progress)
    report = ImportReport()
    try:
        library = service.library()
        for progress in library.import_paths(asked.paths, report, cancelled.is_set):
            _show(progress, as_json=asked.progress)
    except BijiaError as error:
        if asked.progress:
            print(json.dumps({"error": error.sentence(language)}, ensure_ascii=False), flush=True)
        raise
    for failure in report.failed:
        print(f"{failure.path}：{failure.reason.sentence(language)}", file=sys.stderr)
    held = library.statistics()
    summary = {
        "imported": report.imported,
        "unchanged": report.unchanged,
        "duplicates": report.duplicates,
        "failed": [
            {"path": str(failure.path), "reason": failure.reason.sentence(language)}
            for failure in report.failed
        ],
        "documents": held.documents,
        "characters": held.characters,
        "seconds": round(time.monotonic() - begun, 2),
    }
    as_json = asked.json or asked.progress
    print(json.dumps(summary, ensure_ascii=False) if as_json else _told(summary, language))
    named = {real_path(path) for path in asked.paths}
    return 1 if any(failure.path in named for failure in report.failed) else 0


def _cancelling(*, listen: bool) -> threading.Event:
    """Set by an interrupt, or by a line “cancel” on standard input if that is listened to."""
    cancelled = threading.Event()
    signal.signal(signal.SIGINT, lambda _number, _frame: cancelled.set())
    if listen:
        threading.Thread(target=_listen, args=(cancelled,), daemon=True).start()
    return cancelled


def _listen(cancelled: threading.Event) -> None:
    for line in sys.stdin:
        if line.strip() == "cancel":
            cancelled.set()


def _show(progress: Progress, *, as_json: bool) -> None:
    """One line of JSON, or a bar on a terminal; nothing where nobody looks."""
    if as_json:
        said = {"done": progress.done, "total": progress.total, "path": str(progress.path)}
        print(json.dumps({"progress": said}, ensure_ascii=False), flush=True)
    elif sys.stderr.isatty():
        filled = _BAR * progress.done // progress.total
        bar = "█" * filled + "·" * (_BAR - filled)
        end = "\n" if progress.done == progress.total else ""
        line = f"\r{bar} {progress.done}/{progress.total} {progress.path.name[:30]}\033[K{end}"
        print(line, end="", file=sys.stderr, flush=True)


def _told(summary: Mapping[str, object], language: Language) -> str:
    """The summary as a sentence."""
    failed = summary["failed"]
    counts = {**summary, "failed": len(failed) if isinstance(failed, list) else 0}
    if language == "zh":
        template = (
            "读入 {imported} 篇，未变 {unchanged} 篇，重复 {duplicates} 篇，"
            "读不了 {failed} 份；资料库现有 {documents} 篇、{characters} 字，用时 {seconds} 秒。"
        )
    else:
        template = (
            "Imported {imported}, unchanged {unchanged}, duplicates {duplicates}, "
            "not readable {failed}; the library now holds {documents} papers "
            "with {characters} characters ({seconds} s)."
        )
    return template.format(**counts)

"""The verb that imports papers: its progress, its cancelling, its summary."""

import argparse
import json
import signal
import sys
import threading
import time
from collections.abc import Iterable, Mapping
from pathlib import Path

from desktop_app.core.errors import BijiaError, Language
from desktop_app.core.library.folders import watch, watched_folders
from desktop_app.core.library.found_files import real_path
from desktop_app.core.library.importing import ImportReport, Progress, Stage
from desktop_app.session.import_pool import prepare_apart, tally_apart
from desktop_app.session.importing import import_paths
from desktop_app.session.language import system_language
from desktop_app.session.library import Library
from desktop_app.session.service import Service

_BAR = 24  # characters


def run_import(service: Service, asked: argparse.Namespace) -> int:
    """Import what is named, or else the watched folders.

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
        if asked.watch:
            _watch(library, asked.paths)
        paths = asked.paths or watched_folders(library.database)
        for progress in import_paths(
            library, paths, report, cancelled.is_set, prepare_apart, tally_apart
        ):
            _show(progress, as_json=asked.progress, language=language)
    except BijiaError as error:
        if asked.progress:
            print(json.dumps({"error": error.sentence(language)}, ensure_ascii=False), flush=True)
        raise
    if sys.stderr.isatty() and not asked.progress:
        print(file=sys.stderr)  # below the bar
    for failure in report.failed:
        print(f"{_printable(failure.path)}：{failure.reason.sentence(language)}", file=sys.stderr)
    held = library.statistics()
    summary = {
        "imported": report.imported,
        "unchanged": report.unchanged,
        "duplicates": report.duplicates,
        "failed": [
            {"path": str(failure.path), "reason": failure.reason.sentence(language)}
            for failure in report.failed
        ],
        "skipped": len(report.skipped),
        "documents": held.documents,
        "characters": held.characters,
        "seconds": round(time.monotonic() - begun, 2),
    }
    as_json = asked.json or asked.progress
    print(json.dumps(summary, ensure_ascii=False) if as_json else _told(summary, language))
    named = {real_path(path) for path in asked.paths}
    return 1 if any(failure.path in named for failure in report.failed) else 0


def _watch(library: Library, paths: Iterable[Path]) -> None:
    """Watch the folders that are named; what is no folder is told when it is imported."""
    for path in paths:
        if real_path(path).is_dir():
            watch(library.database, path)


def _printable(path: Path) -> str:
    """The path on one line, whatever its names hold."""
    return "".join(
        mark if mark.isprintable() else "\N{REPLACEMENT CHARACTER}" for mark in str(path)
    )


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


def _show(progress: Progress, *, as_json: bool, language: Language) -> None:
    """One line of JSON, or a bar on a terminal; nothing where nobody looks."""
    if as_json:
        said = {
            "done": progress.done,
            "total": progress.total,
            "path": str(progress.path),
            "stage": progress.stage.value,
        }
        print(json.dumps({"progress": said}, ensure_ascii=False), flush=True)
    elif sys.stderr.isatty():
        print(f"\r{_bar(progress, language)}\033[K", end="", file=sys.stderr, flush=True)


def _bar(progress: Progress, language: Language) -> str:
    """How far the import is; when all files are read, the index is still to come."""
    filled = _BAR * progress.done // progress.total
    bar = "█" * filled + "·" * (_BAR - filled)
    name = _printable(Path(progress.path.name[:30]))
    if progress.stage is Stage.INDEXING:
        name = "正在整理索引" if language == "zh" else "indexing"
    elif progress.stage is Stage.JUDGING:
        name = "正在辨认洗稿" if language == "zh" else "looking for spun papers"
    return f"{bar} {progress.done}/{progress.total} {name}"


def _told(summary: Mapping[str, object], language: Language) -> str:
    """The summary as a sentence."""
    failed = summary["failed"]
    counts = {**summary, "failed": len(failed) if isinstance(failed, list) else 0}
    if language == "zh":
        template = (
            "读入 {imported} 篇，未变 {unchanged} 篇，重复 {duplicates} 篇，"
            "读不了 {failed} 份，跳过 {skipped} 份；"
            "资料库现有 {documents} 篇、{characters} 字，用时 {seconds} 秒。"
        )
    else:
        template = (
            "Imported {imported}, unchanged {unchanged}, duplicates {duplicates}, "
            "not readable {failed}, skipped {skipped}; the library now holds {documents} papers "
            "with {characters} characters ({seconds} s)."
        )
    return template.format(**counts)

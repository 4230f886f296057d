"""The progress of an import in a sentence."""

from PySide6.QtCore import QCoreApplication

from desktop_app.ui.bridge.import_job import ImportProgress
from desktop_app.ui.bridge.import_pace import Pace

translate = QCoreApplication.translate
_NAME = 26  # characters of a file's name; the rest of the sentence counts more
_MINUTES_FROM = 90  # seconds; what is longer is told in minutes


def progress_sentence(progress: ImportProgress) -> str:
    """Which file of how many, how fast, and how long it will take; when all are done, what is left.

    For example: 正在读入 312 / 1,000：讲话.docx · 每秒 41 篇 · 约剩 17 秒.
    """
    if progress.done >= progress.total:
        return translate("Progress", "Preparing the suggestions…")
    at_hand = translate("Progress", "Importing {done} of {total}: {name}").format(
        done=f"{progress.done + 1:,}", total=f"{progress.total:,}", name=_short(progress.name)
    )
    return " · ".join(filter(None, (at_hand, _rate(progress.pace), _left(progress.pace))))


def _short(name: str) -> str:
    """A name in one line, its middle left out if it is long."""
    line = " ".join(name.split())
    half = _NAME // 2
    return line if len(line) <= _NAME else f"{line[:half]}…{line[-half:]}"


def _rate(pace: Pace) -> str:
    if pace.rate is None:
        return ""
    figures = f"{pace.rate:,.0f}" if pace.rate >= 10 else f"{pace.rate:.1f}"
    return translate("Progress", "{rate} a second").format(rate=figures)


def _left(pace: Pace) -> str:
    if pace.left is None:
        return ""
    if pace.left < _MINUTES_FROM:
        seconds = translate("Progress", "about {seconds} s left")
        return seconds.format(seconds=max(1, round(pace.left)))
    minutes = translate("Progress", "about {minutes} min left")
    return minutes.format(minutes=round(pace.left / 60))

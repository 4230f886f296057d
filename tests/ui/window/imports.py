"""Papers to import, and what an import says at its end."""

from pathlib import Path

from desktop_app.ui.bridge.import_job import ImportSummary


def write_papers(folder: Path, count: int) -> None:
    for number in range(count):
        text = f"关于第{number}项工作的通知\n各单位：\n请抓好第{number}项工作。"
        (folder / f"{number}.txt").write_text(text, encoding="utf-8")


def summary(failed: tuple[tuple[str, str], ...] = ()) -> ImportSummary:
    return ImportSummary(3, 2, 1, failed, 12)

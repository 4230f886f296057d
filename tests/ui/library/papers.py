"""What the engine says of papers, for tests of the library's window."""

from typing import Any

from desktop_app.ui.library.paper_row import PaperRow, read_row

Said = dict[str, Any]


def said(paper: int, **other: Any) -> Said:
    """A paper as the engine lists it."""
    row: Said = {
        "id": paper,
        "title": f"关于做好第{paper}项工作的通知",
        "genre": "通知",
        "year": 2024,
        "body": "青禾县人民政府",
        "place": "青禾县",
        "characters": 1000 + paper,
        "state": "used",
        "copies": 1,
        "name": f"{paper}.docx",
    }
    return row | other


def paper(number: int, **other: Any) -> PaperRow:
    """The same as a value."""
    return read_row(said(number, **other))


def said_in_full(number: int, **other: Any) -> Said:
    """A paper as the engine tells it in full: a heading that runs on, and two lines removed."""
    return {
        "paper": said(number, **other),
        "confidence": {"title": 0.9, "year": 0.6, "genre": 0.9, "body": 0.59, "place": 0.2},
        "files": [f"/旧稿/{number}.docx"],
        "paragraphs": [
            {"role": "title", "text": "关于做好工作的通知", "run_in": 0},
            {"role": "heading2", "text": "（一）加强领导。各级要重视。", "run_in": 8},
            {"role": "body", "text": "特此通知。", "run_in": 0},
        ],
        "removed": [
            {"before": 0, "text": "首页 > 文件", "reason": "site"},
            {"before": 3, "text": "— 2 —", "reason": "page_number"},
        ],
    }

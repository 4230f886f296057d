"""Papers of a few lines, and files of them."""

from pathlib import Path

from desktop_app.core.document.paper import Paper
from desktop_app.core.library.database import Database
from desktop_app.core.library.store import FileStamp, Store

STAMP = FileStamp(100, 1)
LATER = FileStamp(100, 2)

FLOOD = (
    "关于做好2024年防汛工作的通知",
    "各乡镇人民政府：",
    "一、压实责任",
    "各级干部要到岗到位，把隐患一处一处查清楚，把群众一户一户转移好。",
    "二、备足物资",
    "沙袋、冲锋舟和照明设备要提前运到堤上，专人看管，随时能用。",
)
LIBRARY = (
    "青溪县图书馆2023年工作总结",
    "一、主要成效",
    "一年来，图书馆坚持开放到夜里九点，接待读者十二万人次。",
    "二、下步打算",
    "继续把图书送到山里去，让群众一户一户都有书读。",
)


def paper(*lines: str, name: str = "文稿") -> Paper:
    """The paper of these lines."""
    return Paper.of(lines, [None] * len(lines), name)


def add(store: Store, *lines: str, path: str = "/稿.txt", stamp: FileStamp = STAMP) -> None:
    """Take in the paper of these lines as the file at `path`."""
    store.add(paper(*lines), path, stamp)


def write(path: Path, *lines: str) -> Path:
    """A text file of these lines; the path."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path


def numbers(database: Database, statement: str) -> list[int]:
    """The first column of an answer."""
    return [int(row[0]) for row in database.connection.execute(statement)]

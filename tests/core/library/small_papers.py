"""Papers of a few lines, and files of them."""

import sqlite3
from pathlib import Path

from desktop_app.core.document.paper import Paper
from desktop_app.core.library.database import Database
from desktop_app.core.library.prepared import Content, FileStamp, Prepared
from desktop_app.core.library.preparing import prepare_paper
from desktop_app.core.library.store import Store
from desktop_app.core.library.storing import Added

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


def prepared(*papers: Paper, stamp: FileStamp = STAMP) -> Prepared:
    """A file that holds this paper, or an archive of several."""
    if len(papers) == 1:
        return Prepared(stamp, b"", (Content("", prepare_paper(papers[0])),))
    return Prepared(stamp, b"", tuple(Content(p.name, prepare_paper(p)) for p in papers))


def add(store: Store, *lines: str, path: str = "/稿.txt", stamp: FileStamp = STAMP) -> Added:
    """Take in the paper of these lines as the file at `path`."""
    (added,) = store.add(path, prepared(paper(*lines), stamp=stamp))
    return added


def write(path: Path, *lines: str) -> Path:
    """A text file of these lines; the path."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path


def break_pages(file: Path) -> None:
    """Spoil what the tables of a library hold, but not what tells which tables there are."""
    connection = sqlite3.connect(file)
    (size,) = connection.execute("PRAGMA page_size").fetchone()
    roots = connection.execute("SELECT rootpage FROM sqlite_schema WHERE rootpage > 1").fetchall()
    connection.close()
    data = bytearray(file.read_bytes())
    for (root,) in roots:
        data[(root - 1) * size : root * size] = b"\x55" * size
    file.write_bytes(data)


def numbers(database: Database, statement: str) -> list[int]:
    """The first column of an answer."""
    return [int(row[0]) for row in database.connection.execute(statement)]

"""Files that cannot be imported, how they are made, and what is said of them."""

from collections.abc import Callable
from pathlib import Path

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def _empty(path: Path) -> None:
    path.touch()


def _text(path: Path) -> None:
    path.write_text("同志们：\n这其实是一篇纯文本。", encoding="utf-8")


def _with_password(path: Path) -> None:
    path.write_bytes(_OLE + b"\0" * 2000 + "EncryptedPackage".encode("utf-16-le") + b"\0" * 500)


def _picture(path: Path) -> None:
    path.write_bytes(b"\xff\xd8\xff\xe0" + b"\0" * 100)


def _old_word(path: Path) -> None:
    path.write_bytes(_OLE + b"\0" * 2500)


def _cut_off(path: Path) -> None:
    path.write_bytes(b"PK\x03\x04" + b"\x14\0" * 40)


def _huge(path: Path) -> None:
    with path.open("wb") as file:
        file.write("同志们：\n".encode())
        file.truncate(200 << 20)


def _blank(path: Path) -> None:
    path.write_text(" \n\n\u3000\n", encoding="utf-8")


BAD_FILES: dict[str, tuple[Callable[[Path], None], str]] = {
    "空.txt": (_empty, "文件是空的"),
    "空.docx": (_empty, "文件是空的"),
    "其实是文本.docx": (_text, "却不是 Word 文档"),
    "有密码.docx": (_with_password, "有打开密码"),
    "老格式.doc": (_old_word, "已损坏"),
    "残缺.docx": (_cut_off, "已损坏"),
    "很大.txt": (_huge, "200 MB"),
    "空白.txt": (_blank, "没有找到正文"),
}

# Skipped where they lie in a folder, and refused where they are named themselves.
SKIPPED_FILES: dict[str, tuple[Callable[[Path], None], str]] = {
    "照片.jpg": (_picture, ".jpg"),
}

"""Paragraphs of a rich text file (.rtf).

A reader of its own: the time that the library at hand takes grows with the cube of a crafted
file's length, and it prints hidden text and the targets of links, but no notes.
"""

import codecs
import re
from dataclasses import dataclass, field, replace
from io import StringIO

from desktop_app.core.errors import FileDamaged, FileHostile, FileTooLarge, FileTooLong
from desktop_app.core.reading.file_bytes import MEGABYTE
from desktop_app.core.reading.raw import RawParagraph
from desktop_app.core.reading.rich_text_words import (
    BULLETS,
    CHARSETS,
    DESTINATIONS,
    READ_THOUGH_STARRED,
    SYMBOL_FONT,
    SYMBOLS,
    WORDS,
)

_LIMIT = 20 * MEGABYTE
_DEPTH = 500  # groups within groups; Word writes some twenty
_TOKEN = re.compile(
    rb"\\([a-zA-Z]{1,32})(-?[0-9]{1,10})? ?|((?:\\'[0-9a-fA-F]{2})+)|\\(.)|([{}])|([^\\{}\r\n]+)",
    re.DOTALL,
)
_TOKENS = 1_000_000  # words, marks and pieces of text; a long report has 50,000
_WESTERN, _CHINESE = "cp1252", "gb18030"
_CODE_PAGES = {936: _CHINESE, 54936: _CHINESE, 65001: "utf-8"}
_CHINESE_ONLY = re.compile(r"[\u2010-\u203b\u3000-\u303f\u4e00-\u9fff\uff00-\uffef\x20-\x7e]+")
_LOOKS = {"f", "fcharset", "plain", "v", "deleted", "webhidden", "uc", "ansicpg", "deff"}
_PURPOSES = {"ud", "listtext", "pntext", "footnote"}
_OBEYED = {"bin", "u", *WORDS, *DESTINATIONS, *_LOOKS, *_PURPOSES}
_PRIVATE = re.compile(r"[\ue000-\uf8ff]+")  # bullets of symbol fonts


def rich_text_paragraphs(data: bytes) -> list[RawParagraph]:
    """The paragraphs that hold text, with automatic numbers; notes come at the end.

    Raises:
        FileRefused: if the file is cut off, too large, or nests like an attack.
    """
    if len(data) > _LIMIT:
        raise FileTooLarge(size=len(data) // MEGABYTE, limit=_LIMIT // MEGABYTE)
    text = _Reader().read(data).encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    return [RawParagraph(line.strip()) for line in text.split("\n") if line.strip()]


@dataclass(slots=True)
class _Group:
    """What holds until the brace that closes a group.

    Attributes:
        skipped: the group holds no text of the document.
        hidden: its text is not shown.
        fonts: it is the font table.
        number: it is the number of a paragraph.
        note: it is a note, whose text stands apart from the sentence that it belongs to.
        encoding: of its bytes, by its font; empty for that of the document.
        fallback: how many characters follow a Unicode one for programs that know none.
    """

    skipped: bool = False
    hidden: bool = False
    fonts: bool = False
    number: bool = False
    note: bool = False
    encoding: str = ""
    fallback: int = 1


@dataclass(slots=True)
class _Reader:
    """The state of reading, from one word to the next."""

    group: _Group = field(default_factory=_Group)
    outer: list[_Group] = field(default_factory=list)
    starred: bool = False
    ignored: int = 0  # characters still to be passed over after a Unicode one
    encoding: str = _WESTERN
    encodings: dict[int, str] = field(default_factory=dict)  # of the fonts
    font: int = 0
    default_font: int = 0
    raw: bytearray = field(default_factory=bytearray)
    body: StringIO = field(default_factory=StringIO)
    notes: StringIO = field(default_factory=StringIO)

    def read(self, data: bytes) -> str:
        """All text of the file, its paragraphs ended by line feeds."""
        position = 0
        for _ in range(_TOKENS):
            token = _TOKEN.search(data, position)
            if token is None:
                raise FileDamaged  # the brace that ends the file is missing
            position = token.end()
            word, number, code, symbol, brace, text = token.groups()
            if word:
                position += self._word(word, number)
            elif code:
                self._bytes(bytes.fromhex(code.replace(b"\\'", b"").decode()))
            elif symbol:
                self._symbol(symbol.decode("latin-1"))
            elif text:
                self._bytes(text)
            elif self._brace(opens=brace == b"{"):
                return f"{self.body.getvalue()}\n{self.notes.getvalue()}"
        raise FileTooLong

    def _brace(self, *, opens: bool) -> bool:
        """Enter or leave a group; whether it was the last."""
        self._flush()
        self.ignored, self.starred = 0, False
        if opens:
            if len(self.outer) >= _DEPTH:
                raise FileHostile
            self.outer.append(self.group)
            self.group = replace(self.group)
        elif self.outer:
            self.group = self.outer.pop()
        return not self.outer

    def _bytes(self, data: bytes) -> None:
        ignored = min(self.ignored, len(data))
        self.ignored -= ignored
        if not self.group.skipped and not self.group.hidden:
            self.raw += data[ignored:]

    def _symbol(self, symbol: str) -> None:
        self.starred = symbol == "*"
        if symbol in SYMBOLS:
            self._text(SYMBOLS[symbol])

    def _word(self, name: bytes, digits: bytes | None) -> int:
        """Obey a word; how many bytes after it are no text at all."""
        starred, self.starred = self.starred, False
        word = name.decode()
        if not starred and word not in _OBEYED:
            return 0
        number = None if digits is None else int(digits)
        if word == "bin":
            return max(0, number or 0)
        if word == "u":
            self._text(chr((number or 0) & 0xFFFF), counted=False)
            self.ignored = self.group.fallback
        elif word in WORDS:
            self._text("" if self.group.number and word == "tab" else WORDS[word])
        elif not self._destination(word, starred=starred):
            self._look(word, number)
        return 0

    def _destination(self, word: str, *, starred: bool) -> bool:
        """Whether a word says what the group is for; if so, the group is made that."""
        group = self.group
        if word in DESTINATIONS or (starred and word not in READ_THOUGH_STARRED):
            group.skipped, group.fonts = True, word == "fonttbl"
        elif word == "ud":
            group.skipped = False
        elif word in ("listtext", "pntext"):
            group.number = True
        elif word == "footnote":
            group.note = True
            self.notes.write("\n")
        else:
            return False
        return True

    def _look(self, word: str, number: int | None) -> None:
        """What a word says of the characters that follow."""
        group = self.group
        match word:
            case "f":
                self._choose_font(number or 0)
            case "fcharset" if group.fonts:
                self.encodings[self.font] = CHARSETS.get(number or 0, "")
            case "plain":
                group.hidden = False
                self._choose_font(self.default_font)
            case "v" | "deleted" | "webhidden":
                self._flush()
                group.hidden = number != 0
            case "uc":
                group.fallback = max(0, number or 0)
            case "ansicpg":
                self.encoding = _code_page(number or 0)
            case "deff":
                self.default_font = number or 0

    def _choose_font(self, font: int) -> None:
        self._flush()
        self.font = font
        self.group.encoding = self.encodings.get(font, "")

    def _text(self, text: str, *, counted: bool = True) -> None:
        """Take a character that is not written as a byte."""
        if counted and self.ignored and text != "\n":
            self.ignored -= 1
            return
        self._flush()
        self.ignored = 0
        if not self.group.skipped and not self.group.hidden:
            self._put(text)

    def _flush(self) -> None:
        if self.raw:
            self._put(_decoded(bytes(self.raw), self.group.encoding or self.encoding))
            self.raw.clear()

    def _put(self, text: str) -> None:
        text = _PRIVATE.sub("", text)
        target = self.notes if self.group.note else self.body
        target.write(text.translate(BULLETS) if self.group.number else text)


def _code_page(number: int) -> str:
    try:
        return codecs.lookup(_CODE_PAGES.get(number, f"cp{number}")).name
    except LookupError:
        return _WESTERN


def _decoded(data: bytes, encoding: str) -> str:
    """The text of bytes, some of which call themselves Western and are Chinese."""
    if encoding == SYMBOL_FONT:
        return ""
    if encoding == _WESTERN and not data.isascii():
        chinese = data.decode(_CHINESE, errors="replace")
        if _CHINESE_ONLY.fullmatch(chinese):
            return chinese
    return data.decode(encoding, errors="replace")

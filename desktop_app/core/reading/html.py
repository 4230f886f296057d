"""Paragraphs of a web page as it was saved. Nothing that a page names is ever fetched."""

import codecs
import re
from collections.abc import Iterator

from selectolax.lexbor import LexborHTMLParser, LexborNode, SelectolaxError

from desktop_app.core.errors import FileHostile, FileTooLarge
from desktop_app.core.reading.decoding import decode
from desktop_app.core.reading.file_bytes import MEGABYTE
from desktop_app.core.reading.raw import RawParagraph

_LIMIT = 20 * MEGABYTE
_TAGS = 500_000  # a saved page has some thousands
# A parser's time grows with the square of the depth of a page and of the attributes of a tag.
_DEPTH = 3_000
_ATTRIBUTES = 1_000
_TAG = re.compile(r"<(/?)([a-zA-Z][^\s/>]*)([^>]*)")
# Elements that do not nest where their end is left out, and those without an end.
_NEVER_NESTED = (
    "p li td th tr tbody thead tfoot dt dd option br img input meta link hr col area base embed "
    "param source track wbr frame"
)
# What is no text, or none of the page's own. A form may hold the whole page, and so is read.
_NO_TEXT = (
    "head script style noscript template nav svg math select button textarea iframe object audio "
    "video canvas datalist"
)
_BLOCK_NAMES = (
    "address article aside blockquote body br caption center dd details dialog dir div dl dt "
    "fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li "
    "main menu ol option p pre section summary table tbody td tfoot th thead title tr ul"
)
_UNNESTED, _BLOCKS = frozenset(_NEVER_NESTED.split()), frozenset(_BLOCK_NAMES.split())
# Not shown, or the running head of a page that a word processor saved.
_HIDDEN = re.compile(
    r"display\s*:\s*none|visibility\s*:\s*hidden|mso-element\s*:\s*(?:header|footer)", re.IGNORECASE
)
_RUNNING = ("header", "footer")  # what LibreOffice calls them
_META = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w-]{1,40})", re.IGNORECASE)
_HEAD = 8_192  # bytes in which the character set is named
_CHINESE = frozenset({"gb2312", "gbk", "gb18030", "gb_2312-80", "cp936", "x-gbk"})
_WIDE = r"[\u2e80-\uffef]"
_BREAK_IN_CHINESE = re.compile(rf"(?<={_WIDE})[ \t\r\f]*\n\s*(?={_WIDE})")
_WHITE = re.compile(r"[ \t\r\n\f]+")


def html_paragraphs(data: bytes, charset: str = "") -> list[RawParagraph]:
    """The blocks of a page that hold text, in order; cells of tables are blocks of their own.

    Args:
        data: the page.
        charset: the character set named by what the page came in, if any.

    Raises:
        FileRefused: if the page is larger than a paper can be, or built to stall its reader.
    """
    if len(data) > _LIMIT:
        raise FileTooLarge(size=len(data) // MEGABYTE, limit=_LIMIT // MEGABYTE)
    text = decode_page(data, charset).replace("\0", "")
    _refuse_bomb(text)
    try:
        tree = LexborHTMLParser(text)
    except SelectolaxError as error:  # it is out of memory; whatever the page, it can be parsed
        raise FileHostile from error
    tree.strip_tags(_NO_TEXT.split())
    return [RawParagraph(block) for block in _blocks(tree.body) if block]


def decode_page(data: bytes, charset: str = "") -> str:
    """The text of a page by its mark, by the character set it names, or by what is likely."""
    named = _META.search(data[:_HEAD])
    for name in (charset, named[1].decode() if named else ""):
        text = _decoded_as(data, name.strip().lower())
        if text is not None:
            return text
    return decode(data)


def _decoded_as(data: bytes, charset: str) -> str | None:
    """The text in the named character set, if the name is right."""
    marked = data.startswith((codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
    if not charset or marked:
        return None
    try:
        codec = codecs.lookup("gb18030" if charset in _CHINESE else charset)
        return data.decode(codec.name)
    except (LookupError, ValueError):  # no such codec, one that makes no text, or wrong bytes
        return None


def _refuse_bomb(text: str) -> None:
    depth = 0
    for tags, tag in enumerate(_TAG.finditer(text)):
        if tag[2].lower() not in _UNNESTED:
            depth = max(0, depth - 1) if tag[1] else depth + 1
        crowded = len(tag[3]) > 2 * _ATTRIBUTES and len(tag[3].split()) > _ATTRIBUTES
        if tags > _TAGS or depth > _DEPTH or crowded:
            raise FileHostile


def _blocks(body: LexborNode | None) -> Iterator[str]:
    """The text between one block's edge and the next, white space as a browser shows it."""
    pieces: list[str] = []
    for node, preformatted in _nodes(body):
        if node.tag == "-text":
            pieces.append(_spaced(node.text_content or "", preformatted=preformatted))
        elif node.tag in _BLOCKS:
            yield from _lines(pieces)
            pieces = []
    yield from _lines(pieces)


def _lines(pieces: list[str]) -> Iterator[str]:
    for line in "".join(pieces).split("\v"):
        yield _WHITE.sub(" ", _BREAK_IN_CHINESE.sub("", line)).strip()


def _spaced(text: str, *, preformatted: bool) -> str:
    """The text, with vertical tabs for the line breaks that are shown."""
    text = text.replace("\v", " ")
    return text.replace("\n", "\v") if preformatted else text


def _nodes(body: LexborNode | None) -> Iterator[tuple[LexborNode, bool]]:
    """All visible nodes in order, elements on entering and on leaving; and whether in a <pre>.

    Walked without recursion: a page may nest more deeply than Python may call.
    """
    node, within, preformatted = body, 0, 0
    while node is not None:
        visible = not _is_hidden(node)
        if visible:
            yield node, preformatted > 0
        if visible and node.first_child is not None:
            preformatted += node.tag == "pre"
            node, within = node.first_child, within + 1
            continue
        while node is not None and node.next is None:
            node, within = (node.parent, within - 1) if within else (None, 0)
            if node is not None:
                preformatted -= node.tag == "pre"
                yield node, preformatted > 0
        node = node.next if node is not None and within else None


def _is_hidden(node: LexborNode) -> bool:
    if node.tag is None or node.tag.startswith("-"):
        return node.tag != "-text"
    attributes = node.attributes
    if "hidden" in attributes or attributes.get("title") in _RUNNING:
        return True
    return _HIDDEN.search(attributes.get("style") or "") is not None

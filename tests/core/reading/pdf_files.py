"""Small PDFs for the tests, put together from strings: Chinese text without a font embedded."""

from collections.abc import Sequence
from typing import NamedTuple

A4 = (595, 842)
EM = 16  # points; 26 characters fill a line from 90 to 506
LEFT, RIGHT, TOP, PITCH = 90, 506, 730, 28


class Drawn(NamedTuple):
    """A text, the place of its lower left corner in points, and its size."""

    text: str
    x: float
    y: float
    size: float = EM


_HEAD = b"%PDF-1.4\n%\xe2\xe3\xcf\xd3\n"
_FONT = (
    b"<</Type/Font/Subtype/Type0/BaseFont/SimSun/Encoding/UniGB-UCS2-H/DescendantFonts[4 0 R]>>",
    (
        b"<</Type/Font/Subtype/CIDFontType0/BaseFont/SimSun/DW 1000/W[1 95 500 814 939 500]"
        b"/CIDSystemInfo<</Registry(Adobe)/Ordering(GB1)/Supplement 2>>/FontDescriptor 5 0 R>>"
    ),
    (
        b"<</Type/FontDescriptor/FontName/SimSun/Flags 4/FontBBox[0 -141 1000 859]/ItalicAngle 0"
        b"/Ascent 859/Descent -141/CapHeight 683/StemV 93>>"
    ),
)


def pdf_file(*pages: Sequence[Drawn], count: int | None = None, encrypt: bytes = b"") -> bytes:
    """A PDF of these pages; it may lie about their count or claim to be encrypted."""
    kids = b" ".join(b"%d 0 R" % (6 + 2 * n) for n in range(len(pages)))
    number = len(pages) if count is None else count
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[%s]/Count %d>>" % (kids, number),
        *_FONT,
    ]
    for n, page in enumerate(pages):
        stream = b"\n".join(map(_drawing, page))
        objects.append(
            b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 %d %d]/Contents %d 0 R"
            b"/Resources<</Font<</F1 3 0 R>>>>>>" % (*A4, 7 + 2 * n)
        )
        objects.append(b"<</Length %d>>stream\n%s\nendstream" % (len(stream), stream))
    return pdf_of(objects, encrypt)


def pdf_of(objects: Sequence[bytes], encrypt: bytes = b"") -> bytes:
    """A PDF of these objects, the first of which is the catalogue."""
    data, places = _HEAD, []
    for number, content in enumerate(objects, start=1):
        places.append(len(data))
        data += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    size = len(objects) + 1
    return data + (
        b"xref\n0 %d\n0000000000 65535 f \n%s"
        b"trailer<</Size %d/Root 1 0 R%s>>\nstartxref\n%d\n%%%%EOF\n"
        % (size, table, size, encrypt, len(data))
    )


def printed(*paragraphs: str, indent: int = 2, width: int = 26, lines: int = 22) -> bytes:
    """A PDF of paragraphs as an office prints them, with page numbers below."""
    rows = [row for text in paragraphs for row in _rows("\u3000" * indent + text, width)]
    sheets = [rows[n : n + lines] for n in range(0, len(rows), lines)]
    return pdf_file(
        *(
            [_line(row, TOP - PITCH * n) for n, row in enumerate(sheet)]
            + [Drawn(f"— {number} —", 270, 60, 14)]
            for number, sheet in enumerate(sheets, start=1)
        )
    )


def _line(row: str, y: float) -> Drawn:
    text = row.lstrip("\u3000")
    return Drawn(text, LEFT + EM * (len(row) - len(text)), y)


def _rows(text: str, width: int) -> list[str]:
    return [text[n : n + width] for n in range(0, len(text), width)]


def _drawing(drawn: Drawn) -> bytes:
    code = drawn.text.encode("utf-16-be").hex().encode()
    return b"BT /F1 %f Tf %f %f Td <%s> Tj ET" % (drawn.size, drawn.x, drawn.y, code)


LOCKED = b"/Encrypt<</Filter/Standard/V 1/R 2/P -4/O<%s>/U<%s>>>/ID[<00><00>]" % (
    b"41" * 32,
    b"42" * 32,
)

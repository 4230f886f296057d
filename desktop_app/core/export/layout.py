"""From paragraphs with roles to the blocks of a page: which style, and where lines stay empty.

The layout owns all spacing. Empty paragraphs of the draft are dropped, and those that the standard
asks for are put in.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import Enum, auto

from desktop_app.core.document.numbering import section_mark
from desktop_app.core.document.paragraph import Paragraph, Role
from desktop_app.core.export.house_style import HouseStyle, Lines, Part
from desktop_app.core.export.plain_text import plain_paragraph
from desktop_app.core.export.sign_off import sign_off_indents

_PARTS = {role: Part(role.value) for role in Role if role is not Role.ATTACHMENT}
_FRONT = (Part.TITLE, Part.BYLINE, Part.DOCUMENT_NUMBER)
_SIGN_OFF = (Part.SIGNATURE, Part.DATE)
_DOCUMENT_NUMBER = re.compile(r"[^。，；：（）()]{1,20}[〔\[［]\d{4}[〕\]］]\s*\d+\s*号")
_ATTACHMENT_MARK = re.compile(r"附件\s*\d{0,2}")
_NOTE_HEAD = re.compile(r"附件?\s*[:：]\s*(?P<number>1\s*[.．、](?!\d))?")


class Form(Enum):
    """Varieties of a part that differ in nothing but spacing."""

    PLAIN = auto()
    NUMBERED = auto()  # an attachment note that begins 附件：1.
    CONTINUED = auto()  # 2. and the following of such a note, each on its own line
    BEFORE_SIGNATURE = auto()  # the last text, which goes to the page of the signature
    EMPTY = auto()  # an empty line


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph of the finished page.

    Attributes:
        part: which style it has.
        text: what stands in it, nothing where the line stays empty.
        form: the variety of the style.
        run_in: length of the heading that runs on into the text, else 0.
        heading: the style of that heading.
        right_twips: right indent where it depends on the text, else None.
    """

    part: Part
    text: str
    form: Form = Form.PLAIN
    run_in: int = 0
    heading: Part | None = None
    right_twips: int | None = None


def lay_out(paragraphs: Sequence[Paragraph], style: HouseStyle) -> list[Block]:
    """The paper block by block, empty lines included."""
    plain = [plain_paragraph(paragraph) for paragraph in paragraphs]
    blocks = _parts([paragraph for paragraph in plain if paragraph.text])
    _attach_notes(blocks)
    _place_sign_offs(blocks, style)
    return list(_spaced(blocks, style.lines))


def _parts(paragraphs: Sequence[Paragraph]) -> list[Block]:
    """Each paragraph with its part; a date in front of the text is a byline."""
    blocks: list[Block] = []
    front = True
    for paragraph in paragraphs:
        block = _block(paragraph)
        if front and block.part is Part.DATE:
            block = replace(block, part=Part.BYLINE)
        front = block.part is Part.TITLE or (front and block.part in _FRONT)
        blocks.append(block)
    return blocks


def _block(paragraph: Paragraph) -> Block:
    text, role = paragraph.text, paragraph.role
    if role is Role.ATTACHMENT:
        return _attachment(text)
    if role is Role.BYLINE and _DOCUMENT_NUMBER.fullmatch(text):
        return Block(Part.DOCUMENT_NUMBER, text)
    if role.level and paragraph.run_in:
        return Block(Part.BODY, text, run_in=paragraph.run_in, heading=_PARTS[role])
    return Block(_PARTS[role], text)


def _attachment(text: str) -> Block:
    """A mark that heads an attached paper (附件1), or a note that names them (附件：1.…)."""
    if _ATTACHMENT_MARK.fullmatch(text):
        return Block(Part.ATTACHMENT_MARK, text)
    head = _NOTE_HEAD.match(text)
    numbered = head is not None and head["number"] is not None
    return Block(Part.ATTACHMENT_NOTE, text, Form.NUMBERED if numbered else Form.PLAIN)


def _attach_notes(blocks: list[Block]) -> None:
    """Numbers that go on counting below an attachment note belong to it."""
    expected = 0
    for n, block in enumerate(blocks):
        mark = section_mark(block.text)
        if block.part is Part.ATTACHMENT_NOTE:
            bare = _NOTE_HEAD.fullmatch(block.text) is not None
            expected = 2 if block.form is Form.NUMBERED else 1 if bare else 0
        elif expected and mark and mark.level == 3 and mark.ordinal == expected:
            blocks[n] = Block(Part.ATTACHMENT_NOTE, block.text, Form.CONTINUED)
            expected += 1
        else:
            expected = 0


def _place_sign_offs(blocks: list[Block], style: HouseStyle) -> None:
    """Indent signatures and their date, and bind the text above to them.

    A page of nothing but signature and date is not allowed (GB/T 9704-2012, 7.3.5).
    """
    for lines in _sign_offs(blocks):
        above, last = lines.start - 1, lines.stop - 1
        if above >= 0 and blocks[above].part is Part.BODY:
            blocks[above] = replace(blocks[above], form=Form.BEFORE_SIGNATURE)
        if blocks[last].part is Part.DATE and lines.start < last:
            _place_sign_off(blocks, lines, style)


def _sign_offs(blocks: Sequence[Block]) -> Iterator[range]:
    """The stretches of signature lines, each with the date that closes it."""
    start = 0
    for n, block in enumerate(blocks):
        goes_on = n + 1 < len(blocks) and blocks[n + 1].part in _SIGN_OFF
        if block.part not in _SIGN_OFF:
            start = n + 1
        elif block.part is Part.DATE or not goes_on:
            yield range(start, n + 1)
            start = n + 1


def _place_sign_off(blocks: list[Block], lines: range, style: HouseStyle) -> None:
    """Give the lines their right indents where these are not those of the style."""
    *signatures, date = (blocks[n].text for n in lines)
    signature_right, date_right = sign_off_indents(signatures, date, style)
    for n in lines:
        right = date_right if n == lines.stop - 1 else signature_right
        if right != style.texts[blocks[n].part].right_twips:
            blocks[n] = replace(blocks[n], right_twips=right)


def _spaced(blocks: Sequence[Block], lines: Lines) -> Iterator[Block]:
    """The blocks with empty lines between them where the style wants them."""
    for n, block in enumerate(blocks):
        if n:
            empty = Block(Part.BODY, "", Form.EMPTY)
            yield from [empty] * _lines_between(blocks[n - 1].part, block.part, lines)
        yield block


def _lines_between(above: Part, below: Part, lines: Lines) -> int:
    if above is Part.ATTACHMENT_MARK:
        return lines.blank_after_attachment_mark
    if above in _FRONT and below not in _FRONT:
        return lines.blank_after_front
    if below is Part.ATTACHMENT_NOTE and above is not Part.ATTACHMENT_NOTE:
        return lines.blank_before_attachment_note
    if below in _SIGN_OFF and above not in _SIGN_OFF:
        return lines.blank_before_signature
    return 0

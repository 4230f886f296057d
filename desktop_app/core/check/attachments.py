"""The note on attachments: GB/T 9704-2012, 7.3.4, and the label of an attachment, 7.3.9.

The note reads 附件：1. followed by the name without a mark; the label reads 附件1.
"""

import re
from collections.abc import Iterator, Sequence

from desktop_app.core.check.finding import Finding, Severity
from desktop_app.core.check.passages import Passage
from desktop_app.core.check.rule import Rule
from desktop_app.core.text.sentences import Span

ATTACHMENT_LABEL = Rule(
    "attachment-label",
    Severity.ERROR,
    "附件说明写作“附件：1. 名称”；附件的首页只写“附件1”，名称另起一行。",
    "The note on attachments reads “附件：1. …”; the attachment itself is headed “附件1”, "
    "its name on the next line.",
)
ATTACHMENT_COLON = Rule(
    "attachment-colon",
    Severity.ERROR,
    "附件正文前的标识不加冒号，应删去“{found}”。",
    "The label above an attachment has no colon; delete “{found}”.",
)
ATTACHMENT_NUMBER = Rule(
    "attachment-number",
    Severity.ERROR,
    "附件的顺序号后用小圆点，应把“{found}”改为“.”。",
    "The number of an attachment is followed by a dot; write “.” instead of “{found}”.",
)
ATTACHMENT_NAME_MARK = Rule(
    "attachment-name-mark",
    Severity.ERROR,
    "附件名称后不加标点，应删去“{found}”。",
    "The name of an attachment has no mark behind it; delete “{found}”.",
)

_NOTE = re.compile(r"\s*(?P<label>附件\s*(?P<number>\d{1,2})?\s*[：:])\s*(?P<name>.*\S)")
_LABEL = re.compile(r"\s*附件\s*\d{0,2}\s*(?P<colon>[：:])\s*")
_ITEM = re.compile(r"\s*(?P<number>\d{1,2})\s*(?P<mark>[.．、，])\s*(?=\D)")
_LAST_MARK = re.compile(r"[。；，、;,.](?=\s*$)")
_STOP = re.compile("[。；！？](?=.)")


def attachment_findings(passages: Sequence[Passage]) -> Iterator[Finding]:
    """What is wrong with the notes on attachments and with their labels."""
    notes = [_NOTE.fullmatch(passage.text.rstrip()) for passage in passages]
    expected = 0  # the number of the next name in a note that goes on
    for n, passage in enumerate(passages):
        item = _ITEM.match(passage.text)
        if note := notes[n]:
            neighbours = [*notes[max(0, n - 1) : n], *notes[n + 1 : n + 2]]
            listed = any(other and other["number"] for other in neighbours)
            yield from _note(passage, note, listed=listed)
            expected = 2
        elif item and int(item["number"]) == expected:
            yield from _name(passage, item.end())
            expected += 1
        else:
            expected = 0
            yield from _label(passage, passages[n + 1 : n + 2])


def _note(passage: Passage, note: re.Match[str], *, listed: bool) -> Iterator[Finding]:
    item = _ITEM.match(passage.text, note.start("name"))
    if note["number"]:
        # one such line by itself may as well be the head of the attachment
        right = "附件：1. " if note["number"] == "1" else f"{note['number']}. "
        label = Span(*note.span("label"))
        yield ATTACHMENT_LABEL.finding(passage, label, right if listed else None)
    elif item and item["mark"] != ".":
        yield ATTACHMENT_NUMBER.finding(passage, Span(*item.span("mark")), ".")
    yield from _name(passage, note.start("name"))


def _name(passage: Passage, start: int) -> Iterator[Finding]:
    mark = _LAST_MARK.search(passage.text, start)
    if mark and not _STOP.search(passage.text, start, mark.end()):
        yield ATTACHMENT_NAME_MARK.finding(passage, Span(*mark.span()), "")


def _label(passage: Passage, following: Sequence[Passage]) -> Iterator[Finding]:
    """The label stands alone; behind 附件： alone, the names may follow line by line."""
    label = _LABEL.fullmatch(passage.text)
    if label and following and not _ITEM.match(following[0].text):
        yield ATTACHMENT_COLON.finding(passage, Span(*label.span("colon")), "")

"""The lists of a Word 97 file, from which its automatic numbers come (MS-DOC 2.9.131 on)."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from desktop_app.core.errors import FileDamaged
from desktop_app.core.reading.binary import block, uint
from desktop_app.core.reading.list_numbers import DEPTHS, Level, NumberedList
from desktop_app.core.reading.word97_file import Table, Word97File

_LIST, _LEVEL, _OVERRIDE, _LEVEL_OVERRIDE = 28, 28, 16, 8  # bytes of each
_SIMPLE = 1
_OWN_START, _OWN_FORMAT = 0x10, 0x20
_LONGEST = 100  # characters of a number
_MOST = 0x7FE  # lists that paragraphs can name (2.6.2)
# MSONFC (MS-OSHARED 2.2.1.3), by the names that these numerals have in newer files.
_FORMATS = {
    **dict(enumerate(("decimal", "upperRoman", "lowerRoman", "upperLetter", "lowerLetter"))),
    10: "ideographDigital",
    11: "japaneseCounting",
    14: "decimalFullWidth",
    16: "japaneseLegal",
    17: "japaneseDigitalTenThousand",
    18: "decimalEnclosedCircle",
    19: "decimalFullWidth2",
    22: "decimalZero",
    23: "bullet",
    26: "decimalEnclosedFullstop",
    27: "decimalEnclosedParen",
    28: "decimalEnclosedCircleChinese",
    29: "ideographEnclosedCircle",
    30: "ideographTraditional",
    31: "ideographZodiac",
    33: "taiwaneseCounting",
    34: "ideographLegalTraditional",
    35: "taiwaneseCountingThousand",
    36: "taiwaneseDigital",
    37: "chineseCounting",
    38: "chineseLegalSimplified",
    39: "chineseCountingThousand",
    255: "none",
}


@dataclass(frozen=True, slots=True)
class _Cursor:
    """A place in a table where something has just been read, and where the next begins."""

    level: Level
    end: int


def read_lists(file: Word97File) -> dict[int, NumberedList]:
    """The lists by the numbers that paragraphs know them by; damage leaves only the numbers out."""
    try:
        return _with_overrides(file, _read_kins(file))
    except FileDamaged:
        return {}


def _read_kins(file: Word97File) -> dict[int, dict[int, Level]]:
    """The levels of each list; they lie behind the table that names the lists."""
    table, levels = file.table(Table.LISTS), file.behind(Table.LISTS)
    kins: dict[int, dict[int, Level]] = {}
    at = 0
    for n in range(uint(table, 0, 2) if table else 0):
        entry = block(table, 2 + _LIST * n, _LIST)
        kin = kins.setdefault(uint(entry, 0, 4), {})
        for depth in range(1 if entry[26] & _SIMPLE else DEPTHS):
            cursor = _read_level(levels, at)
            kin[depth], at = cursor.level, cursor.end
    return kins


def _read_level(data: bytes, at: int) -> _Cursor:
    """One level (LVL, 2.9.147): fixed part, two lists of changes, and the number's text."""
    head = block(data, at, _LEVEL)
    at += _LEVEL + head[24] + head[25]
    length = uint(data, at, 2)
    text = block(data, at + 2, 2 * length).decode("utf-16-le", "replace")
    level = Level(
        text=_with_places(text, head[6 : 6 + DEPTHS]),
        format_name=_FORMATS.get(head[4], "decimal"),
        start=uint(head, 0, 4),
        restart=head[26] if head[5] & 0x08 else None,
        legal=bool(head[5] & 0x04),
    )
    return _Cursor(level, at + 2 + 2 * length)


def _with_places(text: str, places: bytes) -> str:
    """Write %1 where the text has the place of the first level's count, and so on."""
    counts = {place - 1 for place in places if place}
    return "".join(
        f"%{ord(character) + 1}" if n in counts and ord(character) < DEPTHS else character
        for n, character in enumerate(text[:_LONGEST])
    )


def _with_overrides(
    file: Word97File, kins: Mapping[int, Mapping[int, Level]]
) -> dict[int, NumberedList]:
    """The lists as paragraphs name them (PlfLfo, 2.9.201), by their places from 1 on."""
    table = file.table(Table.LIST_OVERRIDES)
    count = uint(table, 0, 4) if table else 0
    block(table, 4 if table else 0, _OVERRIDE * count)
    lists = {}
    at = 4 + _OVERRIDE * count
    for n in range(min(count, _MOST)):
        entry = block(table, 4 + _OVERRIDE * n, _OVERRIDE)
        kin = uint(entry, 0, 4)
        levels, restarted = dict(kins.get(kin, {})), set()
        at += 4
        for _ in range(entry[12]):
            start, flags = uint(table, at, 4), uint(table, at + 4, 4)
            at += _LEVEL_OVERRIDE
            depth = flags & 0x0F
            if flags & _OWN_FORMAT:
                cursor = _read_level(table, at)
                levels[depth], at = cursor.level, cursor.end
            elif flags & _OWN_START and depth in levels:
                levels[depth] = replace(levels[depth], start=start)
            if flags & _OWN_START:
                restarted.add(depth)
        lists[n + 1] = NumberedList(str(kin), levels, restarted=frozenset(restarted))
    return lists

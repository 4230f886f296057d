"""The numerals with which word processors count the items of lists.

The names of the formats are those of ECMA-376 part 1, 17.18.59 (ST_NumberFormat).
"""

from collections.abc import Callable

_SIMPLE = ("〇一二三四五六七八九", ("", "十", "百", "千"), "零")
_LEGAL = ("零壹贰叁肆伍陆柒捌玖", ("", "拾", "佰", "仟"), "零")
_LEGAL_TRADITIONAL = ("零壹貳參肆伍陸柒捌玖", ("", "拾", "佰", "仟"), "零")
_FULL_WIDTH = "０１２３４５６７８９"
_ROMAN = (
    *((1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L")),
    *((40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")),
)
_ROMAN_LIMIT, _LETTER_LIMIT = 4000, 780  # Word's own; beyond them letters would fill lines
_CIRCLED = (
    "".join(map(chr, range(0x2460, 0x2474)))  # ① to ⑳
    + "".join(map(chr, range(0x3251, 0x3260)))  # ㉑ to ㉟
    + "".join(map(chr, range(0x32B1, 0x32C0)))  # ㊱ to ㊿
)


def numeral(number: int, format_name: str) -> str:
    """A number in a format; in digits where the format is unknown or does not go so far."""
    written = _FORMATS[format_name](number) if format_name in _FORMATS else ""
    return written or str(number)


def _digits(number: int, digits: str) -> str:
    """One digit for each place: 十二 is 一二."""
    return "".join(digits[int(digit)] for digit in str(number)) if number >= 0 else ""


def _counted(number: int, characters: tuple[str, tuple[str, ...], str], first_ten: str) -> str:
    """With units between the digits, for 1 to 9999; `first_ten` begins 10 to 19."""
    digits, units, zero = characters
    if not 0 < number < 10_000:
        return ""
    written, gap = "", False
    for place in range(len(str(number)) - 1, -1, -1):
        digit = number // 10**place % 10
        if digit:
            written += (zero if gap else "") + digits[digit] + units[place]
        gap = written != "" and digit == 0
    return first_ten + written[2:] if 10 <= number < 20 else written


def _counted_to_99(number: int) -> str:
    return _counted(number, _SIMPLE, "十") if number < 100 else _digits(number, _SIMPLE[0])


def _japanese(number: int) -> str:
    """As Chinese, but without 零 and without 一 before units."""
    written = _counted(number, _SIMPLE, "十").replace("零", "")
    return written.replace("一百", "百").replace("一千", "千").replace("一十", "十")


def _letter(number: int) -> str:
    """A to Z, then AA, BB, CC."""
    repeats, index = divmod(number - 1, 26)
    return chr(ord("A") + index) * (repeats + 1) if 0 < number <= _LETTER_LIMIT else ""


def _roman(number: int) -> str:
    if not 0 < number < _ROMAN_LIMIT:
        return ""
    written = ""
    for value, letters in _ROMAN:
        repeats, number = divmod(number, value)
        written += letters * repeats
    return written


def _one_of(characters: str) -> Callable[[int], str]:
    """A format that has a character of its own for each number."""
    return lambda number: characters[number - 1] if 0 < number <= len(characters) else ""


_FORMATS: dict[str, Callable[[int], str]] = {
    "none": lambda _: "",
    "decimal": str,
    "decimalZero": lambda number: f"{number:02}",
    "decimalFullWidth": lambda number: _digits(number, _FULL_WIDTH),
    "decimalFullWidth2": lambda number: _digits(number, _FULL_WIDTH),
    "decimalHalfWidth": str,
    "decimalEnclosedCircle": _one_of(_CIRCLED),
    "decimalEnclosedCircleChinese": _one_of(_CIRCLED),
    "decimalEnclosedParen": _one_of("".join(map(chr, range(0x2474, 0x2488)))),
    "decimalEnclosedFullstop": _one_of("".join(map(chr, range(0x2488, 0x249C)))),
    "upperLetter": _letter,
    "lowerLetter": lambda number: _letter(number).lower(),
    "upperRoman": _roman,
    "lowerRoman": lambda number: _roman(number).lower(),
    "chineseCounting": _counted_to_99,
    "taiwaneseCounting": _counted_to_99,
    "chineseCountingThousand": lambda number: _counted(number, _SIMPLE, "十"),
    "taiwaneseCountingThousand": lambda number: _counted(number, _SIMPLE, "十"),
    "japaneseCounting": _japanese,
    "koreanCounting": _japanese,
    "ideographDigital": lambda number: _digits(number, _SIMPLE[0]),
    "taiwaneseDigital": lambda number: _digits(number, _SIMPLE[0]),
    "japaneseDigitalTenThousand": lambda number: _digits(number, _SIMPLE[0]),
    "chineseLegalSimplified": lambda number: _counted(number, _LEGAL, "壹拾"),
    "ideographLegalTraditional": lambda number: _counted(number, _LEGAL_TRADITIONAL, "壹拾"),
    "japaneseLegal": lambda number: _counted(number, _LEGAL_TRADITIONAL, "壹拾"),
    "ideographTraditional": _one_of("甲乙丙丁戊己庚辛壬癸"),
    "ideographZodiac": _one_of("子丑寅卯辰巳午未申酉戌亥"),
    "ideographEnclosedCircle": _one_of("㊀㊁㊂㊃㊄㊅㊆㊇㊈㊉"),
}

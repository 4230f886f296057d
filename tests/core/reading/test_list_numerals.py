import pytest

from desktop_app.core.reading.list_numerals import numeral


@pytest.mark.parametrize(
    ("format_name", "numbers"),
    [
        ("decimal", {0: "0", 12: "12"}),
        ("decimalZero", {1: "01", 12: "12", 120: "120"}),
        ("decimalFullWidth", {12: "１２"}),
        ("decimalEnclosedCircle", {1: "①", 20: "⑳", 21: "㉑", 36: "㊱", 50: "㊿", 51: "51"}),
        ("decimalEnclosedParen", {1: "⑴", 20: "⒇", 21: "21"}),
        ("decimalEnclosedFullstop", {1: "⒈", 20: "⒛"}),
        ("upperLetter", {1: "A", 26: "Z", 27: "AA", 28: "BB", 781: "781"}),
        ("lowerLetter", {2: "b", 53: "aaa"}),
        ("upperRoman", {4: "IV", 1994: "MCMXCIV", 4000: "4000"}),
        ("lowerRoman", {9: "ix"}),
        ("chineseCounting", {1: "一", 10: "十", 12: "十二", 99: "九十九", 105: "一〇五"}),
        ("taiwaneseCountingThousand", {110: "一百一十", 10_000: "10000"}),
        (
            "chineseCountingThousand",
            {0: "0", 10: "十", 19: "十九", 21: "二十一", 101: "一百零一", 1010: "一千零一十"},
        ),
        ("japaneseCounting", {11: "十一", 100: "百", 101: "百一", 1110: "千百十", 20: "二十"}),
        ("ideographDigital", {10: "一〇", 12: "一二"}),
        ("chineseLegalSimplified", {2: "贰", 10: "壹拾", 11: "壹拾壹", 1005: "壹仟零伍"}),
        ("ideographLegalTraditional", {2: "貳"}),
        ("ideographTraditional", {1: "甲", 10: "癸", 11: "11"}),
        ("ideographZodiac", {12: "亥"}),
        ("none", {3: "3"}),
        ("unheardOf", {3: "3"}),
    ],
)  # fmt: skip
def test_numbers_are_written_in_their_format(format_name: str, numbers: dict[int, str]) -> None:
    assert {number: numeral(number, format_name) for number in numbers} == numbers

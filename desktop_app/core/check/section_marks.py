"""Numbers of sections typed in a form that GB/T 9704-2012, 7.3.3 does not know.

The forms are 一、 （一） 1. （1）; the mark behind a number is part of its form.
"""

import re

from desktop_app.core.check.finding import Severity
from desktop_app.core.check.patterns import PatternRule, always
from desktop_app.core.check.rule import Rule

_HAN_NUMBER = "[一二三四五六七八九十]{1,3}"
_RIGHT_BRACKETS = str.maketrans("(〔)〕", "（（））")
_WRONG_HAN_MARK = re.compile(rf"^(\s*{_HAN_NUMBER})(?P<spot>[，,.．：:])(?=\s*[^\s\d.])")


def with_right_han_mark(text: str) -> str:
    """A paragraph as it reads once its 一， is mended to 一、; its length stays."""
    return _WRONG_HAN_MARK.sub(r"\1、", text)


def _right_brackets(match: re.Match[str]) -> str:
    return match["spot"].translate(_RIGHT_BRACKETS)


SECTION_MARK_RULES = (
    PatternRule(
        Rule(
            "section-mark-han",
            Severity.ERROR,
            "“一”“二”等序号之后用顿号，应把“{found}”改为“、”。",
            "A number such as 一 is followed by “、”; write that instead of “{found}”.",
        ),
        _WRONG_HAN_MARK,
        always("、"),
    ),
    PatternRule(
        Rule(
            "section-mark-superfluous",
            Severity.ERROR,
            "带括号的序号之后不加标点，应删去“{found}”。",
            "A number in brackets takes no mark behind it; delete “{found}”.",
        ),
        re.compile(
            rf"^\s*[（(](?:{_HAN_NUMBER}|\d{{1,2}})[）)](?P<spot>[、，,.．：:])(?!\s*[（(\d])"
        ),
        always(""),
    ),
    PatternRule(
        Rule(
            "section-mark-arabic",
            Severity.ERROR,
            "阿拉伯数字序号之后用小圆点，应把“{found}”改为“.”。",
            "An Arabic section number is followed by a dot; write “.” instead of “{found}”.",
        ),
        re.compile(r"^\s*\d{1,2}(?P<spot>、)(?!\s*\d)"),
        always("."),
    ),
    PatternRule(
        Rule(
            "section-mark-brackets",
            Severity.ERROR,
            "序号的括号用“（）”，应把“{found}”改为“{right}”。",
            "Brackets round a section number are “（）”; write “{right}” instead of “{found}”.",
        ),
        re.compile(
            rf"^\s*(?P<spot>[(〔]{_HAN_NUMBER}[)）〕]|（{_HAN_NUMBER}[)〕]|\(\d{{1,2}}[)）]|（\d{{1,2}}\))"
        ),
        _right_brackets,
    ),
    PatternRule(
        Rule(
            "ordinal-word-comma",
            Severity.ERROR,
            "“第一”“首先”之类后面用逗号，应把“{found}”改为“，”。",
            "Words such as 第一 and 首先 are followed by a comma; write “，” instead of “{found}”.",
        ),
        # 第一、第二产业 and 第一、二轮 are enumerations
        re.compile(
            r"(?:^\s*|(?<=[。；！？]))(?:第[一二三四五六七八九十]|首先|其次|再次|最后)(?P<spot>、)"
            r"(?![一二三四五六七八九十第其再最])"
        ),
        always("，"),
    ),
)

"""Marks in the wrong width, doubled or misshapen: GB/T 15834-2011."""

import re

from desktop_app.core.check.finding import Severity
from desktop_app.core.check.patterns import CLOSING, HAN, OPENING, PatternRule, always
from desktop_app.core.check.rule import Rule

_FULL_WIDTH = str.maketrans(",;:?!", "，；：？！")
_STRENGTH = "？！。；：，、"  # of two marks side by side the stronger one stays


def _full_width(match: re.Match[str]) -> str:
    return match.group().strip().translate(_FULL_WIDTH)


def _stronger(match: re.Match[str]) -> str:
    return min(match.group().translate(_FULL_WIDTH), key=_STRENGTH.index)


def _book_marks(match: re.Match[str]) -> str:
    return f"《{match.group()[1:-1]}》"


PUNCTUATION_RULES = (
    PatternRule(
        Rule(
            "ellipsis",
            Severity.ERROR,
            "省略号是六个连点，应把“{found}”改为“……”。",
            "An ellipsis has six dots; write “……” instead of “{found}”.",
        ),
        # more dots lead to the page number in a table of contents
        re.compile(
            rf"(?<=[{HAN}{CLOSING}，、])\.{{3,6}}(?!\.|\s*\d)|。{{3,}}|(?<!…)(?:…|…{{3}})(?!…)"
        ),
        always("……"),
    ),
    PatternRule(
        Rule(
            "doubled-mark",
            Severity.ERROR,
            "“{found}”是重复或矛盾的标点，应只留“{right}”。",
            "“{found}” doubles or contradicts itself; keep only “{right}”.",
        ),
        # ！！ and ？！ are legal
        re.compile(r"(?=[！？]*[，、；：。,;:])[，、；：。！？][，、；：。！？,;:!?]+"),
        _stronger,
    ),
    PatternRule(
        Rule(
            "half-width-punctuation",
            Severity.ERROR,
            "中文里不用半角的“{found}”，应改为“{right}”。",
            "Half-width “{found}” does not belong in Chinese text; write “{right}”.",
        ),
        re.compile(
            rf"(?<=[{HAN}])[,;:?!](?:\s*$|\s*(?=[{HAN}{OPENING}{CLOSING}\dA-Za-z\"'{{]))"
            rf"|(?<=[{CLOSING}])[,;:?!](?:\s*$|\s*(?=[{HAN}{OPENING}\dA-Za-z\"']))"
            rf"|(?<=[\dA-Za-z%％}}\"'])[,;:?!]\s*(?=[{HAN}《（“])"
        ),
        _full_width,
    ),
    PatternRule(
        Rule(
            "dot-as-full-stop",
            Severity.ERROR,
            "汉字后面的“.”不能当句号，应改为“。”（外国人名用间隔号“·”）。",
            "A dot behind Chinese characters is no full stop; write “。” (“·” in foreign names).",
        ),
        re.compile(rf"(?<=[{HAN}{CLOSING}%％])\.(?=\s*$|[{HAN}{OPENING}])"),
        always("。"),
    ),
    PatternRule(
        Rule(
            "hyphens-as-dash",
            Severity.WARNING,
            "破折号写作“——”，应把“{found}”改为“——”。",
            "A dash is “——”; write that instead of “{found}”.",
        ),
        re.compile(rf"(?:^|(?<=[{HAN}{CLOSING}]))(?:-{{2,3}}|[–－−─]{{2}})(?=[{HAN}{OPENING}])"),
        always("——"),
        in_titles=False,
    ),
    PatternRule(
        Rule(
            "hyphen-as-connector",
            # the hyphen of a compound (吐鲁番-哈密盆地) is right; only the writer can tell
            Severity.INFO,
            "表示起止时连接号用一字线，“{found}”应改为“—”（复合名词用“-”不必改）。",
            "From … to … is joined by “—”, not by “{found}” (a compound noun keeps its “-”).",
        ),
        # a clause with an equals sign is a formula, and its minus signs are right
        re.compile(
            rf"(?:^|(?<=[，。；：]))[^，。；：]*(?:[=＝÷]|[)）]/)[^，。；]*"
            rf"|(?P<spot>(?<=[{HAN}])[-–－−](?=[{HAN}]))"
        ),
        always("—"),
        in_titles=False,
    ),
    PatternRule(
        Rule(
            "angle-as-title-mark",
            Severity.ERROR,
            "书名号应写作“《》”，不用“<>”。",
            "Titles stand in “《》”, not in “<>”.",
        ),
        re.compile(rf"[<＜](?=[{HAN}“])[^<>＜＞\n]{{1,60}}[>＞]"),
        _book_marks,
    ),
)

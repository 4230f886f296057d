"""The phases of a paper: where it opens, looks back, owns up, demands, plans and closes.

What a paper is tells how it goes. An account of the own work (报告, 总结) looks back before it
plans, and its level-1 headings say where it turns. A regulation is provisions from its first
article on. Whatever else directs others: it opens above its first heading, then sets tasks.
"""

import re
from collections.abc import Iterator, Sequence
from enum import StrEnum
from itertools import accumulate

from desktop_app.core.document.genre import genre_family, infer_genre
from desktop_app.core.document.paragraph import Paragraph, Role


class Phase(StrEnum):
    """Where in its argument a paper is.

    PLAN is what the writer's own body will do, DIRECTION what others are to do, PROVISION an
    article of a regulation.
    """

    OPENING = "opening"
    REVIEW = "review"
    PROBLEM = "problem"
    MEANING = "meaning"
    REQUIREMENT = "requirement"
    PLAN = "plan"
    DIRECTION = "direction"
    PROVISION = "provision"
    CLOSING = "closing"


class Manner(StrEnum):
    """How a paper speaks: a SUMMARY is an ACCOUNT that looks back under most of its headings."""

    ACCOUNT = "account"
    SUMMARY = "summary"
    PROVISION = "provision"
    DIRECTION = "direction"


_ACCOUNTS = ("报告", "总结")  # families of genres
_ACCOUNT = re.compile(r"总结|汇报|述职|回顾")
_SUMMARY = re.compile(r"总结|述职|(?:工作|落实|完成)情况")
# A summary whose title does not say so begins: 一年来，团委在…的领导下，…
_BEGINS_SUMMARY = re.compile(
    r"(?:[一两三四五近今这]年(?:以?来)?|(?:19|20)\d\d年(?:度|以来)?)，?"
    r"[^。]{0,60}(?:领导|指导|支持|关心|帮助)下"
)
_ARTICLE = re.compile(r"第[一二三四五六七八九十百零〇]+条[\s\u3000（]")
_ARTICLES = 5  # a paper with fewer is no regulation, and encloses none

_PROBLEM = re.compile(r"问题|困难|不足|短板|挑战")
_NO_PROBLEM = re.compile(r"解决|破解|补齐|克服|攻克|应对|关于[^。]*问题")
_GOAL = re.compile(
    r"总体要求|总则|指导思想|基本原则|工作原则|目标|组织领导|总体思路|(?:条件|要求)$"
)
_TASK = re.compile(r"任务|重点工作|工作重点|安排|举措|措施")
_NAMES_GOALS = re.compile(r"(?:要求|条件|指导思想|基本原则|工作原则|目标|总体思路|工作思路)$")
_HEADING_PHASES = (
    (Phase.REVIEW, re.compile(r"回顾|成就|成效|成绩|历程|工作情况|完成情况|过去|五年来|一年来")),
    (Phase.MEANING, re.compile(r"意义|重要性|必要性|认识|背景|(?:面临|当前|认清|把握)[^。]*形势")),
    (Phase.REQUIREMENT, _GOAL),
)
_PLAN_HEADING = re.compile(
    r"下一?步|下一阶段|今后|明年|来年|打算|计划|安排|思路|重点工作|工作重点|举措|建议|展望|规划"
    r"|^(?!.*完成).*任务"
)
_HEADING_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?=年)")
_TURN = re.compile(
    r"今年是|(?:今年|[12]\d{3}年)[^。]{0,40}(?:预期目标|总体要求)|做好今年|重点做好|下一步|今后"
)
_TURN_AFTER, _TURN_AT = 0.12, 0.45  # an account without headings turns to its plans in this stretch
# What stands above the first heading opens the paper, up to this share and so many characters.
_OPENS_UNTIL, _OPENS_FOR = 0.3, 600
_SHORT = 2  # paragraphs; a paper of no more has no opening of its own
_GOALS_FOLLOW = re.compile(r"(?:目标|要求|原则)[^。：]{0,12}[：:]$")

_BELOW_THE_TEXT = (Role.SIGNATURE, Role.DATE, Role.ATTACHMENT)
_TEXT_UNTIL = 0.3  # no signature or list of attachments stands above that share of the text
_CALL = re.compile(
    r"^(?:各位代表|同志们|同学们|朋友们|老师们|让我们|会议号召)|让我们"
    r"|(?:贡献|奋斗|力量|篇章|胜利|前进|局面|辉煌)[！。]$"
)
_LONGEST_CALL = 600


def manner_of(paragraphs: Sequence[Paragraph], title: str) -> Manner:
    """How a paper speaks, by the kind that its title names, its articles and its first words."""
    genre = infer_genre(title)
    family = genre_family(genre)
    if family == "办法":
        return Manner.PROVISION
    if not family or family in _ACCOUNTS:
        if _SUMMARY.search(title):
            return Manner.SUMMARY
        if family or _ACCOUNT.search(title):
            return Manner.ACCOUNT
    first = next((p.text for p in paragraphs if p.role is Role.BODY), "")
    return Manner.SUMMARY if not genre and _BEGINS_SUMMARY.match(first) else Manner.DIRECTION


def phases(paragraphs: Sequence[Paragraph], title: str) -> Iterator[Phase]:
    """The phase of each paragraph, in order."""
    manner = manner_of(paragraphs, title)
    article, last = _first_article(paragraphs), _last_call(paragraphs)
    for index, (paragraph, phase) in enumerate(
        zip(paragraphs, _argued(paragraphs, manner, title), strict=True)
    ):
        if index == last:
            yield Phase.CLOSING
        elif index >= article or manner is Manner.PROVISION:
            yield Phase.PROVISION
        elif index and _GOALS_FOLLOW.search(paragraphs[index - 1].text) and paragraph.body:
            yield Phase.REQUIREMENT
        else:
            yield phase


def heading_phase(heading: str) -> Phase:
    """What the section under a heading is for."""
    if _PROBLEM.search(heading) and not _NO_PROBLEM.search(heading):
        return Phase.PROBLEM
    if _GOAL.search(heading) and _TASK.search(heading):
        return Phase.PLAN
    return next((phase for phase, cue in _HEADING_PHASES if cue.search(heading)), Phase.PLAN)


def chapter_phase(heading: str, title: str) -> Phase:
    """What a chapter of a paper of this title is for: in a summary most look back."""
    if _still_reviews(heading, manner_of((), title), title):
        return Phase.REVIEW
    return heading_phase(heading)


def _argued(paragraphs: Sequence[Paragraph], manner: Manner, title: str) -> Iterator[Phase]:
    """The phase of each paragraph by the headings above it, or by its place if there are none."""
    lengths = [len(p.text) for p in paragraphs]
    total = sum(lengths) or 1
    headed = any(p.role is Role.HEADING_1 for p in paragraphs)
    chapter, section, reached = _first_phase(paragraphs, manner, headed=headed), None, False
    for paragraph, seen in zip(paragraphs, accumulate(lengths, initial=0), strict=False):
        if paragraph.role is Role.HEADING_1:
            if not (chapter is Phase.REVIEW and _still_reviews(paragraph.heading, manner, title)):
                chapter = _directed(heading_phase(paragraph.heading), manner)
            section, reached = None, True
        elif paragraph.role is Role.HEADING_2:
            section = _section_phase(paragraph.heading, chapter)
        elif not reached:
            chapter = _before_headings(chapter, paragraph.text, seen, seen / total)
        yield section or chapter


def _first_phase(paragraphs: Sequence[Paragraph], manner: Manner, *, headed: bool) -> Phase:
    if manner in (Manner.ACCOUNT, Manner.SUMMARY):
        return Phase.REVIEW
    texts = sum(p.role is Role.BODY for p in paragraphs)
    return Phase.OPENING if headed or texts > _SHORT else Phase.DIRECTION


def _before_headings(phase: Phase, text: str, seen: int, place: float) -> Phase:
    """The phase of a paragraph that has no heading above it."""
    if phase is Phase.OPENING and (place > _OPENS_UNTIL or seen > _OPENS_FOR):
        return Phase.DIRECTION
    cue = place > _TURN_AFTER and _TURN.search(text)
    return Phase.PLAN if phase is Phase.REVIEW and (place > _TURN_AT or cue) else phase


def _section_phase(heading: str, chapter: Phase) -> Phase | None:
    """What a heading of level 2 changes: where plans are made it may tell goals or problems."""
    if chapter not in (Phase.PLAN, Phase.DIRECTION):
        return None
    phase = heading_phase(heading)
    own = phase in (Phase.PROBLEM, Phase.MEANING)
    return phase if own or _NAMES_GOALS.search(heading) else None


def _directed(phase: Phase, manner: Manner) -> Phase:
    """Plans of a paper that directs others are what these are to do."""
    return Phase.DIRECTION if phase is Phase.PLAN and manner is Manner.DIRECTION else phase


def _still_reviews(heading: str, manner: Manner, title: str) -> bool:
    """Whether a summary still looks back: the heading speaks neither of problems nor of plans."""
    if manner is not Manner.SUMMARY or _PLAN_HEADING.search(heading):
        return False
    years, written = (_HEADING_YEAR.findall(text) for text in (heading, title))
    later = bool(years and written) and max(years) > max(written)
    return not later and heading_phase(heading) is not Phase.PROBLEM


def _first_article(paragraphs: Sequence[Paragraph]) -> int:
    """Where the provisions of a regulation begin; behind the paper if it holds none."""
    articles = [n for n, paragraph in enumerate(paragraphs) if _ARTICLE.match(paragraph.text)]
    return articles[0] if len(articles) >= _ARTICLES else len(paragraphs)


def _last_call(paragraphs: Sequence[Paragraph]) -> int | None:
    """The number of the last paragraph of the text, if it is a call; else None."""
    least = _TEXT_UNTIL * len(paragraphs)
    below = (n for n, p in enumerate(paragraphs) if p.role in _BELOW_THE_TEXT and n >= least)
    end = next(below, len(paragraphs))
    last = next((n for n in range(end - 1, 0, -1) if paragraphs[n].role is Role.BODY), None)
    if last is None or len(paragraphs[last].text) > _LONGEST_CALL:
        return None
    return last if _CALL.search(paragraphs[last].text) else None

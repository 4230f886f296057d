"""What a passage does in its paper: opening, achievement, problem, measure and so on.

Cues in the words decide first; where they are silent, the phase of the paper does: a report looks
back before it plans, and its level-1 headings say where it turns.
"""

import re
from collections.abc import Iterator, Sequence
from enum import StrEnum

from desktop_app.core.document.paragraph import Paragraph, Role


class Function(StrEnum):
    """The uses of a passage that a writer looks for."""

    OPENING = "opening"
    ACHIEVEMENT = "achievement"
    PROBLEM = "problem"
    MEANING = "meaning"
    REQUIREMENT = "requirement"
    MEASURE = "measure"
    CLOSING = "closing"
    QUOTATION = "quotation"


class Phase(StrEnum):
    """Where in its argument a paper is."""

    OPENING = "opening"
    REVIEW = "review"
    PROBLEM = "problem"
    MEANING = "meaning"
    REQUIREMENT = "requirement"
    PLAN = "plan"


_HEADING_PHASES = (
    (Phase.PROBLEM, re.compile(r"问题|困难|不足|短板|挑战")),
    (Phase.REVIEW, re.compile(r"回顾|成就|成效|成绩|历程|工作情况|完成情况|过去|五年来|一年来")),
    (Phase.MEANING, re.compile(r"意义|重要性|必要性|认识|背景|形势")),
    (Phase.REQUIREMENT, re.compile(r"总体要求|总则|指导思想|基本原则|目标|工作要求|组织领导")),
)
_REPORT = re.compile(r"报告|总结|汇报")
_SUMMARY = re.compile(r"总结|述职|(?:工作|落实|完成)情况")  # looks back under most of its headings
_PLAN_HEADING = re.compile(
    r"下一?步|下一阶段|今后|明年|来年|打算|计划|安排|思路|重点工作|工作重点|举措|建议|展望|规划"
    r"|^(?!.*完成).*任务"
)
_HEADING_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?=年)")
_TURN = re.compile(
    r"今年是|(?:今年|[12]\d{3}年)[^。]{0,40}(?:预期目标|总体要求)|做好今年|重点做好|下一步|今后"
)
_TURN_AFTER, _TURN_AT = 0.12, 0.45  # a report without headings turns to its plans in this stretch
_OPENS_UNTIL = 0.3  # what stands above the first heading opens the paper, up to this share of it

_OPENING = re.compile(
    r"我代表.*报告|请予?审议|现将.{2,40}(?:如下|印发|通知)|为[^。]{4,80}(?:制定|特制定|提出)|收悉"
)
_CLOSING = re.compile(
    r"让我们|更加紧密地?团结|特此|自.{2,20}(?:施行|实施|起执行)|谢谢大家|以上.{0,12}(?:审议|批示)"
)
_QUOTATION = re.compile(r"(?:指出|强调|说过|要求)[：，:]?“[^”]{8,}|(?:古人|古语|俗话)[云说讲]")
_PROBLEM_PARAGRAPH = re.compile(
    r"清醒(?:地)?(?:认识|看到)|(?:存在|面临)[^。]{0,20}(?:问题|困难|不足|挑战)"
)
_PROBLEM = re.compile(r"不够|不足|薄弱|滞后|短板|不强|不高|偏低|差距|欠缺|突出问题|不平衡|不充分")
_SOLVED = re.compile(r"解决|破解|补齐|克服|攻克|弥补|消除")
_MEANING = re.compile(
    r"之年|周年|意义(?:十分)?重[大要]|必然要求|内在要求|重要举措|根本保证|关键(?:一年|时期)"
)
_REQUIREMENT = re.compile(
    r"必须|务必|应当|不得|各级[^，。]{0,12}要|要(?:坚持|以|把|始终|切实|进一步)|总体要求|预期目标"
)
_FRONT, _BACK = 0.12, 0.8  # openings stand before, closings after this share of the paper


def phases(paragraphs: Sequence[Paragraph], title: str) -> Iterator[Phase]:
    """The phase of each paragraph, in order."""
    total = sum(len(p.text) for p in paragraphs) or 1
    phase, headed, seen = _first_phase(paragraphs, title), False, 0
    for paragraph in paragraphs:
        if paragraph.role is Role.HEADING_1:
            if not (phase is Phase.REVIEW and _still_reviews(paragraph.heading, title)):
                phase = _heading_phase(paragraph.heading)
            headed = True
        elif not headed and _turns(phase, paragraph.text, seen / total):
            phase = Phase.PLAN
        yield phase
        seen += len(paragraph.text)


def _first_phase(paragraphs: Sequence[Paragraph], title: str) -> Phase:
    if _REPORT.search(title):
        return Phase.REVIEW
    headed = any(p.role is Role.HEADING_1 for p in paragraphs)
    return Phase.OPENING if headed else Phase.PLAN


def _turns(phase: Phase, text: str, place: float) -> bool:
    """Whether a paper that has no heading yet turns to its plans."""
    if phase is Phase.OPENING:
        return place > _OPENS_UNTIL
    cue = place > _TURN_AFTER and _TURN.search(text)
    return phase is Phase.REVIEW and (place > _TURN_AT or bool(cue))


def heading_function(heading: str) -> Function:
    """What the section under a heading mostly does."""
    return _BY_PHASE[_heading_phase(heading)]


def _still_reviews(heading: str, title: str) -> bool:
    """Whether a summary still looks back: the heading speaks neither of problems nor of plans."""
    if not _SUMMARY.search(title) or _PLAN_HEADING.search(heading):
        return False
    years, written = (_HEADING_YEAR.findall(text) for text in (heading, title))
    later = bool(years and written) and max(years) > max(written)
    return not later and _heading_phase(heading) is not Phase.PROBLEM


def _heading_phase(heading: str) -> Phase:
    return next((phase for phase, cue in _HEADING_PHASES if cue.search(heading)), Phase.PLAN)


def passage_function(text: str, paragraph: str, phase: Phase, place: float) -> Function:
    """The function of a sentence or clause.

    Args:
        text: the passage.
        paragraph: the whole paragraph it stands in.
        phase: the paper's phase there.
        place: where in the paper it stands, 0 at the start and 1 at the end.
    """
    cues = (
        (Function.OPENING, place <= _FRONT and _OPENING.search(text)),
        (Function.CLOSING, place >= _BACK and _CLOSING.search(text)),
        (Function.QUOTATION, _QUOTATION.search(text)),
        (Function.PROBLEM, _names_problem(text, paragraph)),
        (Function.MEANING, _MEANING.search(text)),
        (Function.REQUIREMENT, phase is not Phase.REVIEW and _REQUIREMENT.search(text)),
    )
    return next((function for function, cue in cues if cue), _BY_PHASE[phase])


def _names_problem(text: str, paragraph: str) -> bool:
    """A problem is named, and not in order to say that it was or will be solved."""
    named = _PROBLEM_PARAGRAPH.search(paragraph) or _PROBLEM.search(text)
    return bool(named and not _SOLVED.search(text))


_BY_PHASE = {
    Phase.OPENING: Function.OPENING,
    Phase.REVIEW: Function.ACHIEVEMENT,
    Phase.PROBLEM: Function.PROBLEM,
    Phase.MEANING: Function.MEANING,
    Phase.REQUIREMENT: Function.REQUIREMENT,
    Phase.PLAN: Function.MEASURE,
}

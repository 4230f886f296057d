"""What a passage does in its paper: opening, achievement, problem, measure and so on.

Cues in the words decide first; where they are silent, the phase of the paper does.
"""

import re
from functools import lru_cache

from desktop_app.core.document.function_kind import Function
from desktop_app.core.document.phase import Phase, chapter_phase, heading_phase

_BY_PHASE = {
    Phase.OPENING: Function.OPENING,
    Phase.REVIEW: Function.ACHIEVEMENT,
    Phase.PROBLEM: Function.PROBLEM,
    Phase.MEANING: Function.MEANING,
    Phase.REQUIREMENT: Function.REQUIREMENT,
    Phase.PLAN: Function.MEASURE,
    Phase.DIRECTION: Function.MEASURE,
    Phase.PROVISION: Function.REQUIREMENT,
    Phase.CLOSING: Function.CLOSING,
}

_OPENING = re.compile(
    r"我代表.*报告|请予?审议|现将.{2,40}(?:如下|印发|通知|转)|收悉"
    r"|为[^。]{4,300}?(?:制定|提出|决定|启动|印发|如下)|(?:意见|通知|批复|函复)如下"
    r"|今天[^。]*(?:召开|相聚|共聚|欢聚|齐聚)"
)
# What the speech will be about, and how a resolution begins.
_ANNOUNCES = re.compile(r"^(?:下面|借此机会)，(?:我|围绕|就)|听取(?:和|并|了)?审议了?|决定批准")
_CLOSING = re.compile(
    r"让我们|更加紧密地?团结|特此|自[^，。]{2,24}起[^。]{0,4}(?:施行|实施|执行|生效)"
    r"|谢谢大家|以上.{0,12}(?:审议|批[示转])|负责解释|(?:同时|即行)废止|会议号召|^(?:期望|希望)"
)
_QUOTATION = re.compile(
    r"(?:指出|强调|说过|要求)[：，:]?“[^”]{8,}|(?:古人|古语|俗话)[云说讲]"
    r"|^(?:同志们，)?“[^”]{8,}”[。！]$"
)
_PROBLEM_PARAGRAPH = re.compile(
    r"清醒(?:地|的)?(?:认识|看到)"
    r"|(?:还|仍|仍然|依然|也|暴露出)(?:存在|面临|有)?[^。，]{0,24}(?:问题|困难|不足|挑战|短板)"
)
# So many characters that follow such words in a paragraph still name problems; in a speech, whose
# paragraphs are long and argue, fewer.
_OWNING_UP, _ARGUING = 500, 200
_PROBLEM = re.compile(
    r"薄弱(?!环节)|滞后|短板|偏低|差距|欠缺|突出问题|脱节|流于形式|走过场"
    r"|不(?:够|足|强|高|优|实|严|深|力|畅|到位|平衡|充分|协调|适应|完善|健全|规范|合理)"
    r"|(?:有的|有些|个别|少数|一些)[^。]{2,}(?:不(?![断仅但少同久忘懈失负])|没有|缺乏|形式主义|甚至)"
    r"|暴露出[^。]*问题"
)
_SOLVED = re.compile(
    r"解决|破解|补[^，。]{0,4}短板|克服|攻克|攻坚|弥补|消除|整治|整改|处置|化解|清理|纠正|治理"
    r"|杜绝|防止|避免|缩小|改变|破除|反对|(?:加强|补强|强化)薄弱"
)
_PROMISE = re.compile(r"对此|我们(?:一定|将|要)|下决心|^要")
_MEANING = re.compile(
    r"(?:(?<!就)是|迎来|将迎)[^。]{0,60}(?:之年|周年|关键时期|(?:关键|重要)一年)"
    r"|意义(?:十分)?重[大要]"
    r"|(?<!就)是[^，。]{2,40}的?(?:有效|重要|根本|必然|内在|客观|迫切|必由|关键)"
    r"(?:途径|载体|抓手|基础|之路|内容|体现|支撑|要求|举措|保证|保障|任务|前提)"
    r"|是[^，。]{2,30}一件(?:大|难)事"
)
_SITUATION = re.compile(  # why a matter calls for the paper
    r"^(?:随着|当前，|目前，)|有利于|具有[^。，]{0,14}(?:地位|意义|作用)|起到[^。]{0,12}作用"
)
# What binds everybody, and what in an account of the own work is more than a plan.
_REQUIREMENT = re.compile(
    r"必须|必需(?![品的])|务必|应当|不得|各级[^，。]{0,12}要|要(?:坚持|以|把|始终|切实|进一步)"
    r"|总体要求|预期目标"
)
_LESSON = re.compile(r"^必须|(?:体会|认识)到[^。]*必须")  # what a review has taught
# 要 that demands, and not 重要, 要求, 要素; said to others it is a requirement whatever follows.
_DEMAND = re.compile(
    r"(?<![重主首必纲概摘紧需只简扼次])要(?![求素点害道闻件塞领义么])"
    r"|(?:^|[，；])(?:严禁|禁止)|(?:^|[一二三四五六七八九十]、|，)(?:请|建议你)"
    r"|(?<![适响供反效对感相呼回顺照策])应(?![用对急变试酬邀声届收付运验激]|.尽)"
    r"|(?:^|[，；一二三四五六])(?:不能|不要|不可|决不|绝不)"
    r"|不(?:予|准|再|宜|纳入)|所称[^。]*是指|[为是][^，。]{2,30}(?:主管|责任|建设|牵头)(?:单位|部门)"
    r"|(?:[部局委厅办]|单位|部门|机关|政府|机构|小组)(?:具体|统一|主要|总体)?负责"
    r"|到\d{4}年(?:底|末)?，[^。]*(?:达到|超过|突破|基本(?:建成|形成|实现|完成))"
)
_PLANS = re.compile(r"^(?:同时，)?(?:我们)?(?:还|也|更)?要")
_GOALS = re.compile(
    r"(?:总体要求|总体思路|预期目标|主要目标|总体目标|工作目标|具体目标)[^。]{0,8}[是为：]"
)
_DONE = re.compile(
    r"取得(?:了)?[^。，]{0,14}(?:成绩|成效|进展|突破|成果)|作出(?:了)?[^。，]{0,6}贡献"
    r"|(?:近年来|一年来|以来)，[^。]*(?:提升|增强|扎实|有力|明显|显著)"
)
_AHEAD = re.compile(r"新的一年|今年，|今后|我们(?:将|要)|我国政府将|下一步")
_LOOKS_BACK = re.compile(
    r"^(?:各位代表[！，])?(?:——)?(?:[这过]去?的?[一五]年(?:来|里)?|[一五]年来)，"
)
_LATELY = re.compile(r"近年来，|一年来，|去年以来，|过去的?一年，|年以来，")
_FRONT, _BACK = 0.12, 0.8  # openings stand before, closings after this share of the paper
_ANNOUNCED_UNTIL = 0.4
_OWN = (Phase.REVIEW, Phase.PLAN)
_DIRECTED = (Phase.DIRECTION, Phase.OPENING, Phase.REQUIREMENT, Phase.MEANING, Phase.PROBLEM)


def heading_function(heading: str) -> Function:
    """What the section under a heading mostly does."""
    return _BY_PHASE[heading_phase(heading)]


def chapter_function(heading: str, title: str) -> Function:
    """What a chapter of a paper of this title mostly does."""
    return _BY_PHASE[chapter_phase(heading, title)]


def passage_function(text: str, paragraph: str, phase: Phase, place: float) -> Function:
    """The function of a sentence or clause.

    Args:
        text: the passage.
        paragraph: the whole paragraph it stands in.
        phase: the paper's phase there.
        place: where in the paper it stands, 0 at the start and 1 at the end.
    """
    framed = _frame(text, phase, place)
    if framed or phase is Phase.PROVISION:
        return framed or Function.REQUIREMENT
    own = _by_words(text, phase)
    return own or _by_paragraph(text, paragraph, phase) or _BY_PHASE[phase]


def _by_words(text: str, phase: Phase) -> Function | None:
    """The function that a passage's own words tell."""
    if "“" in text and _QUOTATION.search(text):
        return Function.QUOTATION
    if _names_problem(text, phase):
        return Function.PROBLEM
    if phase is not Phase.REVIEW and _GOALS.search(text):
        return Function.REQUIREMENT
    if _MEANING.search(text):
        return Function.MEANING
    return Function.REQUIREMENT if _requires(text, phase) else None


def _by_paragraph(text: str, paragraph: str, phase: Phase) -> Function | None:
    """The function of a passage that carries on what its paragraph has begun."""
    if phase in _OWN and _PROMISE.search(text) and _goes_on(_PROBLEM_PARAGRAPH, text, paragraph):
        return Function.MEASURE  # a review has named its problems and says what will be done
    if _owns_up(text, paragraph, phase):
        return Function.PROBLEM
    if phase is Phase.PLAN and _looks_back(text, paragraph):
        return Function.ACHIEVEMENT
    if _goes_on(_GOALS, text, paragraph):
        return Function.REQUIREMENT
    return _by_background(text, paragraph, phase) if phase in _DIRECTED else None


def _by_background(text: str, paragraph: str, phase: Phase) -> Function | None:
    """The function of a passage that tells those who are addressed how things stand."""
    if _DONE.search(text):
        return Function.ACHIEVEMENT
    if _SITUATION.search(text):
        return Function.MEANING
    looks_back = phase is Phase.OPENING and _goes_on(_LATELY, text, paragraph)
    return Function.ACHIEVEMENT if looks_back else None


def _frame(text: str, phase: Phase, place: float) -> Function | None:
    """Whether a passage opens or closes its paper."""
    if place <= _FRONT and _OPENING.search(text):
        return Function.OPENING
    if place <= _ANNOUNCED_UNTIL and _ANNOUNCES.search(text):
        return Function.OPENING
    closes = phase is Phase.CLOSING or (place >= _BACK and _CLOSING.search(text))
    return Function.CLOSING if closes else None


def _names_problem(text: str, phase: Phase) -> bool:
    """A problem is named, and not to say that it was, is to be or will be solved."""
    if not _PROBLEM.search(text) or _SOLVED.search(text):
        return False
    return not _requires(text, phase) and not (phase is Phase.PLAN and _PLANS.search(text))


def _requires(text: str, phase: Phase) -> bool:
    if phase is Phase.REVIEW:
        return bool(_LESSON.search(text))
    return bool(_REQUIREMENT.search(text) or (phase in _DIRECTED and _DEMAND.search(text)))


def _looks_back(text: str, paragraph: str) -> bool:
    """Whether a paragraph among the plans begins with a review, and has not turned to plans yet."""
    return bool(_LOOKS_BACK.search(paragraph)) and not _goes_on(_AHEAD, text, paragraph)


def _owns_up(text: str, paragraph: str, phase: Phase) -> bool:
    """Whether a passage goes on with the problems that its paragraph has begun to name."""
    reach = _OWNING_UP if phase in _OWN else _ARGUING
    return not _SOLVED.search(text) and _goes_on(_PROBLEM_PARAGRAPH, text, paragraph, reach)


def _goes_on(cue: re.Pattern[str], text: str, paragraph: str, reach: int = _OWNING_UP) -> bool:
    """Whether a passage has a cue or follows one in its paragraph, not too far off."""
    begins = _first(cue, paragraph)
    if begins is None:
        return False
    start = paragraph.find(text)
    return start + len(text) > begins and start - begins < reach


@lru_cache(maxsize=16)
def _first(cue: re.Pattern[str], paragraph: str) -> int | None:
    """Where a cue first stands in a paragraph; its sentences ask one after another."""
    found = cue.search(paragraph)
    return found.start() if found else None

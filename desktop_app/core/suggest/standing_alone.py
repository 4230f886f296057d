"""Whether words can stand alone in another paper: what they begin and end with, and their pairs."""

import re

from desktop_app.core.text.sentences import clause_spans

SHORTEST = 12  # characters of a phrase

_PAIRS = ("（）", "《》", "“”", "‘’", "〔〕", "【】")
_PAIR_OF = {mark: pair for pair in _PAIRS for mark in pair}
_BRACKET = re.compile(f"[{''.join(_PAIRS)}]")
# What refers to words before it, or goes on with them.
_REFERS = re.compile(
    r"其中|同时|并(?![购网轨联])|此|该|以此|对此|为此|据此|因此|因而|从而|即(?![将时])|但|而|也(?!门)"
    r"|还(?![款贷清])|又|且|及(?!时|早)|以及|和(?![谐平美睦])|与(?!会|时)|或|等|[、，。；：！？”’）》】]"
)
# One item of a count, without the others.
_ITEM = re.compile(r"[二三四五六七八九十](?:是|要|靠)|一(?:是|要|靠)(?!.*[；，。]二)")
_BODY = re.compile(r"[局委厅部办][、，）]")
_LISTS_BODIES = re.compile(rf"(?:[^、，（]{{2,12}}{_BODY.pattern}){{3}}")  # who is responsible
# A clause that leads to the next one: when, where, by what, what for.
_LEADS = re.compile(
    r"当(?![好前家])|随着|为(?!民)|由于|鉴于|虽然|尽管|即使|如果|只要|只有|不仅|不但|不论|无论|既|在|以(?!人民)|从(?!严)"
    r"|通过|围绕|按照|根据|依据|依托|借助|针对|面对|经过|对(?!标|接)|把(?!好|牢|准|握)|将(?!军)|与|自"
)
_LEAVES_OPEN = re.compile(
    r"(?:的|时|之际|以来|期间|中|后|下|上|前|等|为|是|同时|方面|情况|之一|[和与及或])$"
)
_ENDS = "。；！？"
_CLOSING = "”’）》】"


def is_whole(text: str) -> bool:
    """Whether brackets and quotation marks balance and no figure is cut off."""
    depths = dict.fromkeys(_PAIRS, 0)
    for mark in _BRACKET.findall(text):
        pair = _PAIR_OF[mark]
        depths[pair] += 1 if mark == pair[0] else -1
        if depths[pair] < 0:
            return False
    return not any(depths.values())


def stands_alone(text: str) -> bool:
    """Whether a phrase makes sense where nothing of what stood around it is there.

    It ends with a sentence, or with a clause that leads to no other.
    """
    dangling = _REFERS.match(text) or _ITEM.match(text) or _lists_bodies(text)
    return not dangling and is_whole(text) and _ends_well(text)


def _lists_bodies(text: str) -> bool:
    """Whether three bodies or more stand side by side; few phrases have so many at all."""
    return len(_BODY.findall(text)) > 2 and _LISTS_BODIES.search(text) is not None


def _ends_well(text: str) -> bool:
    words = text.rstrip(_CLOSING)
    if not words.endswith("，"):
        return words[-1:] in _ENDS
    start, end = clause_spans(words)[-1]
    clause = words[start : end - 1]
    one_sentence = not any(mark in words for mark in _ENDS)
    return one_sentence and not (_LEADS.match(clause) or _LEAVES_OPEN.search(clause))

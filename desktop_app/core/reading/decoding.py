"""The encoding of Chinese plain text.

Detection libraries err on short Chinese texts, so the choice is made among the few encodings that
occur, by how many of the commonest characters each reading yields.
"""

import codecs
import re

_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_CANDIDATES = ("gb18030", "big5", "utf-16-le", "utf-16-be")
# A few characters in GB18030 may by chance be UTF-8 too, of letters that stand in no Chinese text.
_CHANCE = 100  # bytes
_UNUSUAL, _HAN = ("\u0250", "\u07ff"), ("\u0800", "\uffff")
# Frequent in official and everyday Chinese, simplified and traditional, with the usual marks.
_COMMON = (
    "的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动同工也能下过子"
    "说产种面而方后多定行学法所民得经三之进着等部度家电力里如水化高自二理起小物现实加量都两体制机当"
    "使点从业本去把性好应开它合还因由其些然前外天政四日那社义事平形相全表间样与关各重新线内数正心反"
    "你明看原又么利比或但质气第向道命此变条只没结解问意建月公无系军很情者最立代想已通并提直题党程展"
    "五果料象员革位入常文总次品式活设及管特件长求老头基资边流路级少图山统接知较将组见计别她手角期根"
    "论运农指几九区强放决西被干做必战先回则任取据处队南给色光门即保治北造百规热领七海口东导器压志世"
    "會們來為國這個說時過發後裡動還進現經麼學當無與長機關點業將兩間問從實體對於開應總員務報區強設計"
    "，。、；：？！“”（）《》—…　0123456789\r\n"
)
# Replacing runs counts them several times faster than looking at each character.
_COMMON_RUN = re.compile(f"[{re.escape(_COMMON)}]+")
_ODD_RUN = re.compile("[\ufffd\ue000-\uf8ff\x00-\x08\x0b\x0e-\x1f]+")
_SAMPLE = 20_000  # characters judged; enough for certainty, little enough to be quick


def decode(data: bytes) -> str:
    """The text of a file in UTF-8, UTF-16, GB18030 or Big5."""
    for bom, encoding in _BOMS:
        if data.startswith(bom):
            return data.decode(encoding, errors="replace")
    encodings = _encodings(data)
    best = encodings[0]
    if len(encodings) > 1:
        best = max(encodings, key=lambda encoding: _likelihood(data, encoding))
    return data.decode(best, errors="ignore" if best == "utf-8" else "replace")


def likelihood(data: bytes) -> float:
    """How much like Chinese text the bytes are in their likeliest encoding; 1 at the most."""
    return max(_likelihood(data, encoding) for encoding in ("utf-8", *_CANDIDATES))


def _encodings(data: bytes) -> tuple[str, ...]:
    """The encodings that the bytes may be in, the likelier first."""
    try:
        # One that is not told that the bytes end here lets them end inside a character.
        text = codecs.getincrementaldecoder("utf-8")().decode(data)
    except UnicodeDecodeError:
        return _CANDIDATES
    if "\0" in text[:_SAMPLE]:
        return ("utf-8", *_CANDIDATES)  # more likely UTF-16, where ASCII has zero bytes
    by_chance = len(data) <= _CHANCE and _has(text, *_UNUSUAL) and not _has(text, *_HAN)
    return ("utf-8", "gb18030") if by_chance else ("utf-8",)


def _has(text: str, first: str, last: str) -> bool:
    """Whether a short text has a character of a range, which takes long to compile."""
    return any(first <= character <= last for character in text)


def _likelihood(data: bytes, encoding: str) -> float:
    """Share of common characters, less twice that of characters which no text has."""
    sample = data[: 2 * _SAMPLE].decode(encoding, errors="replace")[:_SAMPLE]
    common = len(sample) - len(_COMMON_RUN.sub("", sample))
    odd = len(sample) - len(_ODD_RUN.sub("", sample))
    return (common - 2 * odd) / max(1, len(sample))

"""Fonts of the interface and of the page.

Each family of an official paper is a list: the fonts of Chinese offices first, then what Windows,
macOS and Linux bring along. Without such a list Qt takes Japanese or handwritten forms.
"""

from PySide6.QtGui import QFont

from desktop_app.core.document.paragraph import Role

_HEI = ["黑体", "SimHei", "Noto Sans CJK SC", "Source Han Sans SC", "PingFang SC"]
_SONG = ["宋体", "SimSun", "Noto Serif CJK SC", "Source Han Serif SC", "Songti SC"]
_FANGSONG = ["仿宋_GB2312", "FangSong_GB2312", "仿宋", "FangSong", "STFangsong", "FandolFang"]
_KAI = ["楷体_GB2312", "KaiTi_GB2312", "楷体", "KaiTi", "STKaiti", "FandolKai", "AR PL UKai CN"]
_TITLE = ["方正小标宋简体", "FZXiaoBiaoSong-B05S", "华文中宋", "STZhongsong", "Noto Serif CJK SC"]
_INTERFACE = [
    "Microsoft YaHei UI",
    "PingFang SC",
    "Noto Sans CJK SC",
    "Source Han Sans SC",
    "WenQuanYi Zen Hei",
    "SimSun",
]
_WITHOUT_FANGSONG = ["Noto Serif CJK SC", "Songti SC", "SimSun"]  # nearest in stroke and colour

BODY_PIXELS = 20  # 3号 (16 pt) on the page at 100 %; other sizes of the standard are in proportion
TITLE_PIXELS = 27  # 2号 (22 pt)

_FAMILIES = {
    Role.TITLE: _TITLE + _SONG,
    Role.BYLINE: _KAI + _WITHOUT_FANGSONG,
    Role.HEADING_1: _HEI,
    Role.HEADING_2: _KAI + _WITHOUT_FANGSONG,
}


def interface_font() -> QFont:
    """The font of buttons, lists and labels."""
    font = QFont()
    font.setFamilies(_INTERFACE)
    font.setPixelSize(13)
    return font


def role_font(role: Role, zoom: int) -> QFont:
    """The font of a paragraph on the page at a zoom in per cent."""
    font = QFont()
    font.setFamilies(_FAMILIES.get(role, _FANGSONG + _WITHOUT_FANGSONG))
    pixels = TITLE_PIXELS if role is Role.TITLE else BODY_PIXELS
    font.setPixelSize(round(pixels * zoom / 100))
    font.setBold(role is Role.TITLE)
    return font

import pytest

from desktop_app.core.document.paragraph import Role
from desktop_app.ui.theme.fonts import BODY_PIXELS, TITLE_PIXELS, interface_font, role_font

_SANS = ("Noto Sans CJK SC", "Source Han Sans SC")
_SERIF = ("Noto Serif CJK SC", "Source Han Serif SC")


@pytest.mark.parametrize("role", list(Role))
def test_every_role_names_fonts_of_offices_first_and_a_free_one_after(role: Role) -> None:
    families = role_font(role, 100).families()
    assert len(families) >= 4
    assert all(name.strip() for name in families)
    assert set(families) & {*_SANS, *_SERIF}


def test_the_interface_names_a_font_of_every_system() -> None:
    families = set(interface_font().families())
    assert {"Microsoft YaHei UI", "PingFang SC", "Noto Sans CJK SC"} <= families
    assert interface_font().pixelSize() > 0


def test_roles_have_the_typefaces_of_the_standard() -> None:
    first = {role: role_font(role, 100).families()[0] for role in Role}
    assert first[Role.TITLE] == "方正小标宋简体"
    assert first[Role.HEADING_1] == "黑体"
    assert first[Role.HEADING_2] == first[Role.BYLINE] == "楷体_GB2312"
    rest = {Role.BODY, Role.SALUTATION, Role.HEADING_3, Role.SIGNATURE, Role.DATE}
    assert {first[role] for role in rest} == {"仿宋_GB2312"}


def test_the_title_is_larger_and_everything_grows_with_the_zoom() -> None:
    assert role_font(Role.TITLE, 100).pixelSize() == TITLE_PIXELS > BODY_PIXELS
    assert role_font(Role.BODY, 100).pixelSize() == BODY_PIXELS
    assert role_font(Role.BODY, 150).pixelSize() == 30
    assert role_font(Role.TITLE, 60).pixelSize() == 16

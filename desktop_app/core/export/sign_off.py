"""Where signature and date stand in a paper without a seal."""

from collections.abc import Sequence

from desktop_app.core.export.house_style import HouseStyle, Part
from desktop_app.core.export.text_width import width_twips


def sign_off_indents(signatures: Sequence[str], date: str, style: HouseStyle) -> tuple[int, int]:
    """Right indents, in twips, of the signature lines and of the date below them.

    The signature keeps its distance from the right edge, and the date begins two characters to
    the right of the signature's beginning; a date that is too long for this keeps the distance
    instead, and the signature gives way to the left (GB/T 9704-2012, 7.3.5.2). Of several
    signatures the longest counts.
    """
    signature_style, date_style = style.texts[Part.SIGNATURE], style.texts[Part.DATE]
    signature_right = signature_style.right_twips
    date_right = date_style.right_twips
    shift = round(style.date_shift_characters * signature_style.character_twips)
    room = style.page.text_width_twips
    longest = max(width_twips(line, signature_style) for line in signatures)
    signed = min(longest, room - signature_right)
    dated = min(width_twips(date, date_style), room - date_right)
    shifted = signature_right + signed - shift - dated
    if shifted >= 0:
        return signature_right, shifted
    return min(date_right + dated + shift, room) - signed, date_right

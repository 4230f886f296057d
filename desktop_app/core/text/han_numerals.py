"""Chinese numerals as official papers count with them: 一 to 九十九."""

_DIGITS = "一二三四五六七八九"


def to_han(number: int) -> str:
    """The numeral for 1..99, for example 12 → 十二.

    Raises:
        ValueError: for other numbers; no paper counts its sections further.
    """
    if not 1 <= number <= 99:
        raise ValueError(number)
    tens, ones = divmod(number, 10)
    head = "" if tens == 0 else "十" if tens == 1 else _DIGITS[tens - 1] + "十"
    return head + (_DIGITS[ones - 1] if ones else "")


def from_han(numeral: str) -> int | None:
    """The number of a numeral 一..九十九, or None where it is not one."""
    head, ten, tail = numeral.rpartition("十")
    tens = (_DIGITS.find(head) + 1 if head else 1) if ten else 0
    ones = _DIGITS.find(tail) + 1 if tail else 0
    well_formed = (
        bool(numeral)
        and len(head) <= 1
        and len(tail) <= 1
        and (not head or tens > 0)
        and (not tail or ones > 0)
    )
    return 10 * tens + ones if well_formed else None

"""Qt counts UTF-16 units, Python counts code points. The two meet here and nowhere else."""


def utf16_length(text: str) -> int:
    """The length of a text as Qt counts it."""
    return len(text) + sum(character > "\uffff" for character in text)


def code_points(text: str, units: int) -> int:
    """How many code points the first `units` UTF-16 units of a text are."""
    if text.isascii() or max(text, default="") <= "\uffff":
        return units
    return len(text.encode("utf-16-le")[: 2 * units].decode("utf-16-le", "ignore"))

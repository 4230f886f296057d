"""Fields: an instruction that nobody sees, and its result, which stands in the text."""


class Fields:
    """Where a place of a paragraph lies among the fields around it.

    No instruction goes on in another paragraph: begun afresh for each, this hides no more than
    one paragraph when a damaged file has a field that never ends.
    """

    def __init__(self) -> None:
        self._instructions: list[bool] = []  # for each field around the place: is it there yet?
        self._hiding = 0

    @property
    def hide(self) -> bool:
        """Whether the place lies in an instruction."""
        return self._hiding > 0

    def begin(self) -> None:
        """Go into a field's instruction."""
        self._instructions.append(True)
        self._hiding += 1

    def separate(self) -> None:
        """Go from an instruction to its result."""
        if self._instructions:
            self.end()
            self._instructions.append(False)

    def end(self) -> None:
        """Go out of a field."""
        if self._instructions:
            self._hiding -= self._instructions.pop()

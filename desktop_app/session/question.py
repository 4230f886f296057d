"""A question of the protocol: one line of JSON, its fields read with their types."""

import json
from collections.abc import Mapping
from pathlib import Path

from desktop_app.core.errors import Reason, RequestMalformed

_LARGEST = 2**53  # beyond it, programs that read JSON disagree on whole numbers


class Question:
    """The fields of a question."""

    def __init__(self, fields: Mapping[str, object]) -> None:
        self._fields = fields

    @classmethod
    def parse(cls, line: str | bytes) -> "Question":
        """The question in a line.

        Raises:
            RequestMalformed: if the line is no JSON object.
        """
        try:
            fields = json.loads(line)
        except (ValueError, RecursionError) as error:
            raise RequestMalformed(detail=Reason("不是 JSON", "no JSON")) from error
        if not isinstance(fields, dict):
            raise RequestMalformed(detail=Reason("不是 JSON 对象", "no JSON object"))
        return cls(fields)

    def text(self, name: str, default: str | None = None) -> str:
        """A field that is a text; missing or null takes the default.

        Raises:
            RequestMalformed: if it is missing and has no default, or is no text.
        """
        value = self._field(name, default)
        if not isinstance(value, str):
            raise self._wrong(name)
        return value

    def path(self, name: str) -> Path:
        """A field that is the path of a file.

        Raises:
            RequestMalformed: if it is missing or no text, or has a character that no path has.
        """
        value = self.text(name)
        if "\0" in value:
            raise self._wrong(name)
        return Path(value)

    def number(self, name: str, default: int | None = None) -> int:
        """A field that is a whole number; missing or null takes the default.

        Raises:
            RequestMalformed: if it is missing and has no default, or is no whole number that a
                double holds exactly.
        """
        value = self._field(name, default)
        if not isinstance(value, int) or isinstance(value, bool) or abs(value) > _LARGEST:
            raise self._wrong(name)
        return value

    def optional_number(self, name: str) -> int | None:
        """A field that is a whole number or missing or null."""
        return None if self._fields.get(name) is None else self.number(name)

    def texts(self, name: str) -> tuple[str, ...]:
        """A field that is a list of texts; missing or null is none.

        Raises:
            RequestMalformed: if it is anything else.
        """
        value = self._field(name, [])
        if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
            raise self._wrong(name)
        return tuple(value)

    def numbers(self, name: str) -> tuple[int, ...]:
        """A field that is a list of whole numbers; missing or null is none.

        Raises:
            RequestMalformed: if it is anything else.
        """
        value = self._field(name, [])
        if not isinstance(value, list):
            raise self._wrong(name)
        return tuple(Question({name: item}).number(name) for item in value)

    def flag(self, name: str, *, default: bool | None = None) -> bool:
        """A field that is true or false; missing or null takes the default.

        Raises:
            RequestMalformed: if it is missing and has no default, or is neither.
        """
        value = self._field(name, default)
        if not isinstance(value, bool):
            raise self._wrong(name)
        return value

    def part(self, name: str) -> "Question":
        """A field that has fields of its own.

        Raises:
            RequestMalformed: if it is missing or has none.
        """
        value = self._field(name, None)
        if not isinstance(value, dict):
            raise self._wrong(name)
        return Question(value)

    def parts(self, name: str) -> tuple["Question", ...]:
        """A field that is a list of such with fields of their own; missing or null is none.

        Raises:
            RequestMalformed: if it is anything else.
        """
        value = self._field(name, [])
        if not isinstance(value, list):
            raise self._wrong(name)
        return tuple(Question({name: item}).part(name) for item in value)

    def has(self, name: str) -> bool:
        """Whether a field is there, be it null."""
        return name in self._fields

    def _field(self, name: str, default: object) -> object:
        value = self._fields.get(name)
        return default if value is None else value

    def _wrong(self, name: str) -> RequestMalformed:
        return RequestMalformed(
            detail=Reason(f"“{name}”缺少或类型不对", f"“{name}” is missing or of a wrong type")
        )

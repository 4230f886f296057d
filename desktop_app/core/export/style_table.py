"""Frozen dataclasses filled from the tables of a house style, checked against their own fields.

The dataclass is the schema: a field without default must be given, a key without field must not,
and `Annotated` limits hold for numbers and texts. Whatever is wrong is named by its key.
"""

import re
from collections.abc import Mapping
from dataclasses import MISSING, dataclass, fields, is_dataclass
from enum import StrEnum
from typing import Annotated, Literal, TypeVar, get_args, get_origin, get_type_hints

from desktop_app.core.errors import BijiaError

_Record = TypeVar("_Record")


class HouseStyleUnusable(BijiaError):
    """A file that is no house style; all its kinds know the `name` of the file."""


class HouseStyleUnreadable(HouseStyleUnusable):
    """Not there, not UTF-8, or not TOML. Fields: name, detail."""

    chinese = "版式文件“{name}”读不出来（{detail}），请改正这个文件，或换用自带的版式。"
    english = "The house style “{name}” cannot be read ({detail}); correct it or choose another."


class HouseStyleIncomplete(HouseStyleUnusable):
    """A setting is missing. Fields: name, key."""

    chinese = "版式文件“{name}”里缺少“{key}”一项，请补上。"
    english = "The house style “{name}” lacks the setting “{key}”; add it."


class HouseStyleSettingUnknown(HouseStyleUnusable):
    """A setting that does not exist, most often misspelt. Fields: name, key."""

    chinese = "版式文件“{name}”里的“{key}”不是版式的设置项，请检查拼写或删去。"
    english = "The house style “{name}” has the unknown setting “{key}”; correct or remove it."


class HouseStyleSettingWrong(HouseStyleUnusable):
    """A setting has a value that cannot be. Fields: name, key, value, expected."""

    chinese = "版式文件“{name}”里“{key}”的值 {value} 不对，应为 {expected}。"
    english = "In the house style “{name}”, “{key}” is {value}; it must be {expected}."


@dataclass(frozen=True, slots=True)
class Between:
    """Limits of a number, both included."""

    least: float
    most: float

    def __contains__(self, value: object) -> bool:
        return isinstance(value, int | float) and self.least <= value <= self.most

    def shown(self) -> str:
        """The limits as the user reads them."""
        return f"{self.least:g}–{self.most:g}"


@dataclass(frozen=True, slots=True)
class Matching:
    """A form of a text; `example` shows it to the user."""

    pattern: str
    example: str

    def __contains__(self, value: object) -> bool:
        return isinstance(value, str) and re.fullmatch(self.pattern, value) is not None

    def shown(self) -> str:
        """The form as the user reads it."""
        return f'"{self.example}"'


@dataclass(frozen=True, slots=True)
class StyleFile:
    """A house style file under its name, from whose tables records are read."""

    name: str

    def record(self, kind: type[_Record], table: object, key: str = "") -> _Record:
        """Build the dataclass `kind` from a table.

        Args:
            kind: a dataclass whose fields are dataclasses, mappings from an enumeration to
                dataclasses, tuples of dataclasses, literals, flags, and numbers and texts that may
                be `Annotated` with `Between` or `Matching`.
            table: what `tomllib` made of the table.
            key: where in the file the table stands, for example `texts.body`.

        Raises:
            HouseStyleUnusable: one of its kinds, naming the key that is missing or wrong.
        """
        required, known = _field_names(kind)
        given = self._table(table, key, required, known)
        kinds = get_type_hints(kind, include_extras=True)
        return kind(**{n: self._value(kinds[n], raw, _below(key, n)) for n, raw in given.items()})

    def wrong(self, key: str, value: object, expected: str) -> HouseStyleSettingWrong:
        """The error for a value that cannot be; for its caller to raise."""
        return HouseStyleSettingWrong(
            name=self.name, key=key, value=_shown(value), expected=expected
        )

    def _table(
        self, raw: object, key: str, required: list[str], known: list[str]
    ) -> Mapping[str, object]:
        """The table, in which the required keys stand and no others than the known ones."""
        if not isinstance(raw, dict):
            raise self.wrong(key, raw, f"[{key}]")
        for name in raw:
            if name not in known:
                raise HouseStyleSettingUnknown(name=self.name, key=_below(key, name))
        for name in required:
            if name not in raw:
                raise HouseStyleIncomplete(name=self.name, key=_below(key, name))
        return raw

    def _value(self, kind: object, raw: object, key: str) -> object:
        """One value of a table as its field wants it."""
        origin, arguments = get_origin(kind), get_args(kind)
        if origin is Annotated:
            return self._scalar(arguments[0], raw, key, arguments[1])
        if origin is Literal:
            return self._choice(arguments, raw, key)
        if origin is tuple:
            return self._records(arguments[0], raw, key)
        if origin is Mapping:
            return self._by_member(arguments[0], arguments[1], raw, key)
        if isinstance(kind, type) and is_dataclass(kind):
            return self.record(kind, raw, key)
        return self._scalar(kind, raw, key)

    def _scalar(
        self, kind: object, raw: object, key: str, limits: Between | Matching | None = None
    ) -> object:
        """A number, flag or text within its limits; a whole number may stand for a broken one."""
        fits = type(raw) is kind or (kind is float and type(raw) is int)
        if not fits or (limits is not None and raw not in limits):
            raise self.wrong(key, raw, limits.shown() if limits else "true / false")
        return raw

    def _choice(self, choices: tuple[object, ...], raw: object, key: str) -> object:
        if raw not in choices:
            raise self.wrong(key, raw, " / ".join(_shown(choice) for choice in choices))
        return raw

    def _records(self, kind: type[object], raw: object, key: str) -> tuple[object, ...]:
        if not isinstance(raw, list):
            raise self.wrong(key, raw, f"[[{key}]]")
        return tuple(self.record(kind, one, f"{key}[{n}]") for n, one in enumerate(raw, start=1))

    def _by_member(
        self, members: type[StrEnum], kind: type[object], raw: object, key: str
    ) -> dict[StrEnum, object]:
        """A table of tables, one for each member of an enumeration."""
        names = [member.value for member in members]
        tables = self._table(raw, key, names, names)
        return {one: self.record(kind, tables[one], _below(key, one)) for one in members}


def _field_names(kind: type[object]) -> tuple[list[str], list[str]]:
    """The fields that must be given, and all fields."""
    if not is_dataclass(kind):
        raise TypeError(kind)
    known = fields(kind)
    return [f.name for f in known if f.default is MISSING], [f.name for f in known]


def _below(key: str, name: str) -> str:
    return f"{key}.{name}" if key else name


def _shown(value: object) -> str:
    """A value as it would stand in the file, cut where it is long."""
    text = str(value).lower() if isinstance(value, bool) else str(value)
    text = f'"{text}"' if isinstance(value, str) else text
    return text if len(text) <= 40 else f"{text[:39]}…"

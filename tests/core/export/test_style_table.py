from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Annotated, Literal

import pytest

from desktop_app.core.export.style_table import (
    Between,
    HouseStyleIncomplete,
    HouseStyleSettingUnknown,
    HouseStyleSettingWrong,
    Matching,
    StyleFile,
)


class Tool(StrEnum):
    BRUSH = "brush"
    INK = "ink"


@dataclass(frozen=True, slots=True)
class Sheet:
    width: Annotated[float, Between(1, 9)]
    kind: Literal["raw", "sized"] = "raw"
    lined: bool = False


@dataclass(frozen=True, slots=True)
class Desk:
    sheets: tuple[Sheet, ...]
    tools: Mapping[Tool, Sheet]
    label: Annotated[str, Matching("[a-z]+", "oak")] = ""


_FILE = StyleFile("desk.toml")
_TOOLS = {"brush": {"width": 2}, "ink": {"width": 3.5, "lined": True}}


def test_tables_become_records_with_their_defaults() -> None:
    desk = _FILE.record(Desk, {"sheets": [{"width": 1, "kind": "sized"}], "tools": _TOOLS})

    assert desk == Desk(
        (Sheet(1, "sized"),), {Tool.BRUSH: Sheet(2), Tool.INK: Sheet(3.5, lined=True)}
    )


@pytest.mark.parametrize(
    ("table", "error", "key"),
    [
        ({"sheets": []}, HouseStyleIncomplete, "tools"),
        ({"sheets": [], "tools": {"ink": {"width": 1}}}, HouseStyleIncomplete, "tools.brush"),
        ({"sheets": [{}], "tools": _TOOLS}, HouseStyleIncomplete, "sheets[1].width"),
        ({"sheets": [], "tools": {**_TOOLS, "ruler": {}}}, HouseStyleSettingUnknown, "tools.ruler"),
        ({"sheets": {}, "tools": _TOOLS}, HouseStyleSettingWrong, "sheets"),
        ({"sheets": [1], "tools": _TOOLS}, HouseStyleSettingWrong, "sheets[1]"),
        ({"sheets": [{"width": 10}], "tools": _TOOLS}, HouseStyleSettingWrong, "sheets[1].width"),
        ({"sheets": [{"width": True}], "tools": _TOOLS}, HouseStyleSettingWrong, "sheets[1].width"),
        ({"sheets": [], "tools": _TOOLS, "label": "Oak"}, HouseStyleSettingWrong, "label"),
    ],
)
def test_what_is_wrong_is_named_by_its_key(
    table: dict[str, object], error: type[Exception], key: str
) -> None:
    with pytest.raises(error) as caught:
        _FILE.record(Desk, table)

    assert getattr(caught.value, "fields", {})["key"] == key


def test_a_long_value_is_cut_in_the_message() -> None:
    with pytest.raises(HouseStyleSettingWrong) as caught:
        _FILE.record(Desk, {"sheets": [], "tools": _TOOLS, "label": "A" * 500})

    assert len(caught.value.sentence("zh")) < 100


def test_a_record_that_is_no_dataclass_is_a_mistake_of_the_program() -> None:
    with pytest.raises(TypeError):
        _FILE.record(str, {})

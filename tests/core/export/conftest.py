"""The shipped house styles and a small paper with every role in it."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from desktop_app.core.document.paragraph import Paragraph, Role
from desktop_app.core.export.house_style import HouseStyle
from desktop_app.core.export.house_style_file import read_house_style
from desktop_app.core.export.word import word_document

_STYLES = Path(__file__).parents[3] / "resources" / "styles"


@pytest.fixture(scope="session")
def styles_folder() -> Path:
    return _STYLES


@pytest.fixture(scope="session")
def gongwen() -> HouseStyle:
    return read_house_style(_STYLES / "gongwen.toml")


@pytest.fixture(scope="session")
def speech() -> HouseStyle:
    return read_house_style(_STYLES / "speech.toml")


@pytest.fixture(scope="session")
def written() -> datetime:
    return datetime(2026, 11, 22, 8, 30, tzinfo=UTC)


@pytest.fixture(scope="session")
def notice() -> list[Paragraph]:
    """A notice with all roles, two lines of title, a run-in heading and an attached paper."""
    return [
        Paragraph("××市人民政府办公室关于做好", Role.TITLE),
        Paragraph("2026年安全生产工作的通知", Role.TITLE),
        Paragraph("×政办发〔2026〕3号", Role.BYLINE),
        Paragraph("（征求意见稿）", Role.BYLINE),
        Paragraph("各区人民政府，市政府各部门：", Role.SALUTATION),
        Paragraph("为做好“十五五”开局之年的安全生产工作，现就有关事项通知如下。"),
        Paragraph("一、总体要求", Role.HEADING_1),
        Paragraph("（一）加强组织领导。各级各部门要高度重视。", Role.HEADING_2, 10),
        Paragraph("（二）压实责任", Role.HEADING_2),
        Paragraph("1.明确分工", Role.HEADING_3),
        Paragraph("（1）建立台账", Role.HEADING_4),
        Paragraph("各单位要于每月5日前报送进展。"),
        Paragraph("附件：1.任务分工表", Role.ATTACHMENT),
        Paragraph("2.联系人名单", Role.HEADING_3),
        Paragraph("××市人民政府办公室", Role.SIGNATURE),
        Paragraph("2026年1月2日", Role.DATE),
        Paragraph("附件1", Role.ATTACHMENT),
        Paragraph("任务分工表", Role.TITLE),
        Paragraph("各区负责辖区内的安全生产。"),
    ]


@pytest.fixture(scope="session")
def exported(notice: list[Paragraph], gongwen: HouseStyle, written: datetime) -> bytes:
    return word_document(notice, gongwen, written)

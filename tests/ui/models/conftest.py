"""What the tests of the models share."""

from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QAbstractItemModel

if TYPE_CHECKING:  # cannot be imported until pytest-qt has chosen its Qt
    from pytestqt.modeltest import ModelTester


@pytest.fixture
def check_rules(qtmodeltester: "ModelTester") -> Callable[[QAbstractItemModel], None]:
    """Finds out whether a model keeps the rules that Qt's views rely on."""
    check: Callable[[QAbstractItemModel], None] = qtmodeltester.check
    return check

"""The bar at the top: few words, no pictures; the rest is in one menu."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QSizePolicy, QToolBar, QToolButton, QWidget

from desktop_app.core.document.paragraph import Role
from desktop_app.session.settings import CONTINUATION_DELAYS
from desktop_app.ui.window.actions import WindowActions


class Toolbar(QToolBar):
    """The window's buttons.

    Signals:
        recent_chosen(str): a recent draft is to be opened.
        role_chosen(object): the paragraphs at the caret are to have this role, or None for the
            one that their text suggests.
        delay_chosen(int): grey text is to wait so many milliseconds.
    """

    recent_chosen = Signal(str)
    role_chosen = Signal(object)
    delay_chosen = Signal(int)

    def __init__(self, actions: WindowActions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setMovable(False)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)
        self._recent = QMenu(self)
        self.roles = self._role_menu()
        self._delays = self._delay_menu()
        self._fill(actions)

    def show_recent(self, paths: tuple[str, ...]) -> None:
        """Offer other recent drafts."""
        self._recent.clear()
        for path in paths:
            action = self._recent.addAction(path.replace("&", "&&"))  # Qt marks a key with one
            action.setData(path)
        self._recent.setEnabled(bool(paths))

    def show_delay(self, delay: int) -> None:
        """Mark the delay of grey text that is in use."""
        for action in self._delays.actions():
            action.setChecked(action.data() == delay)

    def _fill(self, actions: WindowActions) -> None:
        self.addAction(actions.new)
        self.addWidget(self._button(actions.open, self._recent))
        self.addAction(actions.save)
        self.addSeparator()
        self.addActions([actions.undo, actions.redo])
        self.addSeparator()
        self.addAction(actions.find)
        self.addWidget(self._button(None, self.roles, self.tr("Paragraph")))
        self.addSeparator()
        self.addAction(actions.export_word)
        room = QWidget()
        room.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.addWidget(room)
        self.addWidget(self._button(actions.import_folder, self._import_menu(actions)))
        self.addAction(actions.theme)
        self.addWidget(self._button(None, self._more_menu(actions), self.tr("More")))
        self._recent.triggered.connect(self._choose_recent)

    def _button(self, action: QAction | None, menu: QMenu, text: str = "") -> QToolButton:
        """A button with a menu: below an arrow if it also does something itself."""
        button = QToolButton()
        if action is not None:
            button.setDefaultAction(action)
        else:
            button.setText(text)
        button.setMenu(menu)
        mode = QToolButton.ToolButtonPopupMode
        button.setPopupMode(mode.MenuButtonPopup if action else mode.InstantPopup)
        return button

    def _import_menu(self, actions: WindowActions) -> QMenu:
        menu = QMenu(self)
        menu.addActions([actions.import_folder, actions.import_files])
        return menu

    def _more_menu(self, actions: WindowActions) -> QMenu:
        menu = QMenu(self)
        menu.addActions([actions.save_as, actions.replace, actions.keep_selection])
        menu.addSeparator()
        menu.addActions([actions.suggestions, actions.search, actions.templates])
        menu.addActions([actions.favourites, actions.headings, actions.filter, actions.page])
        menu.addSeparator()
        menu.addAction(actions.library)
        menu.addSeparator()
        menu.addActions([actions.zoom_in, actions.zoom_out, actions.zoom_reset])
        menu.addActions([actions.show_outline, actions.show_panel])
        menu.addSeparator()
        menu.addAction(actions.continuation)
        menu.addMenu(self._delays)
        uses = menu.addMenu(self.tr("Learned from my use"))
        uses.addActions([actions.export_uses, actions.forget_uses])
        menu.addSeparator()
        menu.addAction(actions.quit)
        return menu

    def _role_menu(self) -> QMenu:
        names = {
            None: self.tr("As the text suggests"),
            Role.TITLE: self.tr("Title"),
            Role.BYLINE: self.tr("Byline"),
            Role.SALUTATION: self.tr("Salutation"),
            Role.HEADING_1: self.tr("Heading 一、"),
            Role.HEADING_2: self.tr("Heading （一）"),
            Role.HEADING_3: self.tr("Heading 1."),
            Role.HEADING_4: self.tr("Heading （1）"),
            Role.BODY: self.tr("Body"),
            Role.ATTACHMENT: self.tr("List of attachments"),
            Role.SIGNATURE: self.tr("Signature"),
            Role.DATE: self.tr("Date"),
        }
        menu = QMenu(self.tr("Paragraph"), self)
        for role, name in names.items():
            action = menu.addAction(name)
            action.setData(role)
            if role is None:
                menu.addSeparator()
        menu.triggered.connect(self._choose_role)
        return menu

    def _delay_menu(self) -> QMenu:
        menu = QMenu(self.tr("Grey text comes after"), self)
        choices = QActionGroup(menu)
        for delay in CONTINUATION_DELAYS:
            action = menu.addAction(self.tr("{seconds} s").format(seconds=f"{delay / 1000:g}"))
            action.setData(delay)
            action.setCheckable(True)
            choices.addAction(action)
        menu.triggered.connect(self._choose_delay)
        return menu

    def _choose_delay(self, action: QAction) -> None:
        self.delay_chosen.emit(action.data())

    def _choose_recent(self, action: QAction) -> None:
        self.recent_chosen.emit(action.data())

    def _choose_role(self, action: QAction) -> None:
        name = action.data()  # Qt has made a plain text of the role
        self.role_chosen.emit(Role(name) if name else None)

"""One window for each library: a second start hands its file to the first and goes."""

import os
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtNetwork import QLocalServer, QLocalSocket

_PATIENCE = 1000  # milliseconds


def instance_name(state: Path) -> str:
    """The name under which the window of a library can be reached; `state` is its own folder."""
    return f"bijia-{state.name}"


def hand_over(name: str, draft: Path | None) -> bool:
    """Give a draft to the window that is already there; whether there is one."""
    socket = QLocalSocket()
    socket.connectToServer(name)
    if not socket.waitForConnected(_PATIENCE):
        return False
    socket.write(os.fsencode(draft) if draft else b"")
    socket.flush()
    socket.waitForBytesWritten(_PATIENCE)
    socket.disconnectFromServer()
    return True


class Doorkeeper(QObject):
    """Hears of later starts. The socket is a file of the user's own, no network.

    Signals:
        called(object): the path of a draft to open, or None.
    """

    called = Signal(object)

    def __init__(self, name: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._greet)
        QLocalServer.removeServer(name)  # left behind by a crash
        self._server.listen(name)

    def _greet(self) -> None:
        while self._server.hasPendingConnections():
            socket = self._server.nextPendingConnection()
            socket.disconnected.connect(self._hear)
            if socket.state() is QLocalSocket.LocalSocketState.UnconnectedState:
                self._take(socket)

    def _hear(self) -> None:
        sender = self.sender()
        if isinstance(sender, QLocalSocket):
            self._take(sender)

    def _take(self, socket: QLocalSocket) -> None:
        said = bytes(socket.readAll().data())
        socket.deleteLater()
        self.called.emit(Path(os.fsdecode(said)) if said else None)

"""How a later start hands its draft to the window that is open.

They speak over a local socket: a file of the user's own in the folder for temporary files, or a
named pipe on Windows. It is no network, and nobody else can open it.
"""

import os
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtNetwork import QLocalServer, QLocalSocket

_PATIENCE = 2000  # milliseconds


def hand_over(state: Path, draft: Path | None) -> bool:
    """Give a draft to the window of the library; whether it took it.

    Args:
        state: the folder of that window.
        draft: to open; without one the window only comes to the front.
    """
    socket = QLocalSocket()
    socket.connectToServer(_name(state))
    if not socket.waitForConnected(_PATIENCE):
        return False
    socket.write(os.fsencode(draft) if draft else b"")
    socket.flush()
    socket.waitForBytesWritten(_PATIENCE)
    socket.disconnectFromServer()
    return True


class Doorkeeper(QObject):
    """Hears of later starts.

    Signals:
        called(object): the path of a draft to open, or None.
    """

    called = Signal(object)

    def __init__(self, state: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._greet)
        QLocalServer.removeServer(_name(state))  # left behind by a crash
        self._server.listen(_name(state))

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


def _name(state: Path) -> str:
    return f"bijia-{state.name}"

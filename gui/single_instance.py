"""One window a person: a second start hands its file to the first and ends."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QLockFile, QObject, Signal

if TYPE_CHECKING:
    from PySide6.QtNetwork import QLocalServer, QLocalSocket

_PATIENCE_MS = 2000


class SingleInstance(QObject):
    """A lock in the configuration folder, and a local socket beside it for what a second start has to say."""

    file_received = Signal(str)  # path of the workspace the second start wanted

    def __init__(self, folder: Path) -> None:
        super().__init__()
        self._lock = QLockFile(str(folder / "window.lock"))
        self._name = str(folder / "window.socket")
        self._server: QLocalServer | None = None

    def claim_or_hand_over(self, file: Path) -> bool:
        """Whether this is the first window; otherwise the running one has been told about `file`.

        A running window that does not answer counts as none: two windows on one file are safe, no window is not.
        """
        if self._lock.tryLock(0):
            return True
        from PySide6.QtNetwork import QLocalSocket  # 15 ms, and most starts are the first

        socket = QLocalSocket(self)
        socket.connectToServer(self._name)
        if not socket.waitForConnected(_PATIENCE_MS):
            return True
        socket.write(str(file.absolute()).encode())
        socket.waitForBytesWritten(_PATIENCE_MS)
        socket.disconnectFromServer()
        return False

    def listen(self) -> None:
        """Hear second starts from now on."""
        if self._server is not None or not self._lock.isLocked():
            return
        from PySide6.QtNetwork import QLocalServer

        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        QLocalServer.removeServer(self._name)
        self._server.newConnection.connect(self._on_connected)
        self._server.listen(self._name)

    def close(self) -> None:
        """Let another window be the first."""
        if self._server is not None:
            self._server.close()
            self._server = None
        self._lock.unlock()

    def _on_connected(self) -> None:
        socket = self._server.nextPendingConnection() if self._server is not None else None
        if socket is not None:
            socket.disconnected.connect(lambda: self._on_said(socket))
            if socket.state() == socket.LocalSocketState.UnconnectedState:
                self._on_said(socket)

    def _on_said(self, socket: "QLocalSocket") -> None:
        said = bytes(socket.readAll().data()).decode(errors="replace")
        socket.deleteLater()
        if said:
            self.file_received.emit(said)

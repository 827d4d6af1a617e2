"""Python's collector of cycles, kept on the GUI thread while other threads work."""

import gc

from PySide6.QtCore import QObject, QTimer

_TICK_MS = 500
_TICKS_PER_FULL = 120
"""A full collection takes some 50 ms in a window with all pages built: once a minute at most."""

_holders: list["Collector"] = []


class Collector(QObject):
    """While it lives, cycles are collected by a timer of the GUI thread instead of in whatever thread allocates next.

    A cycle may hold Qt objects. Destroyed in a pool thread, one takes a lock of Qt and then waits for the interpreter,
    while the GUI thread holds the interpreter and waits for that lock: the program stands still for ever.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._ticks = 0
        self._clock = QTimer(self)
        self._clock.setInterval(_TICK_MS)
        self._clock.timeout.connect(self._collect)
        self._clock.start()
        _holders.append(self)
        gc.disable()

    def close(self) -> None:
        """Leave the collecting to Python again; called when no other thread works any more."""
        self._clock.stop()
        if self in _holders:
            _holders.remove(self)
        resume()

    def _collect(self) -> None:
        """Collect the oldest generation that is over its threshold, as Python itself would."""
        self._ticks += 1
        young, middle, old = gc.get_count()
        most_young, most_middle, most_old = gc.get_threshold()
        if old > most_old and self._ticks >= _TICKS_PER_FULL:
            self._ticks = 0
            gc.collect(2)
        elif middle > most_middle:
            gc.collect(1)
        elif young > most_young:
            gc.collect(0)


def resume() -> None:
    """Turn Python's own collector on, unless a `Collector` does its work."""
    if not _holders:
        gc.enable()

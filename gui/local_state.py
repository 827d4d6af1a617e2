"""What this machine remembers about the window: size, last file, theme and language at the next start."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QSettings, QStandardPaths

if TYPE_CHECKING:
    from domain.terms import PaperLook


class LocalState:
    """A small INI file in the person's configuration folder; nothing of the work lies in it."""

    def __init__(self, folder: Path) -> None:
        self._kept = QSettings(str(folder / "window.ini"), QSettings.Format.IniFormat)

    @property
    def theme(self) -> str:
        """system, light or dark."""
        return self._text("theme", "system")

    @theme.setter
    def theme(self, choice: str) -> None:
        self._kept.setValue("theme", choice)

    @property
    def language(self) -> str:
        """The code of the language."""
        return self._text("language", "de")

    @language.setter
    def language(self, code: str) -> None:
        self._kept.setValue("language", code)

    @property
    def last_file(self) -> Path | None:
        """The file that was open last, None on the first start."""
        found = self._text("file", "")
        return Path(found) if found else None

    @last_file.setter
    def last_file(self, path: Path) -> None:
        self._kept.setValue("file", str(path))

    @property
    def paper_look(self) -> "PaperLook":
        """How this person's documents are set."""
        from domain.terms import PaperLook

        kept = self._text("look", PaperLook.normal.value)
        return PaperLook(kept) if kept in list(PaperLook) else PaperLook.normal

    @paper_look.setter
    def paper_look(self, look: "PaperLook") -> None:
        self._kept.setValue("look", look.value)

    @property
    def geometry(self) -> QByteArray:
        """Place and size of the window as Qt keeps them; empty on the first start."""
        found = self._kept.value("geometry")
        return found if isinstance(found, QByteArray) else QByteArray()

    @geometry.setter
    def geometry(self, geometry: QByteArray) -> None:
        self._kept.setValue("geometry", geometry)

    @property
    def manual_geometry(self) -> QByteArray:
        """Place and size of the manual's window; empty until it was closed once."""
        found = self._kept.value("manual")
        return found if isinstance(found, QByteArray) else QByteArray()

    @manual_geometry.setter
    def manual_geometry(self, geometry: QByteArray) -> None:
        self._kept.setValue("manual", geometry)

    def _text(self, key: str, otherwise: str) -> str:
        found = self._kept.value(key, otherwise)
        return found if isinstance(found, str) else otherwise


def config_folder() -> Path:
    """The folder for what belongs to this machine; made if missing."""
    place = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.GenericConfigLocation)
    folder = Path(place) / "landauf"
    folder.mkdir(parents=True, exist_ok=True)
    return folder

"""The look at run time: the chosen palette, fonts, spacing, and its application to Qt."""

from functools import cache
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QFont, QFontDatabase, QPalette
from PySide6.QtWidgets import QApplication

from domain import assets
from gui import palettes, stylesheet
from gui.palettes import Palette

if TYPE_CHECKING:
    from PySide6.QtCore import Qt

# Spacing on the 4-px grid, and sizes of parts, in device-independent pixels.
GAP_TINY, GAP_SMALL, GAP_ROW, GAP, MARGIN, GAP_WIDE = 4, 8, 12, 16, 24, 32
RADIUS_BAR, RADIUS_BADGE, RADIUS, RADIUS_CARD = 3, 4, 6, 8
LINE, FOCUS_LINE, KIND_BAR, BAND = 1, 2, 3, 4
MENU_HEIGHT, PAGE_HEAD_HEIGHT, CARD_HEAD_HEIGHT = 28, 56, 36
CONTROL_HEIGHT, SMALL_BUTTON_HEIGHT, BADGE_HEIGHT, TOAST_HEIGHT = 32, 24, 20, 40
ROW_HEIGHT, TWO_LINE_ROW_HEIGHT = 32, 40
NAVIGATION_WIDTH, NAVIGATION_NARROW, NAVIGATION_ROW = 208, 56, 36
INSPECTOR_WIDTH, FORM_LABEL_WIDTH = 336, 96
NARROW_WINDOW = 1100

REGULAR, MEDIUM, SEMIBOLD = QFont.Weight.Normal, QFont.Weight.Medium, QFont.Weight.DemiBold
_FAMILY = "IBM Plex Sans"
_TALLY, _TITLE, _LOGO, _TEXT, _SMALL = 64, 20, 15, 13, 12
_MIDDLE = 128


class Notifier(QObject):
    """Tells when the palette changed, for what paints or keeps pictures of its own."""

    changed = Signal()


_look: list[tuple[Palette, str]] = []
_notifier: list[Notifier] = []
_desktop: list[bool] = [False]
"""Whether the desktop is dark, read from its palette: `Qt.ColorScheme` would bring all enums of `Qt`."""


def tokens() -> Palette:
    """The colours in use; light until `use` was called."""
    if not _look:
        _look.append((palettes.light(), "light"))
    return _look[0][0]


def notifier() -> Notifier:
    """The object whose `changed` is sent after the palette changed."""
    if not _notifier:
        _notifier.append(Notifier())
    return _notifier[0]


def use(app: QApplication, choice: str) -> None:
    """Apply the theme `choice`: "light", "dark", or "system", which follows the desktop where it tells."""
    wanted = palettes.dark() if _wants_dark(choice) else palettes.light()
    before = _look[0][0].name if _look else ""
    _look[:] = [(wanted, choice)]
    if wanted.name != before:
        app.setPalette(_qt_palette(wanted))
        app.setStyleSheet(stylesheet.build(wanted))
        notifier().changed.emit()


def install(app: QApplication, choice: str) -> None:
    """Give a new application its style, fonts and theme, and follow the desktop from now on."""
    _desktop[:] = [app.palette().window().color().lightness() < _MIDDLE]
    app.setStyle("Fusion")
    load_fonts("Regular", "SemiBold")
    app.setFont(text_font())
    use(app, choice)
    app.styleHints().colorSchemeChanged.connect(lambda scheme: _on_desktop(app, scheme))


def load_fonts(*faces: str) -> None:
    """Make faces of the vendored family known to Qt, e.g. "Medium"."""
    for face in faces:
        QFontDatabase.addApplicationFont(str(assets.resource("fonts", f"IBMPlexSans-{face}.ttf")))


def tally_font() -> QFont:
    """64 px semibold: a figure that is read from afar."""
    return _font(_TALLY, SEMIBOLD)


def title_font(weight: QFont.Weight = SEMIBOLD) -> QFont:
    """20 px semibold: page titles and key figures; medium for the names on the tally."""
    return _font(_TITLE, weight)


def logo_font() -> QFont:
    """15 px semibold: the program's name over the navigation."""
    return _font(_LOGO, SEMIBOLD)


def text_font(weight: QFont.Weight = REGULAR) -> QFont:
    """13 px: text; semibold for section heads, medium for the first line of a row. Figures are tabular by design."""
    return _font(_TEXT, weight)


def small_font(weight: QFont.Weight = REGULAR) -> QFont:
    """12 px: second lines and labels; nothing is smaller."""
    return _font(_SMALL, weight)


def _font(pixels: int, weight: QFont.Weight) -> QFont:
    return QFont(_made_font(pixels, weight))


@cache
def _made_font(pixels: int, weight: QFont.Weight) -> QFont:
    """One font of the scale; copies are cheap, making one is not."""
    font = QFont(_FAMILY)
    font.setPixelSize(pixels)
    font.setWeight(weight)
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return font


def _on_desktop(app: QApplication, scheme: "Qt.ColorScheme") -> None:
    _desktop[:] = [scheme.name == "Dark"]
    use(app, _look[0][1])


def _wants_dark(choice: str) -> bool:
    if choice == "system":
        return _desktop[0]
    return choice == "dark"


def _qt_palette(look: Palette) -> QPalette:
    role = QPalette.ColorRole
    result = QPalette()
    for which, colour in (
        (role.Window, look.window),
        (role.WindowText, look.text),
        (role.Base, look.base),
        (role.AlternateBase, look.alt),
        (role.Text, look.text),
        (role.Button, look.base),
        (role.ButtonText, look.text),
        (role.BrightText, look.error),
        (role.Highlight, look.selection),
        (role.HighlightedText, look.strong),
        (role.ToolTipBase, look.toast),
        (role.ToolTipText, look.toast_text),
        (role.PlaceholderText, look.muted),
        (role.Link, look.accent),
        (role.LinkVisited, look.accent),
        (role.Accent, look.accent),
        (role.Light, look.base),
        (role.Midlight, look.grid),
        (role.Mid, look.hairline),
        (role.Dark, look.outline),
        (role.Shadow, look.outline),
    ):
        result.setColor(which, colour)
    for which in (role.WindowText, role.Text, role.ButtonText, role.HighlightedText):
        result.setColor(QPalette.ColorGroup.Disabled, which, look.muted)
    for which in (role.Base, role.Button, role.Highlight):
        result.setColor(QPalette.ColorGroup.Disabled, which, look.off)
    return result

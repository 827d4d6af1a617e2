"""The style sheet of standard Qt widgets; our own widgets paint themselves."""

from PySide6.QtGui import QColor

from gui.palettes import Palette

_SHEET = """
QMenuBar {{ background: {nav}; border-bottom: 1px solid {hairline}; padding: 0 8px; spacing: 0; }}
QMenuBar::item {{ padding: 4px 8px; background: transparent; border-radius: 4px; color: {text}; }}
QMenuBar::item:selected, QMenuBar::item:pressed {{ background: {selection}; color: {strong}; }}
QMenu {{ background: {base}; border: 1px solid {outline}; padding: 4px; }}
QMenu::item {{ padding: 6px 24px 6px 8px; border-radius: 4px; color: {text}; }}
QMenu::item:selected {{ background: {selection}; color: {strong}; }}
QMenu::item:disabled {{ color: {muted}; background: transparent; }}
QMenu::icon {{ padding-left: 8px; }}
QMenu::separator {{ height: 1px; background: {hairline}; margin: 4px 8px; }}
QToolTip {{ background: {toast}; color: {toast_text}; border: 0; padding: 4px 8px; }}

QLineEdit, QPlainTextEdit, QTextEdit, QComboBox {{
  background: {base}; color: {text}; border: 1px solid {outline}; border-radius: 6px; padding: 0 10px;
  selection-background-color: {accent}; selection-color: {on_accent};
}}
QLineEdit, QComboBox {{ min-height: 30px; max-height: 30px; }}
QPlainTextEdit, QTextEdit {{ padding: 4px 6px; }}
QLineEdit:focus, QComboBox:focus, QComboBox:on {{
  border: 2px solid {accent}; padding: 0 9px; min-height: 28px; max-height: 28px;
}}
QPlainTextEdit:focus, QTextEdit:focus {{ border: 2px solid {accent}; padding: 3px 5px; }}
QLineEdit[problem="true"], QComboBox[problem="true"], QPlainTextEdit[problem="true"] {{ border-color: {error}; }}
QLineEdit:disabled, QLineEdit:read-only, QComboBox:disabled, QPlainTextEdit:disabled {{
  background: {off}; color: {muted}; border-color: {off};
}}
QComboBox::drop-down {{ border: 0; width: 28px; }}
QComboBox::down-arrow {{ image: none; }}
QComboBox {{ combobox-popup: 0; }}
QComboBox QAbstractItemView, QListView[popup="true"] {{
  background: {base}; border: 1px solid {outline}; padding: 4px; outline: 0; color: {text};
  selection-background-color: {selection}; selection-color: {strong};
}}
QComboBox QAbstractItemView::item {{ min-height: 28px; padding: 0 4px; }}

QTextBrowser#manualText {{ border: 0; border-left: 2px solid {hairline}; border-radius: 0; padding: 0; }}
QTextBrowser#manualText:focus {{ border-left-color: {accent}; }}

QHeaderView {{ background: {base}; }}
QHeaderView::section {{
  background: {base}; color: {muted}; border: 0; border-bottom: 1px solid {hairline}; padding: 0 8px; font-size: 12px;
}}
QTableView, QListView, QTreeView {{ background: transparent; border: 0; outline: 0; }}
QScrollArea, QScrollArea > QWidget > QWidget[plain="true"] {{ background: transparent; border: 0; }}
QScrollBar:vertical {{ background: transparent; width: 10px; margin: 0; }}
QScrollBar:horizontal {{ background: transparent; height: 10px; margin: 0; }}
QScrollBar::handle {{ background: {outline}; border-radius: 3px; margin: 2px; }}
QScrollBar::handle:vertical {{ min-height: 32px; }}
QScrollBar::handle:horizontal {{ min-width: 32px; }}
QScrollBar::add-line, QScrollBar::sub-line {{ width: 0; height: 0; }}
QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}
QTabBar::scroller {{ width: 48px; }}
QTabBar QToolButton {{ background: {base}; border: 1px solid {hairline}; }}
QSplitter::handle {{ background: transparent; }}
QCalendarWidget QWidget {{ alternate-background-color: {alt}; }}
QCalendarWidget QAbstractItemView {{ selection-background-color: {accent}; selection-color: {on_accent}; }}
QCalendarWidget QToolButton {{ color: {text}; background: transparent; border: 0; padding: 4px 8px; }}

QLabel#frameStrip {{ background: {nav}; border-right: 1px solid {hairline}; }}
QLabel#frameShown {{ background: {selection}; color: {strong}; border-radius: 4px; padding-left: 37px; }}
QLabel#framePage {{ padding-left: 37px; }}
QLabel#frameBar {{ background: {accent}; border-radius: 1px; }}

QLabel[tone="muted"] {{ color: {muted}; }}
QLabel[tone="strong"] {{ color: {strong}; }}
QLabel[tone="accent"] {{ color: {accent}; }}
QLabel[tone="gold"] {{ color: {gold}; }}
QLabel[tone="error"] {{ color: {error}; }}
QLabel[tone="warning"] {{ color: {warning}; }}
QLabel[tone="done"] {{ color: {done}; }}
QLabel:disabled {{ color: {muted}; }}
"""


def build(look: Palette) -> str:
    """The style sheet in the colours of `look`."""
    colours = {name: css(value) for name, value in vars(look).items() if isinstance(value, QColor)}
    return _SHEET.format(**colours)


def css(colour: QColor) -> str:
    """A colour as Qt style sheets read it reliably; they take #RRGGBBAA for #AARRGGBB, so alpha goes into rgba()."""
    return f"rgba({colour.red()},{colour.green()},{colour.blue()},{colour.alpha()})"

"""The field for what was said: marks what tells of a person, and blacks it out at one press."""

from collections.abc import Collection, Sequence

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPaintEvent, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QHBoxLayout, QTextEdit, QVBoxLayout, QWidget

from domain.labels import label
from domain.overriding import override
from domain.rules import personal_details
from domain.rules.personal_details import Found
from domain.terms import PersonalKind
from gui import icons, theme
from gui.texts import _, current, ngettext
from gui.widgets import labels, paint
from gui.widgets.bindings import Binding
from gui.widgets.button import Button
from gui.widgets.text_area import TextArea

_SHOWN = 2
"""Findings told one by one; the rest is counted."""


class WordingArea(TextArea):
    """Several lines in which Enter means "done"; Shift+Enter begins a new line.

    `taken_back` tells that Ctrl+Z was pressed where there is no typing to undo.
    """

    entered = Signal()
    taken_back = Signal()
    blacked_out = Signal()

    is_quick = False
    """Whether Enter is done and not a new line."""

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        modifiers = event.modifiers()
        is_enter = event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}
        is_control = modifiers == Qt.KeyboardModifier.ControlModifier
        if self.is_quick and is_enter and not modifiers & Qt.KeyboardModifier.ShiftModifier:
            self.entered.emit()
        elif is_control and event.key() == Qt.Key.Key_R:
            self.blacked_out.emit()
        elif self.is_quick and is_control and event.key() == Qt.Key.Key_Z and not self.document().isUndoAvailable():
            self.taken_back.emit()
        else:
            super().keyPressEvent(event)


class WordingField(QWidget):
    """A text with its personal details marked in it and told below, each with a button that blacks it out.

    `limit` adds a counter of characters, `kinds` are the details looked for.
    """

    finished = Signal(str)
    typed = Signal()

    def __init__(
        self,
        name: str,
        lines: int = 3,
        *,
        limit: int = 0,
        kinds: Collection[PersonalKind] = tuple(PersonalKind),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.area = WordingArea(name, lines)
        self._limit = limit
        self._kinds = kinds
        self.count = labels.note()
        self.setFocusProxy(self.area)
        self.setAccessibleName(name)
        self.findings = Findings()
        self._found: tuple[Found, ...] = ()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.GAP_SMALL)
        column.addWidget(self.area)
        column.addWidget(self.findings)
        if limit:
            column.addWidget(self.count)
            self._show_count()
        self.area.textChanged.connect(self._on_typed)
        self.area.finished.connect(self.finished)
        self.area.blacked_out.connect(self.black_out_all)
        self.findings.asked.connect(self._black_out)

    def text(self) -> str:
        """What is typed."""
        return self.area.text()

    def set_text(self, text: str) -> None:
        """Show a text without telling."""
        self.area.set_text(text)

    def found(self) -> tuple[Found, ...]:
        """The personal details in it."""
        return self._found

    def black_out_all(self) -> None:
        """Black everything out that was found."""
        if self._found:
            self._replace(personal_details.redact(self.text(), self._kinds))

    def _black_out(self, found: Found) -> None:
        self._replace(personal_details.black_out(self.text(), found))

    def _replace(self, text: str) -> None:
        """Put another text in its place, so that Ctrl+Z brings the old one back."""
        cursor = self.area.textCursor()
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.insertText(text)
        self.area.setFocus(Qt.FocusReason.OtherFocusReason)
        self.finished.emit(self.text())

    def _on_typed(self) -> None:
        found = personal_details.find(self.text(), self._kinds)
        if found != self._found:
            self._found = found
            self.findings.show_found(found)
        self.area.setExtraSelections([self._mark(each) for each in found])
        if self._limit:
            self._show_count()
        self.typed.emit()

    def _show_count(self) -> None:
        """How many characters of how many; red beyond."""
        length, number = len(self.text()), current().number
        words = _("{count} of {limit} characters")
        self.count.setText(words.format(count=number(length), limit=number(self._limit)))
        self.count.set_tone("error" if length > self._limit else "muted")

    def _mark(self, found: Found) -> QTextEdit.ExtraSelection:
        look = theme.tokens()
        colour, ground = _colours(found)
        form = QTextCharFormat()
        form.setBackground(ground)
        form.setForeground(look.text)
        form.setUnderlineStyle(QTextCharFormat.UnderlineStyle.WaveUnderline)
        form.setUnderlineColor(colour)
        mark = QTextEdit.ExtraSelection()
        cursor = QTextCursor(self.area.document())
        before = self.text()
        # Qt counts UTF-16 units, we count characters
        cursor.setPosition(_units(before[: found.start]))
        cursor.setPosition(_units(before[: found.end]), QTextCursor.MoveMode.KeepAnchor)
        mark.cursor, mark.format = cursor, form
        return mark


class Findings(QWidget):
    """What was found, a line each: icon, kind, the words, and the button; nothing while all is well."""

    asked = Signal(object)  # Found

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(theme.GAP_TINY)
        self.buttons: list[Button] = []
        self.hide()

    def show_found(self, found: Sequence[Found]) -> None:
        """Tell these."""
        while (item := self._column.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        self.buttons = []
        for each in sorted(found, key=lambda each: not each.is_hard)[:_SHOWN]:
            self._column.addWidget(self._line(each))
        more = len(found) - _SHOWN
        if more > 0:
            words = ngettext(
                "{count} more; {shortcut} blacks everything out", "{count} more; {shortcut} blacks everything out", more
            )
            self._column.addWidget(labels.note(words.format(count=more, shortcut=_("Ctrl+R"))))
        self.setVisible(bool(found))
        self.setAccessibleName("; ".join(_words(each) for each in found))

    def _line(self, found: Found) -> QWidget:
        line = _FoundLine(found)
        line.button.clicked.connect(lambda: self.asked.emit(found))
        self.buttons.append(line.button)
        return line


class _FoundLine(QWidget):
    """One finding on its ground."""

    def __init__(self, found: Found) -> None:
        super().__init__()
        self._found = found
        words = labels.ElidedText(_words(found), font=theme.small_font())
        self.setAccessibleName(words.text())
        self.button = Button(
            _("Black out"), is_small=True, tip=_("Black out ({shortcut}: all)").format(shortcut=_("Ctrl+R"))
        )
        self.button.setAutoDefault(False)
        self.button.setAccessibleName(_("Black out “{text}”").format(text=found.text))
        row = QHBoxLayout(self)
        row.setContentsMargins(30, 2, theme.GAP_TINY, 2)
        row.setSpacing(theme.GAP_SMALL)
        row.addWidget(words, 1)
        row.addWidget(self.button)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        colour, ground = _colours(self._found)
        with paint.painting(self) as painter:
            paint.box(painter, QRectF(self.rect()), theme.RADIUS, ground)
            icon = "error" if self._found.is_hard else "warning"
            icons.draw(painter, icon, QRectF(9, (self.height() - 14) / 2, 14, 14), colour)


def _words(found: Found) -> str:
    pattern = _("{what} “{text}” is never stored") if found.is_hard else _("{what} “{text}”: does it tell of a person?")
    return pattern.format(what=label(found.kind, current()), text=found.text)


def _colours(found: Found) -> tuple[QColor, QColor]:
    look = theme.tokens()
    return (look.error, look.error_ground) if found.is_hard else (look.warning, look.warning_ground)


def _units(text: str) -> int:
    """How many UTF-16 units a text has."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def bind_wording(field: WordingField) -> Binding:
    """The binding of a form to such a field."""
    return Binding(field, field.text, field.set_text, field.finished)

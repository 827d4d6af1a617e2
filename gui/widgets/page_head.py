"""The head of a page: title and context left; search, undo, redo and the page's buttons right."""

from PySide6.QtCore import QEvent, QRectF, QSize, Signal
from PySide6.QtGui import QAction, QKeySequence, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLayoutItem, QSizePolicy, QWidget

from domain.overriding import override
from gui import icons, theme
from gui.actions import plain
from gui.texts import _
from gui.widgets import labels, paint
from gui.widgets.button import Button, Weight

_SEARCH_WIDTH, _SEARCH_MOST = 160, 248
_ICON, _WORDS_AT = 16, 33


class SearchBox(Button):
    """Looks like a field, opens the command palette."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(_("Search or command"), tip=_("Find records and commands"), parent=parent)
        self.setMinimumWidth(theme.GAP_WIDE)
        self.setMaximumWidth(_SEARCH_MOST)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    @override
    def sizeHint(self) -> QSize:
        return QSize(_SEARCH_WIDTH, theme.CONTROL_HEIGHT)

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(120, theme.CONTROL_HEIGHT)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        look = theme.tokens()
        with paint.painting(self) as painter:
            whole = QRectF(self.rect())
            paint.box(painter, whole, theme.RADIUS, look.base, look.outline)
            left = min(10.0, (whole.width() - _ICON) / 2)
            icons.draw(painter, "search", QRectF(left, 8, _ICON, _ICON), look.muted)
            key = _("Ctrl K")
            width = paint.text_width(key, theme.small_font()) + 10
            if whole.width() < _WORDS_AT + width + theme.GAP_WIDE:
                return  # the tooltip says the rest
            plate = QRectF(whole.right() - width - 10, 7, width, 18)
            paint.text(
                painter,
                QRectF(_WORDS_AT, 0, plate.x() - 40, whole.height()),
                self.text(),
                theme.text_font(),
                look.muted,
            )
            paint.box(painter, plate, theme.RADIUS_BADGE, look.alt, look.hairline)
            paint.text(painter, plate, key, theme.small_font(theme.MEDIUM), look.muted, paint.CENTER)


class PageHead(QWidget):
    """Title, context and the page's own widget left; search, undo, redo, secondary and primary button right."""

    search_asked = Signal()

    def __init__(self, undo: QAction, redo: QAction, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedHeight(theme.PAGE_HEAD_HEIGHT)
        self.title = labels.title()
        self.context = labels.ElidedText(tone="muted")
        self.search = SearchBox(self)
        self.search.clicked.connect(self.search_asked)
        self._own: QWidget | None = None
        self.buttons: list[ActionButton] = []
        self._shown: list[QAction] = []
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.MARGIN, 0, theme.MARGIN, 0)
        row.setSpacing(theme.GAP_SMALL)
        row.addWidget(self.title)
        row.addSpacing(theme.GAP_TINY)
        row.addWidget(self.context)
        row.addStretch()  # grows with the search box, so that title and context come first
        row.addWidget(self.search)
        row.addWidget(ActionButton(undo, "undo"))
        row.addWidget(ActionButton(redo, "redo"))
        self._row = row

    def set_titles(self, title: str, context: str) -> None:
        """Show a page's title and context."""
        self.title.setText(title)
        self.context.setText(context)
        self.context.setToolTip(context)

    def set_own_widget(self, widget: QWidget | None) -> None:
        """Show the page's own widget behind the title instead of the last page's."""
        if self._own is widget:
            return
        if self._own is not None:
            self._row.removeWidget(self._own)
            self._own.hide()
        self._own = widget
        if widget is not None:
            self._row.insertWidget(2, widget)
            widget.show()
        self._fit()

    def set_buttons(self, secondary: list[QAction], primary: QAction | None, icon_names: dict[str, str]) -> None:
        """Show a page's buttons; the texts come from the actions, icons by action id. The same ones stay untouched."""
        wanted = [*secondary, *([primary] if primary is not None else [])]
        if wanted == self._shown:
            return
        self._shown = wanted
        for button in self.buttons:
            self._row.removeWidget(button)
            button.hide()
            button.deleteLater()
        self.buttons = [ActionButton(each, icon_names.get(each.objectName(), ""), words=True) for each in secondary]
        if primary is not None:
            loud = ActionButton(primary, icon_names.get(primary.objectName(), ""), words=True)
            loud.set_weight(Weight.primary)
            self.buttons.append(loud)
        for button in self.buttons:
            self._row.addWidget(button)
            button.show()
        self._fit()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    @override
    def event(self, event: QEvent) -> bool:
        done = super().event(event)
        if event.type() == QEvent.Type.LayoutRequest:
            self._fit()  # the page's own widget may be wider now
        return done

    def _fit(self) -> None:
        """Let the secondary buttons be icons where title, own widget and words do not fit beside each other."""
        wanted = self._row.minimumSize().width()
        if self._own is not None:
            wanted += self._own.sizeHint().width() - self._own.minimumSizeHint().width()
        wanted += sum(button.width_with_words() - button.sizeHint().width() for button in self.buttons)
        for button in self.buttons:
            button.show_words(shown=wanted <= self.width() or not button.may_be_icon())

    def items(self) -> list[QLayoutItem | None]:
        """The parts from left to right, for tests of the order."""
        return [self._row.itemAt(position) for position in range(self._row.count())]


class ActionButton(Button):
    """A button that does an action and follows its text and state; without words it is icon-only and quiet."""

    def __init__(self, action: QAction, icon: str, *, words: bool = False) -> None:
        text = plain(action.text()) if words else ""
        super().__init__(text, icon=icon, weight=Weight.secondary if words else Weight.quiet)
        self.setObjectName(action.objectName())
        self._action = action
        self._has_words, self._has_icon = words, bool(icon)
        self._whole = self.sizeHint().width()
        self.clicked.connect(action.trigger)
        action.changed.connect(self._follow)
        self._follow()

    def may_be_icon(self) -> bool:
        """Whether the icon alone says enough: of the primary button it does not."""
        return self._has_icon and self.weight() is not Weight.primary

    def width_with_words(self) -> int:
        """How wide the button is, or would be if it showed its words."""
        return self.sizeHint().width() if self.text() else self._whole

    def show_words(self, *, shown: bool) -> None:
        """Show the words of the action, or its icon only; the tooltip says it in any case."""
        words = plain(self._action.text()) if shown and self._has_words else ""
        if words != self.text():
            self._whole = self.width_with_words()
            self.setText(words)
            self.updateGeometry()

    def _follow(self) -> None:
        name = plain(self._action.text())
        keys = self._action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
        self.setAccessibleName(name)
        self.setToolTip(f"{name} ({keys})" if keys else name)
        self.setEnabled(self._action.isEnabled())

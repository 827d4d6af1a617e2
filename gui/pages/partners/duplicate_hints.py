"""Calm hints that an institution may stand in the file twice: in the form while typing, and in the inspector."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy

from domain.overriding import override
from domain.rows.duplicates import DuplicatePair
from domain.rows.partners import PartnerDraft
from gui.dialogs.duplicate_words import reasons_against, reasons_for, where
from gui.texts import _, ngettext
from gui.widgets.field import Field
from gui.widgets.form import Form, with_attribute
from gui.widgets.notice import Notice, Tone

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from gui.pages.partners.duplicate_watch import DuplicateWatch, Found
    from gui.widgets import labels

_REST_MS = 250
"""How long nobody types before the file is asked."""

_TYPED = ("name", "street", "postcode", "town", "phone", "email", "website")
_SHORTEST_NAME = 4


class LikeHint(Notice):
    """Under the name in the form: what is probably there already, why, and a link that opens it.

    Each line is cut where it is too long and stands in full in the tooltip: wrapped lines would need another height
    at every width, which a scrolled form does not grant.
    """

    opened = Signal(object)  # UUID

    def __init__(self, parent: "QWidget | None" = None) -> None:
        super().__init__(Tone.hint, "", parent=parent)
        self.icon = "merge"
        self._shown: UUID | None = None
        self._lines: dict[labels.Text, list[str]] = {}
        for text in (self.headline, self.line):
            text.setWordWrap(False)
            text.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.link = self.add_action(_("Open"), is_link=True)
        self.link.setAutoDefault(False)
        self.link.clicked.connect(lambda: self.opened.emit(self._shown))
        self.hide()

    def show_found(self, found: "Found") -> None:
        """Show the likeliest and how many more there are; nothing found, nothing shown."""
        if found:
            profile, likeness = found[0]
            self._shown = profile.id
            lines = [where(profile), reasons_for(likeness), reasons_against(likeness)]
            if more := len(found) - 1:
                lines.append(ngettext("and {count} more", "and {count} more", more).format(count=more))
            lines = [line for line in lines if line]
            words = _("Probably there already: {name}").format(name=profile.name)
            self.show_words(words, "\n".join(lines))
            self._lines = {self.headline: [_("Probably there already:"), profile.name], self.line: lines}
            self.link.setAccessibleName(_("Open {name}").format(name=profile.name))
            self._cut()
        self.setVisible(bool(found))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._cut()

    def _cut(self) -> None:
        layout = self.layout()
        margins = self.contentsMargins() if layout is None else layout.contentsMargins()
        room = self.width() - margins.left() - margins.right()
        for text, lines in self._lines.items():
            elided = [text.fontMetrics().elidedText(line, Qt.TextElideMode.ElideRight, room) for line in lines]
            text.setText("\n".join(elided))
            text.setToolTip("\n".join(lines) if elided != lines else "")


class TypedWatch(QObject):
    """Asks after each rest of typing what is like the draft in a form, and shows it in the hint."""

    def __init__(
        self,
        forms: Sequence[Form[PartnerDraft]],
        hint: LikeHint,
        watch: "DuplicateWatch",
        own_id: UUID | None,
    ) -> None:
        super().__init__(hint)
        self._forms, self._hint, self._watch, self._own_id = forms, hint, watch, own_id
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(_REST_MS)
        self._rest.timeout.connect(self.ask)
        for field in self._fields().values():
            field.textChanged.connect(self._rest_first)
        for form in forms:
            form.edited.connect(self._rest_first)

    def ask(self) -> None:
        """Ask now."""
        from domain.usecases.duplicates import profile_of

        draft = self._forms[0].draft()
        for name, field in self._fields().items():
            draft = with_attribute(draft, name, field.text().strip())
        if len(draft.name) < _SHORTEST_NAME:
            self._hint.show_found([])
        else:
            self._watch.look_up(profile_of(draft, self._own_id), self._hint.show_found)

    def _rest_first(self, _change: object = None) -> None:
        self._rest.start()

    def _fields(self) -> dict[str, Field]:
        shown = {
            name: form.fields[name].binding.widget for form in self._forms for name in _TYPED if name in form.fields
        }
        return {name: widget for name, widget in shown.items() if isinstance(widget, Field)}


class TwiceHint(Notice):
    """In the inspector: probably there twice, with which one and why; compare them, or say that they differ."""

    def __init__(self, compare: Callable[[DuplicatePair], None], set_apart: Callable[[DuplicatePair], None]) -> None:
        super().__init__(Tone.hint, _("Probably there twice"))
        self.icon = "merge"
        self._pair: DuplicatePair | None = None
        self.compare = self.add_action(_("Compare"))
        self.apart = self.add_action(_("Not the same"), is_link=True)
        self.compare.clicked.connect(lambda: self._with_pair(compare))
        self.apart.clicked.connect(lambda: self._with_pair(set_apart))
        self.hide()

    def show_pairs(self, partner_id: UUID | None, pairs: Sequence[DuplicatePair]) -> None:
        """Show the likeliest pair an institution is in; without any the hint is not there."""
        self._pair = pairs[0] if pairs else None
        if self._pair is not None and partner_id is not None:
            other = self._pair.other(partner_id)
            like = self._pair.likeness
            lines = [other.name, where(other), reasons_for(like), reasons_against(like)]
            if more := len(pairs) - 1:
                lines.append(ngettext("and {count} more", "and {count} more", more).format(count=more))
            self.set_line("\n".join(line for line in lines if line))
        self.setVisible(self._pair is not None)

    def _with_pair(self, deed: Callable[[DuplicatePair], None]) -> None:
        if self._pair is not None:
            deed(self._pair)

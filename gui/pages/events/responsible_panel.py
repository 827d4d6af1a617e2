"""Who is responsible where an event takes place: Ordnungsamt, police, RBB, each one click away from the event."""

from collections.abc import Iterator

from PySide6.QtCore import Qt, Signal, SignalInstance
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from domain.labels import label
from domain.rows.events import EventDraft
from domain.rows.network import PartnerRef, Responsibility
from domain.terms import NetworkGap
from gui import theme
from gui.desk import Desk
from gui.texts import _, current
from gui.widgets import labels
from gui.widgets.button import Button, Weight
from gui.widgets.card import Card

_TABLES = frozenset({"partner", "partner_area", "contact", "contact_area", "site"})


class ResponsiblePanel(Card):
    """Follows a draft; hidden while its Gemeinde is not known."""

    partner_asked = Signal(object)  # UUID: it is to take part in the event
    office_asked = Signal(object)  # UUID: it is to be the responsible office

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(_("Responsible"), parent=parent)
        self._desk = desk
        self._draft: EventDraft | None = None
        self._place: tuple[object, ...] = ()
        self._found: Responsibility | None = None
        self._shown: tuple[object, ...] = ()
        self._inner = QWidget()
        self.body.addWidget(self._inner)
        self.hide()
        desk.changed.connect(self._on_data)

    def show_draft(self, draft: EventDraft | None) -> None:
        """Follow a change of the draft; only another place is read anew."""
        self._draft = draft
        place = () if draft is None else _place_of(draft)
        if place != self._place:
            self._place = place
            self._read()
        else:
            self._fill()

    def _read(self) -> None:
        from domain.usecases import responsibility

        if self._draft is None:
            self._on_found(None)
        else:
            self._desk.ask_later(self._on_found, responsibility.for_event, self._draft)

    def _on_data(self, tables: frozenset[str]) -> None:
        if tables & _TABLES and self._draft is not None:
            self._read()

    def _on_found(self, found: Responsibility | None) -> None:
        self._found = found
        self._fill()

    def _fill(self) -> None:
        found = self._found
        self.setVisible(found is not None and self._draft is not None)
        shown = (found, self._draft and self._draft.partner_ids, self._draft and self._draft.office_id)
        if shown == self._shown:
            return
        self._shown = shown
        had_keyboard = self.isAncestorOf(self.window().focusWidget())
        self.body.removeWidget(self._inner)
        self._inner.hide()
        self._inner.deleteLater()
        self._inner = QWidget()
        column = QVBoxLayout(self._inner)
        column.setContentsMargins(theme.GAP, theme.GAP_SMALL, theme.GAP_ROW, theme.GAP_SMALL)
        column.setSpacing(theme.GAP_TINY)
        if found is not None:
            self.set_title(_("Responsible in {town}").format(town=found.town))
            for line in self._lines(found):
                column.addWidget(line)
        self.body.addWidget(self._inner)
        if had_keyboard:
            self._keep_keyboard()

    def _keep_keyboard(self) -> None:
        """The pressed button is gone with its line: go on at the first that can still be pressed."""
        free = (button for button in self._inner.findChildren(Button) if button.isEnabled())
        if (button := next(free, None)) is not None:
            button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _lines(self, found: Responsibility) -> Iterator[QWidget]:
        if found.ordnungsamt is not None:
            yield self._line(found.ordnungsamt, "")
        elif NetworkGap.ordnungsamt in found.gaps:
            yield labels.note(_("Not recorded: public order office of {body}").format(body=found.authority), wrap=True)
        if found.police:
            yield self._line(found.police[0], ", ".join(each.name for each in found.police[1:]))
        for officer in found.rbb:
            words = " · ".join(part for part in (officer.role, officer.name, officer.phone) if part)
            is_elsewhere = officer.partner.id != (found.police[0].id if found.police else None)
            yield self._line(officer.partner, words) if is_elsewhere else _person(words)
        for gap in found.gaps:
            if gap is not NetworkGap.ordnungsamt:
                yield _hint(label(gap, current()))

    def _line(self, partner: PartnerRef, note: str) -> QWidget:
        content = QWidget()
        row = QHBoxLayout(content)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.GAP_TINY)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(labels.ElidedText(partner.name, font=theme.text_font(theme.MEDIUM)))
        if note := " · ".join(part for part in (self._part(partner), note) if part):
            words.addWidget(labels.ElidedText(note, font=theme.small_font(), tone="muted"))
        row.addLayout(words, 1)
        row.addWidget(self._add_button(partner))
        row.addWidget(self._office_button(partner))
        return content

    def _part(self, partner: PartnerRef) -> str:
        """What the partner is at the event already, in a word."""
        if self._draft is None:
            return ""
        if self._draft.office_id == partner.id:
            return _("responsible office")
        return _("takes part") if partner.id in self._draft.partner_ids else ""

    def _add_button(self, partner: PartnerRef) -> Button:
        is_there = self._draft is not None and partner.id in self._draft.partner_ids
        words = _("{name} takes part already") if is_there else _("Add {name} to the partners of the event")
        return self._button("check" if is_there else "plus", words, partner, self.partner_asked, is_done=is_there)

    def _office_button(self, partner: PartnerRef) -> Button:
        is_there = self._draft is not None and self._draft.office_id == partner.id
        words = _("{name} is the responsible office") if is_there else _("Make {name} the responsible office")
        return self._button("double-check" if is_there else "flag", words, partner, self.office_asked, is_done=is_there)

    def _button(self, icon: str, words: str, partner: PartnerRef, asked: SignalInstance, *, is_done: bool) -> Button:
        tip = words.format(name=partner.name)
        button = Button(icon=icon, weight=Weight.quiet, is_small=True, tip=tip)
        button.setEnabled(not is_done)
        button.clicked.connect(lambda: asked.emit(partner.id))
        return button


def _place_of(draft: EventDraft) -> tuple[object, ...]:
    return (
        draft.ags,
        draft.place_kind,
        draft.site_id,
        draft.place_partner_id,
        draft.postcode,
        draft.town,
    )


def _person(words: str) -> QWidget:
    return labels.ElidedText(words, font=theme.small_font(), tone="muted")


def _hint(words: str) -> QWidget:
    return labels.note(_("Hint: {words}").format(words=words), tone="accent", wrap=True)

"""What a partner belongs to, what belongs to it, where it is responsible, and whom it is tied to."""

from collections.abc import Iterable, Iterator
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from domain.labels import label
from domain.rows.network import MembershipLine, PartnerRef, PartnerTies, RelationRow
from gui import theme
from gui.pages.partners.partner_link import PartnerLink
from gui.pages.partners.scroll_column import ScrollColumn
from gui.texts import _, current
from gui.widgets import labels
from gui.widgets.button import Button, Weight

_STEP = 16


class TiesTab(ScrollColumn):
    """The tree around a partner, its areas, relations and memberships."""

    partner_opened = Signal(object)  # UUID
    relation_added = Signal()
    relation_opened = Signal(object)  # RelationRow
    place_asked = Signal()  # change what it belongs to, or its areas

    def __init__(self) -> None:
        super().__init__(_("Ties of the partner"))

    def show_ties(self, name: str, ties: PartnerTies) -> None:
        """Show what stands around the partner called `name`."""
        parts = (self._tree(name, ties), self._areas(ties), self._relations(ties), self._responsible(name, ties))
        self.fill([widget for part in parts for widget in part], lines=False)

    def _tree(self, name: str, ties: PartnerTies) -> Iterator[QWidget]:
        edit = Button(icon="edit", weight=Weight.quiet, is_small=True, tip=_("Change what it belongs to"))
        edit.clicked.connect(self.place_asked)
        yield _head(_("Belongs to"), edit)
        if not ties.above and not ties.below:
            yield _padded(labels.note(_("It stands alone: nothing above, nothing below."), wrap=True))
            return
        depth = 0
        for partner in reversed(ties.above):
            yield _padded(self._link(partner), depth)
            depth += 1
        yield _padded(labels.ElidedText(name, font=theme.text_font(theme.SEMIBOLD)), depth)
        for partner in ties.below:
            yield _padded(self._link(partner), depth + 1)

    def _areas(self, ties: PartnerTies) -> Iterator[QWidget]:
        if ties.areas:
            yield _head(_("Responsible for"))
            yield _padded(labels.Text(", ".join(ties.areas), wrap=True))

    def _relations(self, ties: PartnerTies) -> Iterator[QWidget]:
        add = Button(_("Add"), icon="plus", weight=Weight.link, tip=_("Add a relation"))
        add.setAccessibleName(_("Add a relation"))
        add.trailing = True
        add.clicked.connect(self.relation_added)
        yield _head(_("Works with whom"), add)
        if not ties.relations and not ties.memberships:
            yield _padded(labels.note(_("No relation is noted yet."), wrap=True))
        for relation in ties.relations:
            yield self._relation(relation)
        for membership in ties.memberships:
            yield self._membership(membership)

    def _relation(self, relation: RelationRow) -> QWidget:
        draft = relation.draft
        words = label(draft.kind, current())
        edit = Button(
            icon="edit", weight=Weight.quiet, is_small=True, tip=_("Edit {person}").format(person=relation.other.name)
        )
        edit.clicked.connect(lambda: self.relation_opened.emit(relation))
        note = _with_span(words, draft.first_day, draft.last_day)
        lines: list[QWidget] = [labels.note(note, wrap=True), self._link(relation.other)]
        if draft.notes:
            lines.append(labels.note(draft.notes, wrap=True))
        return _entry(lines, edit)

    def _membership(self, line: MembershipLine) -> QWidget:
        role = label(line.role, current())
        words = _("{role} in").format(role=role) if line.is_body else role
        note = _with_span(words, line.first_day, line.last_day)
        return _entry([labels.note(note, wrap=True), self._link(line.other)])

    def _responsible(self, name: str, ties: PartnerTies) -> Iterator[QWidget]:
        """Who is responsible where the partner is, as far as it is not the partner itself."""
        found = ties.responsibility
        if found is None:
            return
        units = [unit for unit in (found.ordnungsamt, *found.police[:1]) if unit is not None and unit.name != name]
        if not units and not found.gaps:
            return
        yield _head(_("Responsible in {town}").format(town=found.town))
        for unit in units:
            yield _padded(self._link(unit))
        for officer in found.rbb:
            words = " · ".join(part for part in (officer.role, officer.name, officer.phone) if part)
            yield _padded(labels.note(words, wrap=True))
        for gap in found.gaps:
            yield _padded(labels.note(_("Hint: {words}").format(words=label(gap, current())), wrap=True))

    def _link(self, partner: PartnerRef) -> PartnerLink:
        link = PartnerLink(partner)
        link.opened.connect(self.partner_opened)
        return link


def _with_span(words: str, first: date | None, last: date | None) -> str:
    language = current()
    span = [
        _("since {day}").format(day=language.day(first)) if first else "",
        _("until {day}").format(day=language.day(last)) if last else "",
    ]
    return ", ".join([words, *filter(None, span)])


def _head(words: str, button: QWidget | None = None) -> QWidget:
    content = QWidget()
    row = QHBoxLayout(content)
    row.setContentsMargins(theme.GAP, theme.GAP_TINY, theme.GAP, 0)
    row.addWidget(labels.section(words), 1)
    if button is not None:
        row.addWidget(button)
    return content


def _padded(widget: QWidget, depth: int = 0) -> QWidget:
    content = QWidget()
    row = QHBoxLayout(content)
    row.setContentsMargins(theme.GAP + depth * _STEP, 0, theme.GAP, 0)
    row.addWidget(widget, 1)
    return content


def _entry(lines: Iterable[QWidget], button: QWidget | None = None) -> QWidget:
    content = QWidget()
    row = QHBoxLayout(content)
    row.setContentsMargins(theme.GAP, 0, theme.GAP, 0)
    column = QVBoxLayout()
    column.setSpacing(0)
    for line in lines:
        column.addWidget(line)
    row.addLayout(column, 1)
    if button is not None:
        row.addWidget(button)
    return content

"""Fields of the request form that need more than a plain widget: the host, and the offer of a kind."""

from collections.abc import Callable, Sequence
from uuid import UUID

from PySide6.QtCore import QStringListModel, Qt
from PySide6.QtWidgets import QCompleter

from domain.overriding import override
from domain.rows.catalogue import OfferRow
from domain.terms import EventKind
from gui.texts import _
from gui.widgets.bindings import Binding
from gui.widgets.combo import Combo
from gui.widgets.field import Field
from gui.widgets.partner_field import Find, PartnerField


class HostField(PartnerField):
    """Who asks: an institution on record, or a name; the name is kept with the request in any case."""

    def __init__(self, find: Find, name_of: Callable[[UUID], str]) -> None:
        self._own_names: dict[UUID, str] = {}
        super().__init__(_("Requester"), find, lambda key: self._own_names.get(key) or name_of(key), is_free=True)

    def host(self) -> tuple[UUID | None, str]:
        """The partner, if it is one, and the name."""
        return self.partner(), self.text().strip()

    def show_host(self, value: tuple[UUID | None, str]) -> None:
        """Show a partner under the name the request has for it, or a name alone."""
        partner, name = value
        if partner is not None and name:
            self._own_names[partner] = name
        self.show_partner(partner, name)


def bind_requester(field: HostField) -> Binding:
    """The binding to partner and name."""
    return Binding(field, field.host, field.show_host, field.partner_changed)


class OfferCombo(Combo):
    """The offers of the catalogue for one kind, and the one that is chosen whatever its kind."""

    def __init__(self, offers: Sequence[OfferRow]) -> None:
        super().__init__(_("Offer"))
        self._offers = tuple(offers)
        self._kind: EventKind | None = None
        self.setSizeAdjustPolicy(Combo.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(12)
        self._fill(None)

    def show_kind(self, kind: EventKind) -> None:
        """Offer what the catalogue has for a kind; what is chosen stays."""
        if kind is not self._kind:
            self._kind = kind
            self._fill(self.value())

    @override
    def set_value(self, value: object) -> None:
        """Choose an offer, though it is of another kind."""
        if value is not None and value not in self._values:
            self._fill(value)
        super().set_value(value)

    def _fill(self, chosen: object) -> None:
        self.clear()
        self.add(None, _("none"))
        for row in self._offers:
            if row.draft.kind is self._kind or row.id == chosen:
                self.add(row.id, row.draft.title)
        super().set_value(chosen)


class TopicField(Field):
    """A topic in free words, with those of the vocabulary offered while typing."""

    def __init__(self, topics: Sequence[str]) -> None:
        super().__init__(name=_("Topic"))
        completer = QCompleter(QStringListModel(list(topics), self), self)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.activated.connect(self._on_picked)
        self.setCompleter(completer)

    def _on_picked(self, topic: str) -> None:
        self.setText(topic)
        self.textEdited.emit(topic)  # a live binding hears of typing only

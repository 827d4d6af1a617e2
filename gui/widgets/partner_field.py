"""The field for a partner or another record: finds while typing, and where it may, keeps a name that is none."""

from collections.abc import Callable, Sequence
from typing import Protocol
from uuid import UUID

from PySide6.QtCore import QStringListModel, QTimer, Signal
from PySide6.QtWidgets import QCompleter, QWidget

from gui.texts import _
from gui.widgets.bindings import Binding
from gui.widgets.field import Field

_REST_MS = 120


class Offered(Protocol):
    """What can be offered: a record with the name it is shown by, and where it is."""

    @property
    def id(self) -> UUID: ...  # noqa: D102 - of a row

    @property
    def name(self) -> str: ...  # noqa: D102 - of a row

    @property
    def town(self) -> str: ...  # noqa: D102 - of a row


Find = Callable[[str, Callable[[Sequence[Offered]], None]], None]
"""Finds records whose name or town contains a text, and brings them a little later."""


class PartnerField(Field):
    """One partner; `is_free` also takes the name of a body that is no partner.

    `find` is asked while typing, `name_of` gives the name of a partner that is shown.
    """

    partner_changed = Signal()

    def __init__(
        self,
        name: str,
        find: Find,
        name_of: Callable[[UUID], str],
        *,
        is_free: bool = False,
        leading: str = "people",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(leading=leading, name=name, parent=parent)
        self._find = find
        self._name_of = name_of
        self._is_free = is_free
        self._partner: UUID | None = None
        self._shown = ""
        self._offered: dict[str, Offered] = {}
        self._model = QStringListModel(self)
        completer = QCompleter(self._model, self)
        completer.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        completer.activated.connect(self._on_picked)
        self.setCompleter(completer)
        self.setPlaceholderText(_("Find a partner"))
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(_REST_MS)
        self._rest.timeout.connect(self._on_rest)
        self.textEdited.connect(self._rest.start)
        self.editingFinished.connect(self._on_finished)

    def partner(self) -> UUID | None:
        """The partner shown, None if there is none."""
        return self._partner

    def free_name(self) -> str:
        """The name typed, if it is no partner's."""
        return "" if self._partner else self._shown

    def show_partner(self, partner: UUID | None, free_name: str = "") -> None:
        """Show a partner, or a name, without telling."""
        self._partner = partner
        self._shown = self._name_of(partner) if partner else free_name
        self.setText(self._shown)
        self.setCursorPosition(0)

    def offer(self, rows: Sequence[Offered]) -> None:
        """Offer these partners under the field."""
        self._offered = {_line(row): row for row in rows}
        self._model.setStringList(list(self._offered))
        if self._offered and self.hasFocus():
            self.completer().complete()

    def _on_rest(self) -> None:
        if self.text().strip():
            self._find(self.text().strip(), self.offer)

    def _on_picked(self, line: str) -> None:
        row = self._offered[line]
        self._take(row.id, row.name)

    def _on_finished(self) -> None:
        typed = self.text().strip()
        if typed == self._shown:
            return
        same = [row for row in self._offered.values() if row.name.casefold() == typed.casefold()]
        if same:
            self._take(same[0].id, same[0].name)
        elif not typed or self._is_free:
            self._take(None, typed)
        else:
            self.setText(self._shown)

    def _take(self, partner: UUID | None, shown: str) -> None:
        self._partner, self._shown = partner, shown
        self.setText(shown)
        self._rest.stop()
        self.partner_changed.emit()


def bind_partner(field: PartnerField) -> Binding:
    """The binding to a partner's id."""
    return Binding(field, field.partner, field.show_partner, field.partner_changed)


def bind_host(field: PartnerField) -> Binding:
    """The binding to a pair of attributes: a partner's id, and the name of a body that is no partner."""
    return Binding(
        field,
        lambda: (field.partner(), field.free_name()),
        lambda value: field.show_partner(value[0], value[1]),
        field.partner_changed,
    )


def _line(row: Offered) -> str:
    return f"{row.name}, {row.town}" if row.town and row.town not in row.name else row.name

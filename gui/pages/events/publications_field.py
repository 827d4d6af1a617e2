"""Publications that an event takes along: copies planned and handed out, and what its offer and topics suggest."""

from collections.abc import Callable
from dataclasses import replace
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from domain.rows.events import EventDraft, HandOut
from gui import theme
from gui.pages.events.choices import Choices, Names
from gui.pages.events.people_fields import Lines, row_of
from gui.texts import _
from gui.widgets import labels
from gui.widgets.bindings import Binding
from gui.widgets.button import Button, Weight
from gui.widgets.combo import Combo
from gui.widgets.field import NumberField
from gui.widgets.form import Form

_WIDE = 260


class PublicationsField(Lines):
    """A line for each publication: its name, copies planned, copies handed out; the box below adds one."""

    suggestion_asked = Signal()

    def __init__(self, choices: Choices, name_of: Callable[[UUID], str]) -> None:
        super().__init__(_("Publications"))
        self._named = dict(choices.publications)
        self._name_of = name_of
        self._items: tuple[HandOut, ...] = ()
        self.adder = Combo(_("Add a publication"))
        self.adder.setFixedWidth(_WIDE)
        self.adder.setPlaceholderText(_("Add a publication"))
        for publication, words in choices.publications:
            self.adder.add(publication, words)
        self.adder.setSizeAdjustPolicy(Combo.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.adder.setCurrentIndex(-1)
        self.adder.activated.connect(self._on_added)
        self.suggest = Button(_("Suggest"), icon="wand", tip=_("What the offer, the topics and the languages suggest"))
        self.suggest.clicked.connect(self.suggestion_asked)
        self.column.addWidget(row_of(self.adder, self.suggest))
        self.setFocusProxy(self.adder)

    def items(self) -> tuple[HandOut, ...]:
        """What is taken along and was handed out."""
        return self._items

    def show_items(self, items: tuple[HandOut, ...]) -> None:
        """Show these without telling."""
        if items == self._items and self.lines.count() == len(items) + bool(items):
            return
        self._items = items
        head = [_heads()] if items else []
        self.put([*head, *(self._line(position) for position in range(len(items)))])

    def add(self, more: tuple[HandOut, ...]) -> None:
        """Take these along too, as a person's change."""
        known = {item.publication_id for item in self._items}
        fresh = tuple(item for item in more if item.publication_id not in known)
        if fresh:
            self._tell((*self._items, *fresh))

    def _line(self, position: int) -> QWidget:
        item = self._items[position]
        name = self._named.get(item.publication_id) or self._name_of(item.publication_id)
        words = labels.ElidedText(name, font=theme.text_font(theme.MEDIUM))
        words.setFixedWidth(_WIDE)
        planned, given = NumberField(f"{name}: {_('planned')}"), NumberField(f"{name}: {_('handed out')}")
        planned.set_number(item.planned)
        given.set_number(item.handed_out)
        planned.number_changed.connect(lambda number: self._change(position, planned=number))
        given.number_changed.connect(lambda number: self._change(position, handed_out=number))
        remove = Button(icon="close", weight=Weight.quiet, is_small=True, tip=_("Remove {value}").format(value=name))
        remove.clicked.connect(lambda: self._remove(position))
        return row_of(words, planned, given, remove)

    def _change(self, position: int, **values: int | None) -> None:
        """Keep a typed number; the line stays, so that the keyboard goes on to the next field."""
        if position >= len(self._items):
            return
        changed = replace(self._items[position], **values)  # type: ignore[arg-type]  # planned or handed_out
        if changed != self._items[position]:
            self._items = (*self._items[:position], changed, *self._items[position + 1 :])
            self.lines_changed.emit()

    def _remove(self, position: int) -> None:
        self._tell(tuple(item for at, item in enumerate(self._items) if at != position))
        self.adder.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_added(self, _at: int) -> None:
        publication = self.adder.value()
        self.adder.setCurrentIndex(-1)
        if isinstance(publication, UUID):
            self.add((HandOut(publication),))

    def _tell(self, items: tuple[HandOut, ...]) -> None:
        self.show_items(items)
        self.lines_changed.emit()


def _heads() -> QWidget:
    """What the two columns of numbers are."""
    name, planned, given = labels.note(""), labels.note(_("planned")), labels.note(_("handed out"))
    name.setFixedWidth(_WIDE)
    for words in (planned, given):
        words.setFixedWidth(80)
    return row_of(name, planned, given)


class MaterialForm(Form[EventDraft]):
    """What the event takes along; `names` suggests it."""

    def __init__(self, choices: Choices, names: Names) -> None:
        super().__init__()
        self._names = names
        self.add_heading(_("Material"))
        self.publications = PublicationsField(choices, names.of)
        self.add(_("Publications"), self.publications, "publications", binding=bind_publications(self.publications))
        self.none = labels.note(_("Nothing on record fits the offer, topics and languages."), wrap=True)
        self.add_row("", self.none)
        self.none.hide()
        self.publications.suggestion_asked.connect(self._suggest)
        self.dirty_changed.connect(lambda _count: self.none.hide())

    def _suggest(self) -> None:
        found = self._names.material_for(self.draft())
        self.publications.add(found)
        self.none.setVisible(not found)


def bind_publications(field: PublicationsField) -> Binding:
    """The binding to `publications`."""
    return Binding(field, field.items, field.show_items, field.lines_changed)

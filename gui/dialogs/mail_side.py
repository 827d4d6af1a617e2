"""The right side of the dialog of e-mail drafts: who gets one, what is attached, and how the first one reads."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from domain.overriding import override
from domain.rows.mail import MailEnclosure, MailRecipient
from gui import theme
from gui.dialogs.mail_work import PartnerFinder, Sample
from gui.models.table import Cell, Column, RowTableModel
from gui.texts import _, current, ngettext
from gui.widgets import labels
from gui.widgets.empty import EmptyState
from gui.widgets.notice import Notice, Tone
from gui.widgets.partner_field import PartnerField
from gui.widgets.table import TableView
from gui.widgets.text_area import TextArea
from gui.widgets.tick_list import TickLine, TickList

if TYPE_CHECKING:
    from collections.abc import Iterable

_PEOPLE_HEIGHT, _ENCLOSURES_HEIGHT, _WIDEST = 158, 112, 16_777_215
"""Whole rows: four below the heads, four with a box."""
_ADDER_WIDTH = 264
_LARGE = 10_000_000
_KILO = 1_000


class RecipientTable(TableView):
    """Recipients; Delete takes the selected ones out."""

    delete_asked = Signal()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Delete:
            self.delete_asked.emit()
        else:
            super().keyPressEvent(event)


class MailSide(QWidget):
    """Who has no address stays in the table and says why; sizes come with the first e-mail."""

    changed = Signal()
    added = Signal(object)  # UUID of a partner
    removed = Signal(object)  # tuple of ids

    def __init__(self, finder: PartnerFinder) -> None:
        super().__init__()
        self._offered: tuple[MailEnclosure, ...] = ()
        self._ticked: set[str] | None = None
        self._sizes: dict[str, int] = {}
        self._is_joint = False
        self.model = RowTableModel[MailRecipient](_columns(), lambda row: row.partner_id, self)
        self.people = RecipientTable(self.model, _("Recipients"))
        self.people.set_empty(EmptyState("mail", _("Nobody is chosen yet"), _("Type a partner into the field above.")))
        self.adder = PartnerField(_("Add a recipient"), finder.find, finder.name_of)
        self.adder.setPlaceholderText(_("Add a partner"))
        self.count = labels.note()
        self.enclosures = TickList(_("Attachments"), _("Nothing can be attached"))
        self.trouble = Notice(Tone.warning, "")
        self.head = labels.note("", wrap=True)
        self.preview = TextArea(_("The first e-mail"), 4)
        self._build()
        self.adder.partner_changed.connect(self._on_added)
        self.people.delete_asked.connect(lambda: self.removed.emit(tuple(self.people.selected_ids())))
        self.enclosures.ticked.connect(self._on_ticked)

    def _build(self) -> None:
        self.preview.setReadOnly(True)
        self.preview.setMinimumHeight(96)
        self.preview.setMaximumHeight(_WIDEST)
        self.people.setFixedHeight(_PEOPLE_HEIGHT)
        self.trouble.hide()
        scroll = QScrollArea()
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setWidgetResizable(True)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(self.enclosures)
        scroll.setFixedHeight(_ENCLOSURES_HEIGHT)
        top = QHBoxLayout()
        top.addWidget(labels.heading(_("Recipients")))
        top.addWidget(self.count)
        top.addStretch(1)
        self.adder.setFixedWidth(_ADDER_WIDTH)
        top.addWidget(self.adder)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.GAP_SMALL)
        column.addLayout(top)
        column.addWidget(self.people)
        column.addWidget(labels.heading(_("Attachments")))
        column.addWidget(scroll)
        column.addWidget(labels.heading(_("The first e-mail")))
        column.addWidget(self.trouble)
        column.addWidget(self.head)
        column.addWidget(self.preview, 1)

    def show_people(self, people: Sequence[MailRecipient]) -> None:
        """Show who gets an e-mail and who cannot get one."""
        self.model.set_rows(people)
        silent = sum(1 for each in people if each.problem)
        told = ngettext("{count} without an address", "{count} without an address", silent)
        self.count.setText(told.format(count=current().number(silent)) if silent else "")
        self.count.set_tone("gold" if silent else "muted")

    def show_enclosures(self, offered: Sequence[MailEnclosure], usual: "Iterable[str]") -> None:
        """Offer these attachments; the usual ones are ticked until a person chooses others."""
        self._offered = tuple(offered)
        if self._ticked is None:
            self._ticked = set(usual)
        self._show_lines()

    def show_way(self, *, is_joint: bool) -> None:
        """A letter to one partner cannot be attached to an e-mail to all."""
        self._is_joint = is_joint
        self._show_lines()

    def attached(self) -> tuple[str, ...]:
        """The keys of what is attached."""
        ticked = self._ticked or set()
        return tuple(each.key for each in self._possible() if each.key in ticked)

    def show_sample(self, sample: Sample) -> None:
        """Show the first e-mail and how large it is."""
        self._sizes = dict(sample.sizes)
        self._show_lines()
        words = _("Bcc: {to}\nSubject: {subject}") if self._is_joint else _("To: {to}\nSubject: {subject}")
        people = ngettext("{count} recipient", "{count} recipients", sample.count)
        shown = people.format(count=current().number(sample.count)) if self._is_joint else sample.to
        self.head.setText(words.format(to=shown, subject=sample.subject))
        self.preview.set_text(sample.text)
        self.head.show()
        self.trouble.setVisible(sample.whole > _LARGE)
        if sample.whole > _LARGE:
            self.trouble.show_words(
                _("The e-mail is large: {size}").format(size=size_words(sample.whole)),
                _("Many mail servers take no more than 10 MB; leave something out."),
            )

    def show_trouble(self, words: str) -> None:
        """Say why there is no e-mail."""
        self.head.hide()
        self.preview.set_text("")
        self.trouble.show_words(words)
        self.trouble.show()

    def _possible(self) -> tuple[MailEnclosure, ...]:
        return tuple(each for each in self._offered if not (self._is_joint and each.is_personal))

    def _show_lines(self) -> None:
        ticked = self._ticked or set()
        self.enclosures.set_lines(
            [
                TickLine(
                    each.key,
                    f"{_(each.msgid)}: {each.title}" if each.title else _(each.msgid),
                    each.key in ticked,
                    right=size_words(self._sizes[each.key]) if each.key in ticked & self._sizes.keys() else "",
                )
                for each in self._possible()
            ]
        )

    def _on_ticked(self, key: object, is_ticked: bool) -> None:  # noqa: FBT001 - Qt's signal
        ticked = self._ticked or set()
        self._ticked = ticked | {str(key)} if is_ticked else ticked - {str(key)}
        self.changed.emit()

    def _on_added(self) -> None:
        partner = self.adder.partner()
        if partner is not None:
            self.adder.show_partner(None)
            self.added.emit(partner)


def size_words(octets: int) -> str:
    """A size as people read it: 84 kB, 1,2 MB."""
    if octets < _KILO * _KILO:
        return f"{current().number(max(1, round(octets / _KILO)))} kB"
    return f"{current().number(round(octets / _KILO / _KILO, 1))} MB"


def _columns() -> tuple[Column[MailRecipient], ...]:
    return (
        Column(_("Institution"), lambda row: Cell(row.to.institution, is_first=True)),
        Column(_("E-mail"), _address, 330),
    )


def _address(row: MailRecipient) -> Cell:
    if row.problem:
        return Cell(_(row.problem), icon="warning", tone="gold")
    return Cell(f"{row.to.contact} · {row.address}" if row.to.contact else row.address)

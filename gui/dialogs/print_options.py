"""The left side of the print dialog: what is printed, about what, and how; what does not apply is not shown."""

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from domain.i18n import AVAILABLE, N_
from domain.labels import label
from domain.rows.printing import DocumentRow, Printable, Subject
from domain.rows.releases import ReleaseRow
from domain.terms import DocumentPurpose, LabelSheet, PaperLook, PaperSize
from gui import theme
from gui.desk import Desk
from gui.dialogs.print_fields import Named, NamesField, RecipientsField, RestingText
from gui.dialogs.print_work import Offer, Order
from gui.texts import _, current
from gui.widgets.combo import Combo

_LANGUAGES = {"de": N_("German"), "en": N_("English")}
_TEXT_LINES = 7
_NOTHING = "–"
"""What a document is about that is about nothing in particular."""


class PrintOptions(QWidget):
    """`changed` tells that something else is to be shown; True means that it is another document or subject."""

    changed = Signal(bool)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.document = Combo(_("Document"))
        self.subject = Combo(_("About"))
        self.language = Combo(_("Language"))
        self.look = Combo(_("Look"))
        self.sheet = Combo(_("Sheet"))
        self.since = Combo(_("Compared with"))
        self.names = NamesField()
        self.recipients = RecipientsField(desk)
        self.text = RestingText(_("Text"), _TEXT_LINES)
        self._rows = {
            "subject": Named(_("About"), self.subject),
            "size": Named(_("Sheet"), self.sheet),
            "since": Named(_("Compared with"), self.since),
            "names": Named(_("Names"), self.names),
            "recipients": Named(_("Goes to"), self.recipients),
            "text": Named(_("Text"), self.text),
        }
        self._build()

    def show_offer(self, offer: Offer, wanted: str | None) -> None:
        """Fill the choice; `wanted` is the document to begin with, else the first that fits."""
        found = offer.printables
        groups = [purpose for purpose in DocumentPurpose if any(e.document.purpose is purpose for e in found)]
        for purpose in groups:
            if len(groups) > 1:
                self.document.add_head(label(purpose, current()))
            own = (entry for entry in found if entry.document.purpose is purpose)
            for entry in sorted(own, key=_alphabetical):
                self.document.add(entry, _(entry.document.msgid))
        if offer.versions:
            self.since.add(None, _("Last version that differs"))
        for version in offer.versions:
            self.since.add(version.number, _version(version))
        first = next((entry for entry in found if entry.document.name == wanted), found[0] if found else None)
        self.document.set_value(first)
        self._on_document()

    def order(self) -> Order | None:
        """What is to be printed; None if there is nothing."""
        entry, subject = self.document.value(), self.subject.value()
        if not isinstance(entry, Printable) or not isinstance(subject, Subject):
            return None
        row = entry.document
        size = self.sheet.value()
        choice = replace(
            subject.choice,
            size=size if isinstance(size, PaperSize) and size is not row.sizes[0] else None,
            labels=size if isinstance(size, LabelSheet) and size is not row.sizes[0] else None,
            names=self.names.names() if row.takes_names else (),
            text=self.text.text().strip() if row.takes_text else "",
        )
        if row.takes_partners:
            choice = replace(choice, partner_ids=self.recipients.ids() or choice.partner_ids)
        since = self.since.value()
        if row.takes_since and isinstance(since, int):
            choice = replace(choice, since=since)
        return Order(row.name, choice, str(self.language.value()), PaperLook(str(self.look.value())))

    def row(self) -> DocumentRow | None:
        """The document that is chosen."""
        entry = self.document.value()
        return entry.document if isinstance(entry, Printable) else None

    def file_name(self) -> str:
        """A name for the file of what is chosen, without signs that a system forbids."""
        name = f"{self.document.currentText()} {self.subject.currentText()}".strip()
        plain = "".join(sign if sign.isalnum() or sign in " -_,." else "-" for sign in name)
        return f"{plain[:80].strip(' -')}.pdf"

    def _build(self) -> None:
        for code in AVAILABLE:
            self.language.add(code, _(_LANGUAGES[code]))
        self.language.set_value(current().code)
        self.look.add_terms(PaperLook)
        self.look.set_value(self._desk.local.paper_look if self._desk.local is not None else PaperLook.normal)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(Named(_("Document"), self.document))
        column.addWidget(self._rows["subject"])
        for key in ("size", "since", "recipients", "text", "names"):
            column.addWidget(self._rows[key])
            self._rows[key].hide()
        pair = QHBoxLayout()
        pair.setSpacing(theme.GAP_SMALL)
        pair.addWidget(Named(_("Language"), self.language), 1)
        pair.addWidget(Named(_("Look"), self.look), 1)
        column.addLayout(pair)
        for combo in (self.document, self.subject, self.language, self.look, self.sheet, self.since):
            combo.setMinimumContentsLength(6)
            combo.setSizeAdjustPolicy(Combo.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.document.activated.connect(self._on_document)
        self.subject.activated.connect(lambda _at: self.changed.emit(True))  # noqa: FBT003 - Qt's signal
        for combo in (self.language, self.sheet, self.since):
            combo.activated.connect(self._on_option)
        self.look.activated.connect(self._on_look)
        self.names.changed.connect(self._on_option)
        self.text.rested.connect(self._on_option)
        self.recipients.changed.connect(self._on_option)

    def _on_document(self) -> None:
        self.subject.clear()
        entry, row = self.document.value(), self.row()
        for subject in entry.subjects if isinstance(entry, Printable) else ():
            self.subject.add(subject, _subject(subject))
        self.subject.setCurrentIndex(0)
        self.subject.setEnabled(self.subject.count() > 1)
        self._rows["subject"].setVisible(self.subject.count() != 1 or self.subject.currentText() != _NOTHING)
        if row is not None:
            self._offer_sizes(row)
            self._rows["size"].setVisible(len(row.sizes) > 1)
            self._rows["since"].setVisible(row.takes_since and self.since.count() > 0)
            self._rows["names"].setVisible(row.takes_names)
            self._rows["recipients"].setVisible(row.takes_partners)
            self._rows["text"].setVisible(row.takes_text)
        self.changed.emit(True)  # noqa: FBT003 - Qt's signal

    def _offer_sizes(self, row: DocumentRow) -> None:
        self.sheet.clear()
        self.sheet.add_terms(row.sizes)
        self.sheet.setCurrentIndex(0 if row.sizes else -1)

    def _on_option(self) -> None:
        self.changed.emit(False)  # noqa: FBT003 - Qt's signal

    def _on_look(self) -> None:
        if self._desk.local is not None:
            self._desk.local.paper_look = PaperLook(str(self.look.value()))
        self._on_option()


def _alphabetical(entry: Printable) -> str:
    return _(entry.document.msgid).casefold()


def _subject(subject: Subject) -> str:
    day = f"{current().weekday_short(subject.day)} {current().day(subject.day)} · " if subject.day else ""
    return f"{day}{subject.title}" or _NOTHING


def _version(version: ReleaseRow) -> str:
    words = _("Version {number} of {moment}")
    return words.format(number=version.number, moment=current().moment(version.released_at))

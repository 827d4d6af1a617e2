"""Books what came and went of a publication without an event, and what was counted."""

from collections.abc import Callable
from datetime import date

from PySide6.QtWidgets import QWidget

from domain.labels import label
from domain.rows.publications import PublicationDetail, StockEntry
from domain.rules.publication_stock import signed, stock_on
from domain.terms import StockReason
from gui import theme
from gui.dialogs.draft_dialog import DraftDialog
from gui.pages.publications import words
from gui.texts import _, current
from gui.widgets import labels
from gui.widgets.bindings import Binding
from gui.widgets.choice import Segmented
from gui.widgets.dates import DateField
from gui.widgets.field import Field, NumberField
from gui.widgets.form import Form

_WIDTH, _HEIGHT = 600, 368


class BookingDialog(DraftDialog):
    """Reason, copies, day and a note; below stands what the stock will be."""

    def __init__(
        self, detail: PublicationDetail, draft: StockEntry, today: Callable[[], date], parent: QWidget | None = None
    ) -> None:
        super().__init__(_("Book stock: {title}").format(title=detail.row.draft.name), parent)
        self.resize(_WIDTH, _HEIGHT)
        self._detail = detail
        self.reason = Segmented([(reason, label(reason, current())) for reason in StockReason], name=_("What happened"))
        self.reason.setFixedWidth(self.reason.sizeHint().width())  # at the left edge, like all other fields
        self.copies = NumberField(_("Copies"))
        form: Form[StockEntry] = Form()
        form.add(_("What happened"), self.reason, "reason", binding=_reason(self.reason))
        form.add(_("Copies"), self.copies, "copies", note=_("counted on the evening of the day"))
        form.add(_("Day"), DateField(_("Day"), today), "day")
        form.add(_("Notes"), Field(name=_("Notes")), "notes")
        self.outcome = labels.Text(font=theme.text_font(theme.MEDIUM), wrap=True)
        form.add_row("", self.outcome)
        self.form = form
        self.set_columns(draft, form)
        form.edited.connect(self._explain)
        self.copies.textChanged.connect(lambda _text: self._explain(form.draft()))
        self._explain(draft)

    def _explain(self, draft: StockEntry) -> None:
        """Say what the stock is and what becomes of it."""
        is_counted = draft.reason is StockReason.inventory
        self.form.fields["copies"].note.setVisible(is_counted)
        self.outcome.setText(_outcome(self._detail, draft, self.copies.number()))


def _outcome(detail: PublicationDetail, draft: StockEntry, copies: int | None) -> str:
    stock = detail.row.stock
    if copies is None:
        return _("In stock: {stock}").format(stock=words.copies(stock))
    if draft.reason is StockReason.inventory:
        quantity = copies - stock_on(detail.lines, draft.day)
        sentence = _("Difference {quantity}, in stock then: {stock}")
    else:
        quantity = signed(draft.reason, copies)
        sentence = _("{quantity}, in stock then: {stock}")
    return sentence.format(quantity=words.signed(quantity), stock=words.copies(stock + quantity))


def _reason(field: Segmented) -> Binding:
    return Binding(field, lambda: StockReason(field.value()), field.set_value, field.picked)

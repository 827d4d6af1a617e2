"""The permit of an event beside its form: traffic light, words, days, and the way to change it."""

from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from domain.rows.permits import PermitRow
from gui import theme
from gui.desk import Desk
from gui.dialogs.permit import open_permit
from gui.texts import _, current, ngettext
from gui.widgets import labels
from gui.widgets.badge import Badge, plain_badge
from gui.widgets.button import Button
from gui.widgets.lights import permit_light, permit_words


class PermitPanel(QWidget):
    """Follows one saved event."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._record: UUID | None = None
        self.light = Badge(lambda: plain_badge("–"))
        self.words = labels.Text(wrap=True)
        self.facts = QGridLayout()
        self.facts.setHorizontalSpacing(theme.GAP_ROW)
        self.facts.setVerticalSpacing(theme.GAP_SMALL)
        self.facts.setColumnMinimumWidth(0, theme.FORM_LABEL_WIDTH)
        self.facts.setColumnStretch(1, 1)
        self.change = Button(_("Permit …"), icon="key")
        self.change.clicked.connect(self._on_change)
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.GAP, theme.GAP_ROW, theme.GAP, theme.GAP_ROW)
        column.setSpacing(theme.GAP_ROW)
        column.addWidget(self.light)
        column.addWidget(self.words)
        column.addLayout(self.facts)
        column.addWidget(self.change, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)
        desk.changed.connect(self._on_data)

    def show_record(self, record: UUID | None) -> None:
        """Show the permit of an event; None is one that is not saved yet."""
        self._record = record
        self.change.setEnabled(record is not None)
        self._refill()

    def _on_data(self, tables: frozenset[str]) -> None:
        if tables & {"event_permit", "event", "site"}:
            self._refill()

    def _refill(self) -> None:
        from domain.usecases import permits

        if self._record is None:
            self._show(None)
        else:
            self._desk.ask_later(self._show, permits.row, self._record)

    def _show(self, row: PermitRow | None) -> None:
        while (item := self.facts.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.deleteLater()
        self.light.setVisible(row is not None)
        if row is None:
            self.words.setText(_("No permit is noted. It is needed on public ground."))
            return
        self.light.show_look(lambda: permit_light(row.view))
        self.words.setText(permit_words(row.view))
        for line, (name, value) in enumerate(_facts(row)):
            self.facts.addWidget(labels.Text(name, tone="muted"), line, 0, Qt.AlignmentFlag.AlignTop)
            self.facts.addWidget(labels.Text(value, wrap=True), line, 1)

    def _on_change(self) -> None:
        if self._record is not None:
            open_permit(self.window(), self._desk, self._record)


def _facts(row: PermitRow) -> list[tuple[str, str]]:
    view = row.view
    days = ngettext("{days} day", "{days} days", view.lead_days).format(days=view.lead_days)
    lines = [
        (_("Site"), row.site),
        (_("Authority"), view.authority),
        (_("Reference"), view.reference),
        (_("Lead time"), days),
        (_("Apply by"), current().day(view.apply_by) if view.apply_by else ""),
        (_("Holds"), _("for this event") if row.draft else _("in general for the site")),
    ]
    return [line for line in lines if line[1]]

"""What is known of one outlet: how it stands, its calendars with addresses to hand on, and what can be done."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget

from domain.labels import label
from domain.rows.outlets import FeedRow, OutletStanding
from domain.terms import OutletKind
from gui import theme
from gui.models.table import RowTableModel
from gui.pages.publishing import words
from gui.pages.publishing.columns import feed_columns, feed_key
from gui.pages.requests.panel import facts_grid
from gui.texts import _, current
from gui.widgets import labels
from gui.widgets.badge import Badge
from gui.widgets.button import Button
from gui.widgets.card import Card, Line
from gui.widgets.empty import EmptyState
from gui.widgets.notice import Notice, Tone
from gui.widgets.table import TableView


class OutletPanel(Card):
    """The inspector of an outlet; says so while none is chosen."""

    publish_clicked = Signal()
    edit_clicked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(_("Outlet"), parent=parent)
        self._standing: OutletStanding | None = None
        self.name = labels.Text("", font=theme.text_font(theme.SEMIBOLD), wrap=True)
        self.trouble = Notice(Tone.error, "", "")
        self.facts = QVBoxLayout()
        self.model = RowTableModel(feed_columns(), key=feed_key, parent=self)
        self.lines = (Line(), Line())
        self.feeds = TableView(self.model, _("Calendars of this outlet"))
        self.feeds.set_two_lines()
        self.feeds.set_empty(EmptyState("calendar", _("No calendars yet"), _("Publishing makes them on the server.")))
        self.subscription = Button(_("Copy subscription"), icon="copy")
        self.address = Button(_("Copy link"), icon="copy")
        self.publish = Button(_("Publish"), icon="send", tip=_("Publish on this outlet"))
        self.edit = Button(_("Edit …"), icon="edit", tip=_("Edit outlet"))
        self._build()
        self.subscription.clicked.connect(lambda: self._copy(is_subscription=True))
        self.address.clicked.connect(lambda: self._copy(is_subscription=False))
        self.publish.clicked.connect(self.publish_clicked)
        self.edit.clicked.connect(self.edit_clicked)
        self.feeds.current_changed.connect(lambda _key: self._show_copy())
        self.show_outlet(None, ())

    def _build(self) -> None:
        top = QVBoxLayout()
        top.setContentsMargins(theme.GAP, theme.GAP, theme.GAP, theme.GAP_SMALL)
        top.setSpacing(theme.GAP_SMALL)
        top.addWidget(self.name)
        top.addLayout(self.facts)
        top.addWidget(self.trouble)
        self.body.addLayout(top)
        self.body.addWidget(self.lines[0])
        self.body.addWidget(self.feeds, 1)
        self.body.addWidget(self.lines[1])
        self.body.addLayout(_foot(self.subscription, self.address, below=0))
        self.body.addLayout(_foot(self.publish, self.edit, below=theme.GAP_ROW))
        self.body.addStretch()

    def show_outlet(self, standing: OutletStanding | None, feeds: tuple[FeedRow, ...]) -> None:
        """Show an outlet with the calendars it offers, or that none is chosen."""
        self._standing = standing
        self.name.setText(standing.row.draft.name if standing else _("Choose an outlet on the left."))
        shown = (self.publish, self.edit, self.subscription, self.address, self.feeds, *self.lines)
        for widget in shown:
            widget.setVisible(standing is not None)
        self.model.set_rows(list(feeds))
        if feeds and self.feeds.current_id() is None:
            self.feeds.select(feed_key(feeds[0]))
        self._show_facts(standing)
        run = standing.row.last_run if standing else None
        self.trouble.setVisible(bool(run and run.trouble))
        if standing and run and run.trouble:
            self.trouble.show_words(run.trouble, words.advice(standing.row))
        self._show_copy()

    def _show_facts(self, standing: OutletStanding | None) -> None:
        while (item := self.facts.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.deleteLater()
        if standing is None:
            return
        draft, content = standing.row.draft, QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, 0, 0)
        badges = QHBoxLayout()
        badges.setSpacing(theme.GAP_SMALL)
        badges.addWidget(Badge(lambda: words.state_badge(standing)))
        badges.addWidget(Badge(lambda: words.audience_badge(draft.audience)))
        badges.addStretch(1)
        column.addLayout(badges)
        column.addSpacing(theme.GAP_SMALL)
        lines = [
            (_("Kind"), label(draft.kind, current())),
            (_("Directory") if draft.kind is OutletKind.folder else _("Server"), draft.address),
            (_("Web address"), draft.public_address),
            (_("User"), draft.user if draft.kind is OutletKind.caldav else ""),
            (_("Tours"), label(draft.tours, current())),
            (_("Last run"), "\n".join(filter(None, (words.last_run(standing.row), words.figures(standing.row))))),
        ]
        column.addLayout(facts_grid([(name, value) for name, value in lines if value]))
        self.facts.addWidget(content)

    def _chosen(self) -> FeedRow | None:
        key = self.feeds.current_id()
        return next((row for row in self.model.rows() if feed_key(row) == key), None)

    def _show_copy(self) -> None:
        row, missing = self._chosen(), _("For this, enter under which web address others reach the folder.")
        for button, text, tip in (
            (self.subscription, row and row.subscription, _("The address by which others subscribe (webcal)")),
            (self.address, row and row.address, _("The address of the file or collection, to open or hand on (https)")),
        ):
            button.setEnabled(bool(text))
            button.setToolTip(tip if text else missing)

    def _copy(self, *, is_subscription: bool) -> None:
        row = self._chosen()
        if row is not None:
            QApplication.clipboard().setText(row.subscription if is_subscription else row.address)


def _foot(*buttons: Button, below: int) -> QHBoxLayout:
    """Buttons of equal width beside each other."""
    foot = QHBoxLayout()
    foot.setContentsMargins(theme.GAP, theme.GAP_ROW, theme.GAP, below)
    foot.setSpacing(theme.GAP_SMALL)
    for button in buttons:
        foot.addWidget(button, 1)
    return foot

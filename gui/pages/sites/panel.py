"""What is known of one site: address, pass, facts, photo, events there."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from domain.labels import label
from domain.rows.partners import SiteDraft, SiteRow
from domain.rows.site_pass import SiteEvent, SitePass
from domain.terms import PermitState, Surface
from gui import theme
from gui.models.table import Cell, Column, RowTableModel
from gui.pages.sites import words
from gui.pages.sites.pass_view import PassView
from gui.pages.sites.photo_view import PhotoView
from gui.pages.sites.visitors_view import VisitorsView
from gui.texts import _, current, ngettext
from gui.widgets import labels
from gui.widgets.badge import Badge, kreis_badge
from gui.widgets.button import Button
from gui.widgets.card import Card, Line
from gui.widgets.empty import EmptyState
from gui.widgets.lights import permit_light
from gui.widgets.table import TableView
from gui.widgets.tabs import Tabs

_EVENTS_TAB = 3


class SitePanel(QWidget):
    """The inspector of the sites page; empty until one is chosen."""

    edit_clicked = Signal()
    event_clicked = Signal()
    event_opened = Signal(object)  # UUID
    permit_asked = Signal(object)  # UUID of an event
    print_clicked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.head = Card(_("Site"))
        self.head.set_padding()
        self.tabs = Tabs(_("About the site"))
        self.facts = QScrollArea()
        self.facts.setWidgetResizable(True)
        self.facts.setFrameShape(QScrollArea.Shape.NoFrame)
        self.facts.setAccessibleName(_("Facts"))
        self.facts.viewport().setAutoFillBackground(False)
        self.events = RowTableModel(_event_columns(), key=lambda row: row.event.id, parent=self)
        self.event_table = TableView(self.events, _("Events at the site"))
        self.event_table.set_two_lines()
        self.event_table.set_empty(EmptyState("calendar", _("No events yet"), _("Make the first one below.")))
        self.event_table.opened.connect(self.event_opened)
        self.fit = PassView()
        self.photo = PhotoView()
        self.tabs.add_tab(_("Pass"), self.fit)
        self.tabs.add_tab(_("Facts"), self.facts)
        self.tabs.add_tab(_("Photo"), self.photo)
        self.visitors = VisitorsView()
        self.tabs.add_tab(_("Events"), _stacked(self.visitors, self.event_table))
        self.tabs.body.addWidget(Line())
        self.tabs.body.addLayout(self._foot())
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.GAP)
        column.addWidget(self.head)
        column.addWidget(self.tabs, 1)

    def _foot(self) -> QHBoxLayout:
        self.new_event = Button(_("New event here"), icon="calendar")
        self.new_event.clicked.connect(self.event_clicked)
        self.permit = Button(icon="key", tip=_("Permit of the event chosen …"))
        self.permit.clicked.connect(self._on_permit)
        self.print = Button(icon="printer", tip=_("Print the site pass …"))
        self.print.clicked.connect(self.print_clicked)
        self.edit = Button(icon="edit", tip=_("Edit site"))
        self.edit.clicked.connect(self.edit_clicked)
        foot = QHBoxLayout()
        foot.setContentsMargins(theme.GAP, theme.GAP_ROW, theme.GAP, theme.GAP_ROW)
        foot.setSpacing(theme.GAP_SMALL)
        foot.addWidget(self.new_event, 1)
        for button in (self.permit, self.print, self.edit):
            foot.addWidget(button)
        return foot

    def show_site(self, found: SitePass | None, photo: bytes | None = None) -> None:
        """Show a site with its pass, photo and events, or that none is chosen."""
        row = found.site if found else None
        self.tabs.setVisible(row is not None)
        self.head.set_title(row.name if row else _("Site"))
        while (item := self.head.body.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.deleteLater()
        self.head.body.addWidget(_head(row) if row else labels.note(_("Choose a site on the left."), wrap=True))
        self.events.set_rows(found.events if found else ())
        self.tabs.set_count(_EVENTS_TAB, len(found.events) if found else 0)
        self.permit.setEnabled(bool(found and found.events))
        if found is not None:
            draft = found.site.draft
            self.visitors.show_visitors(found.visitors)
            self.fit.show_vehicles(found.vehicles)
            self.facts.setWidget(_facts(draft))
            self.photo.show_photo(photo, draft.photo_alt, is_lost=bool(draft.photo) and photo is None)

    def _on_permit(self) -> None:
        """Ask for the permit of the event that is chosen, or of the first."""
        self.tabs.bar.setCurrentIndex(_EVENTS_TAB)
        chosen = self.event_table.current_id() or self.events.id_at(0)
        self.event_table.select(chosen)
        self.permit_asked.emit(chosen)


def _stacked(upper: QWidget, lower: QWidget) -> QWidget:
    """The figures over the list, which takes the room that is left."""
    both = QWidget()
    column = QVBoxLayout(both)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    column.addWidget(upper)
    column.addWidget(lower, 1)
    return both


def _head(row: SiteRow) -> QWidget:
    content = QWidget()
    grid = QGridLayout(content)
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setVerticalSpacing(theme.GAP_SMALL)
    grid.addWidget(labels.Text(words.address(row.draft) or "–", wrap=True), 0, 0)
    if row.kreis_ags is not None:
        ags = row.kreis_ags
        grid.addWidget(Badge(lambda: kreis_badge(ags)), 0, 1, Qt.AlignmentFlag.AlignTop)
    state = row.draft.permit_state
    grid.addWidget(Badge(lambda: words.permit_badge(state)), 1, 0, Qt.AlignmentFlag.AlignLeft)
    grid.setColumnStretch(0, 1)
    return content


def _facts(draft: SiteDraft) -> QWidget:
    content = QWidget()
    content.setProperty("plain", True)  # noqa: FBT003 - Qt's signature
    grid = QGridLayout(content)
    grid.setContentsMargins(theme.GAP, theme.GAP_ROW, theme.GAP, theme.GAP_ROW)
    grid.setHorizontalSpacing(theme.GAP_ROW)
    grid.setVerticalSpacing(theme.GAP_SMALL)
    grid.setColumnMinimumWidth(0, theme.FORM_LABEL_WIDTH)
    grid.setColumnStretch(1, 1)
    for line, (name, value) in enumerate(fact_lines(draft)):
        grid.addWidget(labels.Text(name, tone="muted", wrap=True), line, 0, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(labels.Text(value, wrap=True), line, 1)
    grid.setRowStretch(grid.rowCount(), 1)
    return content


def fact_lines(draft: SiteDraft) -> list[tuple[str, str]]:
    """What is known of a site as names and values; what is not known is left out."""
    lines = [
        (_("Space"), words.space(draft)),
        (_("Headroom"), _metres(draft.height_m)),
        (_("Weight limit"), _("{weight} kg").format(weight=_figure(draft.weight_limit_kg))),
        (_("Surface"), "" if draft.surface is Surface.unknown else label(draft.surface, current())),
        (_("Slope"), _("{slope} %").format(slope=_figure(draft.slope_percent))),
        (_("Step-free"), {None: "", True: _("yes"), False: _("no")}[draft.step_free]),
        (_("Power"), ", ".join(words.outlets(draft))),
        (_("Cable length"), _metres(draft.power_distance_m)),
        (_("Market days"), ", ".join(current().weekday_name(day) for day in draft.market_days)),
        (_("Authority"), draft.permit_authority),
        (_("Lead time"), _lead(draft)),
        (_("Key holder"), draft.key_holder),
        (_("Way in"), draft.access),
        (_("Coordinates"), _coordinates(draft)),
        (_("Notes"), draft.notes),
    ]
    if draft.weight_limit_kg is None:
        lines = [line for line in lines if line[0] != _("Weight limit")]
    if draft.slope_percent is None:
        lines = [line for line in lines if line[0] != _("Slope")]
    return [line for line in lines if line[1]]


def _figure(value: float | None) -> str:
    return "" if value is None else current().number(value)


def _metres(value: float | None) -> str:
    return "" if value is None else _("{size} m").format(size=current().number(value))


def _lead(draft: SiteDraft) -> str:
    if draft.permit_state is PermitState.not_needed:
        return ""
    return ngettext("{days} day", "{days} days", draft.permit_lead_days).format(days=draft.permit_lead_days)


def _coordinates(draft: SiteDraft) -> str:
    if draft.latitude is None or draft.longitude is None:
        return ""
    return f"{draft.latitude:.5f}, {draft.longitude:.5f}"


def _event_columns() -> list[Column[SiteEvent]]:
    return [
        Column(_("Event"), _event),
        Column(_("Permit"), lambda row: Cell(badge=permit_light(row.permit)), width=116),
    ]


def _event(row: SiteEvent) -> Cell:
    """Title over day, state and how many came."""
    event = row.event
    day = current().day(event.start_day) if event.start_day else _("no date")
    came = "" if row.visitors is None else _("{count} came").format(count=current().number(row.visitors))
    second = " · ".join(part for part in (day, label(event.state, current()), came) if part)
    return Cell(event.title, second=second, is_first=True)

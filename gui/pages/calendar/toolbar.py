"""The row above the calendar: how to look at it, and what to show."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QHBoxLayout, QMenu, QWidget

from domain.labels import label
from domain.region.kreise import kreise
from domain.terms import Audience, EventKind
from gui import icons, theme
from gui.pages.calendar.stock import Wanted
from gui.texts import _, current
from gui.widgets.button import Button
from gui.widgets.choice import Segmented
from gui.widgets.filter_button import FilterButton

_HEIGHT = 49
_EYES = {Audience.internal: "eye", Audience.partners: "people", Audience.public: "globe"}


class AudienceButton(Button):
    """Whose eyes the calendar is seen with; internal shows everything."""

    picked = Signal(object)  # Audience

    def __init__(self) -> None:
        super().__init__(label(Audience.internal, current()), icon="eye", tip=_("Show what this audience would see"))
        self.audience = Audience.internal
        self.clicked.connect(self._on_clicked)
        self._name()

    def set_audience(self, audience: Audience) -> None:
        """Show another audience without telling."""
        self.audience = audience
        self.setText(label(audience, current()))
        self.set_icon(_EYES[audience])
        self._name()

    def _name(self) -> None:
        self.setAccessibleName(_("Audience: {name}").format(name=label(self.audience, current())))

    def _on_clicked(self) -> None:
        menu = self.menu_of_audiences()
        menu.popup(self.mapToGlobal(self.rect().bottomLeft()))

    def menu_of_audiences(self) -> QMenu:
        """The three audiences to choose from."""
        menu = QMenu(self)
        menu.aboutToHide.connect(menu.deleteLater)
        group = QActionGroup(menu)
        for audience in (Audience.internal, Audience.partners, Audience.public):
            action = menu.addAction(icons.icon(_EYES[audience]), label(audience, current()))
            action.setCheckable(True)
            action.setChecked(audience is self.audience)
            action.setData(audience)
            group.addAction(action)
        group.triggered.connect(lambda action: self._on_picked(Audience(action.data())))
        return menu

    def _on_picked(self, audience: Audience) -> None:
        self.set_audience(audience)
        self.picked.emit(audience)


class Toolbar(QWidget):
    """Month, week or list on the left; kinds, Kreise and audience on the right."""

    view_picked = Signal(str)  # month, week, list
    wanted_changed = Signal(object)  # Wanted
    day_list_asked = Signal()  # the drawer with the day's list

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedHeight(_HEIGHT)
        self.views = Segmented([("month", _("Month")), ("week", _("Week")), ("list", _("List"))], name=_("View"))
        self.kinds = FilterButton(_("All kinds"), _kinds(), icon="filter")
        self.kreise = FilterButton(_("All districts"), [(kreis.ags, kreis.name) for kreis in kreise()], icon="hexagon")
        self.audience = AudienceButton()
        self.day_button = Button(icon="list", tip=_("Show the day"))
        self.day_button.hide()
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.GAP_SMALL, 0, theme.GAP_SMALL, 0)
        row.setSpacing(theme.GAP_SMALL)
        row.addWidget(self.views)
        row.addStretch(1)
        for button in (self.kinds, self.kreise, self.audience, self.day_button):
            row.addWidget(button)
        self.views.picked.connect(self.view_picked)
        self.kinds.picked.connect(self._on_picked)
        self.kreise.picked.connect(self._on_picked)
        self.audience.picked.connect(self._on_picked)
        self.day_button.clicked.connect(self.day_list_asked)

    def wanted(self) -> Wanted:
        """What is to be shown."""
        kinds = tuple(kind for kind in self.kinds.ticked() if isinstance(kind, EventKind))
        return Wanted(kinds, tuple(map(str, self.kreise.ticked())), self.audience.audience)

    def _on_picked(self) -> None:
        self.wanted_changed.emit(self.wanted())


def _kinds() -> list[tuple[EventKind, str]]:
    return [(kind, label(kind, current())) for kind in EventKind]

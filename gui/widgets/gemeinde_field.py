"""The field for a place in Sachsen-Anhalt: completes postcodes, towns and Ortsteile to a Gemeinde."""

from PySide6.QtCore import QStringListModel, Qt, Signal
from PySide6.QtWidgets import QCompleter, QHBoxLayout, QWidget

from domain.overriding import override
from domain.region.gemeinden import gemeinde
from domain.region.lookup import find_gemeinde
from domain.region.places import Place, suggest_places
from gui import theme
from gui.texts import _
from gui.widgets.badge import Badge, kreis_badge, plain_badge
from gui.widgets.field import Field


class GemeindeField(QWidget):
    """A place name with the Kreis it lies in beside it."""

    place_picked = Signal(object)  # Place, when one of the offered was taken
    ags_changed = Signal(object)  # str or None

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ags: str | None = None
        self._offered: dict[str, Place] = {}
        self.field = Field(leading="pin", name=name)
        self.field.textEdited.connect(self._on_edited)
        self.field.editingFinished.connect(self._on_finished)
        self._model = QStringListModel(self)
        completer = QCompleter(self._model, self)
        completer.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        completer.activated.connect(self._on_picked)
        self.field.setCompleter(completer)
        self.kreis = Badge(lambda: plain_badge("–"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.GAP_SMALL)
        row.addWidget(self.field, 1)
        row.addWidget(self.kreis, 0, Qt.AlignmentFlag.AlignVCenter)
        self.setFocusProxy(self.field)

    def ags(self) -> str | None:
        """The key of the Gemeinde, None if the place is not known."""
        return self._ags

    def set_ags(self, ags: str | None) -> None:
        """Show a Gemeinde, or nothing, without telling."""
        self._ags = ags
        self.field.setText(gemeinde(ags).name if ags else "")
        self._show_kreis()

    def text(self) -> str:
        """What is typed."""
        return self.field.text().strip()

    def _on_edited(self, typed: str) -> None:
        self._offered = {_line(place): place for place in suggest_places(typed)}
        self._model.setStringList(list(self._offered))

    def _on_picked(self, line: str) -> None:
        place = self._offered[line]
        self.field.setText(place.name)
        self._take(place.ags)
        self.place_picked.emit(place)

    def _on_finished(self) -> None:
        found = find_gemeinde(town=self.text()) if self.text() else None
        if found is None or self._ags is None or self.text() not in {found.name, gemeinde(self._ags).name}:
            self._take(found.ags if found else None)
        is_unknown = bool(self.text()) and self._ags is None
        self.field.setToolTip(_("This place is not known in Sachsen-Anhalt.") if is_unknown else "")
        self.field.setProperty("problem", is_unknown)
        self.field.style().polish(self.field)

    def _take(self, ags: str | None) -> None:
        changed = ags != self._ags
        self._ags = ags
        self._show_kreis()
        if changed:
            self.ags_changed.emit(ags)

    def _show_kreis(self) -> None:
        ags = self._ags
        if ags is None:
            self.kreis.show_look(lambda: plain_badge("–"))
        else:
            self.kreis.show_look(lambda: kreis_badge(gemeinde(ags).kreis_ags))

    @override
    def setEnabled(self, enabled: bool) -> None:
        super().setEnabled(enabled)
        self.field.setEnabled(enabled)


def _line(place: Place) -> str:
    return f"{place.postcode} {place.name}" + (f" ({place.gemeinde})" if place.gemeinde != place.name else "")

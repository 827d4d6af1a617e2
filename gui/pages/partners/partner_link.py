"""A partner's name with its icon as a link that gives way in narrow places."""

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QWidget

from domain.overriding import override
from domain.rows.network import PartnerRef
from gui.pages.partners.columns import icon_of
from gui.widgets.button import Button, Weight

_HEIGHT, _LEAST = 24, 48


class PartnerLink(Button):
    """Opens a partner; a long name is elided and stands in full in the tooltip."""

    opened = Signal(object)  # UUID

    def __init__(self, partner: PartnerRef, parent: QWidget | None = None) -> None:
        super().__init__(
            partner.name, icon=icon_of(partner.category), weight=Weight.link, tip=partner.name, parent=parent
        )
        self._partner = partner.id
        self.clicked.connect(lambda: self.opened.emit(self._partner))

    @override
    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), _HEIGHT)

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(_LEAST, _HEIGHT)

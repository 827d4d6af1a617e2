"""The bar over the folder: what it is for, language, look, both sides, cover."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from domain.i18n import AVAILABLE, N_, Language, language
from domain.rows.packs import PackOrder, PackSubject
from domain.rows.printing import PrintChoice
from domain.terms import PaperLook
from gui import icons, theme
from gui.pages.documents.words import subject_words
from gui.texts import _, current
from gui.widgets.choice import CheckBox
from gui.widgets.combo import Combo

_LANGUAGES = {"de": N_("German"), "en": N_("English")}


class OptionBar(QWidget):
    """Tells when another subject is picked, and when the folder is to be set in another way."""

    subject_picked = Signal(object)  # PrintChoice
    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.subject = Combo(_("Folder for"))
        self.subject.setSizeAdjustPolicy(Combo.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.subject.setMinimumContentsLength(24)
        self._languages = Combo(_("Language"))
        for code in AVAILABLE:
            self._languages.add(code, _(_LANGUAGES[code]))
        self._languages.set_value(current().code)
        self.look = Combo(_("Look"))
        self.look.add_terms(PaperLook)
        self.duplex = CheckBox(_("Both sides"))
        self.duplex.setToolTip(_("Every document begins on the front of a sheet"))
        self.cover = CheckBox(_("Cover"))
        self.cover.setToolTip(_("A first sheet with contents"))
        for box in (self.duplex, self.cover):
            box.setChecked(True)
            box.toggled.connect(lambda _on: self.changed.emit())
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.GAP_SMALL)
        row.addWidget(self.subject, 1)
        for widget in (self._languages, self.look):
            row.addWidget(widget)
            widget.activated.connect(lambda _at: self.changed.emit())
        row.addSpacing(theme.GAP_SMALL)
        row.addWidget(self.duplex)
        row.addWidget(self.cover)
        self.subject.activated.connect(lambda _at: self.subject_picked.emit(self.subject.value()))

    def show_subjects(self, subjects: Sequence[PackSubject], stale: int, front: PackSubject | None) -> None:
        """Offer these, and the stale sheets if there are any; `front` is in front whether it is near or not."""
        self.subject.clear()
        offered = list(subjects)
        if front is not None and front.choice not in [each.choice for each in offered] + [PrintChoice()]:
            offered.insert(0, front)
        for each in offered:
            icon = icons.KIND_ICONS[each.kind] if each.kind else "route"
            self.subject.add(each.choice, subject_words(each), icon)
        if stale or (front is not None and front.choice == PrintChoice()):
            self.subject.add(PrintChoice(), _("Stale sheets ({count})").format(count=stale), "clock")
        if front is not None:
            self.subject.set_value(front.choice)

    def values(self) -> PackOrder:
        """How the folder is to be set, without its documents."""
        look = self.look.value()
        return PackOrder(
            PackSubject(PrintChoice()),
            (),
            look=look if isinstance(look, PaperLook) else PaperLook.normal,
            has_cover=self.cover.isChecked(),
            is_duplex=self.duplex.isChecked(),
        )

    def language(self) -> Language:
        """The language of the documents."""
        return language(str(self._languages.value()))

"""The form of an outlet."""

from PySide6.QtWidgets import QLineEdit, QWidget

from domain.rows.outlets import OutletDraft
from domain.terms import Audience, OutletKind, TourShape
from gui.dialogs.draft_dialog import DraftDialog
from gui.dialogs.files import choose_folder
from gui.texts import _
from gui.widgets.button import Button
from gui.widgets.choice import CheckBox
from gui.widgets.combo import Combo
from gui.widgets.field import Field
from gui.widgets.form import Form
from gui.widgets.notice import Notice, Tone

_WIDTH, _HEIGHT = 640, 680
_OF_FOLDERS = ("public_address", "web_page")


class OutletDialog(DraftDialog):
    """Edits an outlet; what is typed as the server's password is `password`, "" leaves the kept one as it is."""

    def __init__(self, title: str, draft: OutletDraft, parent: QWidget | None = None) -> None:
        super().__init__(title, parent)
        self.resize(_WIDTH, _HEIGHT)
        self.form: Form[OutletDraft] = Form()
        self.address = Field(name=_("Folder or server"))
        self.folder = Button(_("Choose folder …"), icon="folder")
        self.folder.clicked.connect(lambda: choose_folder(self, _("Folder for the calendars"), self._take_folder))
        self.secret = Field(name=_("Password"))
        self.secret.setEchoMode(QLineEdit.EchoMode.Password)
        self.warning = Notice(
            Tone.warning,
            _("This outlet is for the house only"),
            _("It holds internal notes and names. Choose a place that only colleagues can read."),
        )
        self._fill()
        self.set_columns(draft, self.form)
        self.form.edited.connect(self._show_fitting)
        self._show_fitting(draft)

    @property
    def password(self) -> str:
        """What was typed as the server's password."""
        return self.secret.text()

    def _fill(self) -> None:
        form = self.form
        kind, audience, tours = Combo(_("Kind")), Combo(_("For whom")), Combo(_("Tours"))
        kind.add_terms(OutletKind)
        audience.add_terms(Audience)
        tours.add_terms(TourShape)
        public = Field(name=_("Web address"))
        public.setPlaceholderText(_("https://…"))
        form.add(_("Name"), Field(name=_("Name")), "name")
        form.add(_("Kind"), kind, "kind")
        form.add(_("Folder or server"), self.address, "address")
        form.add_row("", self.folder)
        form.add(_("Web address"), public, "public_address", note=_("under which others read the folder"))
        form.add(_("User"), Field(name=_("User")), "user")
        form.add_row(_("Password"), self.secret)
        form.add(_("For whom"), audience, "audience")
        form.add_wide(self.warning)
        form.add(_("Tours"), tours, "tours")
        form.add("", CheckBox(_("Also write a web page of the events")), "web_page")
        form.add("", CheckBox(_("Publish here")), "is_active")

    def _show_fitting(self, draft: OutletDraft) -> None:
        is_folder = draft.kind is OutletKind.folder
        self.folder.setVisible(is_folder)
        self.secret.setEnabled(not is_folder)
        words = _("for calendar servers only") if is_folder else _("stays in the keyring of this computer")
        self.secret.setPlaceholderText(words)
        self.address.setPlaceholderText("" if is_folder else _("https://…"))
        for attribute in _OF_FOLDERS:
            self.form.show_field(attribute, shown=is_folder)
        self.form.show_field("user", shown=not is_folder)
        self.warning.setVisible(draft.audience is Audience.internal)

    def _take_folder(self, path: object) -> None:
        self.address.setText(str(path))
        self.address.editingFinished.emit()

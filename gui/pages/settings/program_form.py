"""Who works here, and how the program speaks and looks."""

from domain.i18n import AVAILABLE, N_
from domain.rows.settings import Settings
from gui.texts import _
from gui.widgets.choice import Segmented
from gui.widgets.field import Field
from gui.widgets.form import Form

_LANGUAGES = {"de": N_("German"), "en": N_("English")}
_THEMES = (("system", N_("System")), ("light", N_("Light")), ("dark", N_("Dark")))


class ProgramForm(Form[Settings]):
    """Author, language and theme; the last two take effect at once."""

    def __init__(self) -> None:
        super().__init__()
        self.add_heading(_("Person"))
        self.add(_("Author"), Field(), "author", note=_("stands in the history"))
        self.add_heading(_("Appearance"))
        languages = Segmented([(code, _(_LANGUAGES[code])) for code in AVAILABLE], name=_("Language"))
        languages.setFixedWidth(languages.sizeHint().width())
        self.add(_("Language"), languages, "language")
        themes = Segmented([(key, _(msgid)) for key, msgid in _THEMES], name=_("Theme"))
        self.add(_("Theme"), themes, "theme", note=_("System follows the desktop"))

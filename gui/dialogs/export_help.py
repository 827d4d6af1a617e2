"""Short help for the program a calendar is meant for; facts as measured in the notes on calendar clients."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from domain.i18n import N_
from gui import theme
from gui.texts import _
from gui.widgets.combo import Combo
from gui.widgets.notice import Notice, Tone

PROGRAMS = (
    (
        N_("Outlook (program)"),
        N_(
            "Subscribe instead of importing: a double click on the file makes a new calendar, a second "
            "import doubles every event. With “Add calendar, from the Internet” and the address of the "
            "published file Outlook follows every change. For one event choose the file of that event."
        ),
    ),
    (
        N_("Outlook on the web"),
        N_(
            "Choose “Add calendar, subscribe from web” and paste the address of the published file. "
            "Changes arrive within some hours. A file that is uploaded stays as it is."
        ),
    ),
    (
        N_("Google Calendar"),
        N_(
            "Choose “Other calendars, from URL” and paste the address. Google looks for changes only "
            "every 8 to 24 hours and takes called-off events out; tell short-term changes by mail as "
            "well."
        ),
    ),
    (
        N_("Apple Calendar and iPhone"),
        N_(
            "Open the address that begins with webcal:// or choose “File, New Calendar Subscription”. "
            "Called-off events are struck through, and the place shows a map."
        ),
    ),
    (
        N_("Thunderbird"),
        N_(
            "Choose “New calendar, On the network, iCalendar” and paste the address. Events of a file "
            "that is imported again are recognised."
        ),
    ),
    (
        N_("Nextcloud"),
        N_(
            "Choose “New subscription from link”. Landauf tells Nextcloud to look every six hours. Where "
            "a calendar server (CalDAV) is set up under “Publishing”, nothing has to be subscribed."
        ),
    ),
    (
        N_("Android"),
        N_(
            "The telephone itself subscribes to nothing: subscribe in Google Calendar on the web, or use "
            "an app that takes the address of the published file."
        ),
    ),
)
"""Name of the program and what to do there, as messages."""


class ProgramHelp(QWidget):
    """A choice of programs with two or three sentences for the chosen one; the choice stays while Landauf runs."""

    last = 0

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.program = Combo(_("Help for"))
        for place, (name, _words) in enumerate(PROGRAMS):
            self.program.add(place, _("Help for {program}").format(program=_(name)))
        self.notice = Notice(Tone.hint, "", "")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.GAP_SMALL)
        column.addWidget(self.program)
        column.addWidget(self.notice)
        self.program.set_value(ProgramHelp.last)
        self.program.currentIndexChanged.connect(self._show)
        self._show()

    def _show(self, *_args: object) -> None:
        ProgramHelp.last = int(str(self.program.value()))
        name, words = PROGRAMS[ProgramHelp.last]
        self.notice.show_words(_(name), _(words))

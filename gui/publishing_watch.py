"""Publishing from the window: runs it beside the GUI thread, knows what waits, and tries again by itself."""

from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QObject, QTimer, Signal

from domain.errors import LandaufError
from domain.i18n import N_, Language
from domain.terms import OutletKind
from gui.desk import Desk
from gui.tasks import Ticket
from gui.texts import _, current, ngettext

if TYPE_CHECKING:
    from domain.credentials import Credentials
    from domain.outgoing.publishing import Publication
    from domain.rows.outlets import OutletRow, OutletStanding
    from domain.workspace import Workspace

FIRST_WAIT_S, LONGEST_WAIT_S = 30, 15 * 60
"""How long the first and any later try after trouble is waited for; the pause doubles."""

_CONCERNED = frozenset({"outlet", "outlet_result", "outlet_resource"})
_LIKELY_FILES = 90


class PublishingWatch(QObject):
    """One for a desk (`watch_of`). Whatever failed for want of a folder or a network is tried again.

    The pauses grow from half a minute to a quarter of an hour; when the network returns, no pause is kept.
    """

    told = Signal(object)  # tuple[OutletStanding, ...]: how the outlets stand now
    offered = Signal(int)  # the plan was released and so many changes wait

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.standings: tuple[OutletStanding, ...] = ()
        self.wait_s = FIRST_WAIT_S
        self._desk = desk
        self._keys: Credentials | None = None
        self._again: tuple[UUID, ...] = ()
        self._offers = False
        self._network: QObject | None = None
        self.timer = QTimer(self)
        self.timer.setSingleShot(True)
        self.timer.timeout.connect(self.try_again)
        desk.closing.connect(self.timer.stop)
        desk.changed.connect(self._on_changed)
        self.ask()

    @property
    def credentials(self) -> "Credentials":
        """Where passwords of calendar servers are kept."""
        if self._keys is None:
            from domain.credentials import KeyringCredentials

            self._keys = KeyringCredentials()
        return self._keys

    @credentials.setter
    def credentials(self, keys: "Credentials") -> None:
        self._keys = keys

    @property
    def waiting(self) -> int:
        """How many changes wait on the outlet where most do."""
        return max((each.waiting for each in self.standings), default=0)

    def ask(self) -> None:
        """Find out in a pool thread how the outlets stand."""
        workspace, language = self._desk.workspace, current()
        self._desk.tasks.start(
            lambda _ticket: _standings(workspace, language), self._on_standings, key="publishing-standings"
        )

    def publish(self, ids: tuple[UUID, ...] = ()) -> None:
        """Publish on these outlets, or on all that are active, and say how it went."""
        self.timer.stop()
        workspace, keys, language = self._desk.workspace, self.credentials, current()
        self._desk.tasks.start(
            lambda ticket: _publish(workspace, ids, keys, language, ticket),
            self._on_published,
            key="publish",
            progress=_("Publishing calendars"),
        )

    def try_again(self) -> None:
        """Publish once more where it failed."""
        if self._again:
            self.publish(self._again)

    def _on_changed(self, tables: frozenset[str]) -> None:
        self._offers = self._offers or "plan_version" in tables
        self.ask()

    def _on_standings(self, found: "tuple[OutletStanding, ...]") -> None:
        self.standings = found
        self.told.emit(found)
        if self._offers and self.waiting:
            self.offered.emit(self.waiting)
        self._offers = False

    def _on_published(self, done: "tuple[Publication, ...]") -> None:
        failed = [each for each in done if each.run.trouble]
        hopeful = [each for each in failed if each.retry_at is not None]
        self._again = tuple(each.outlet.id for each in hopeful)
        if hopeful:
            self._wait(max(each.retry_at for each in hopeful if each.retry_at is not None))
        else:
            self.wait_s = FIRST_WAIT_S
        self._desk.tell(_summary(done))

    def _wait(self, earliest: datetime) -> None:
        """Wait for the next try: as long as the last time twice, or until a server allows it."""
        asked = (earliest - self._desk.clock()).total_seconds()
        self.timer.start(int(max(asked, self.wait_s) * 1000))
        self.wait_s = min(2 * self.wait_s, LONGEST_WAIT_S)
        self._follow_network()

    def _follow_network(self) -> None:
        """Be told when the network returns, where the system can tell."""
        from PySide6.QtNetwork import QNetworkInformation

        if self._network is None and QNetworkInformation.loadDefaultBackend():
            self._network = QNetworkInformation.instance()
            QNetworkInformation.instance().reachabilityChanged.connect(self._on_reachability)

    def _on_reachability(self, _reachability: object) -> None:
        if self.timer.isActive():
            self.timer.start(0)


def watch_of(desk: Desk) -> PublishingWatch:
    """The watch of a desk, made on first need."""
    return desk.findChild(PublishingWatch) or PublishingWatch(desk)


def waiting_words(count: int) -> str:
    """12 changes wait."""
    return ngettext("{count} change waits", "{count} changes wait", count).format(count=current().number(count))


def _standings(workspace: "Workspace", language: Language) -> "tuple[OutletStanding, ...]":
    """Called in a pool thread, because the first call imports SQLAlchemy."""
    from domain.outgoing import publishing

    return publishing.standings(workspace, language)


def _publish(
    workspace: "Workspace", ids: tuple[UUID, ...], keys: "Credentials", language: Language, ticket: Ticket
) -> "tuple[Publication, ...]":
    from domain.outgoing import publishing
    from domain.usecases import outlets

    rows = workspace.ask(outlets.list_rows)
    chosen = [row for row in rows if (row.id in ids if ids else row.draft.is_active)]
    return tuple(
        publishing.publish(workspace, row, _password(keys, row), language, _progress(ticket)) for row in chosen
    )


def _password(keys: "Credentials", row: "OutletRow") -> str:
    """The password that is kept; without one the server is asked all the same, and says that it wants one."""
    if row.draft.kind is OutletKind.folder or not row.draft.user:
        return ""
    return keys.get(row.draft.address, row.draft.user) or ""


def _progress(ticket: Ticket) -> Callable[[int], None]:
    def seen(number: int) -> None:
        if ticket.is_cancelled:
            raise LandaufError(N_("Publishing was broken off; the next run completes it."))
        ticket.report(number, max(number + 1, _LIKELY_FILES))

    return seen


def _summary(done: "tuple[Publication, ...]") -> str:
    failed = [each.outlet.draft.name for each in done if each.run.trouble]
    if failed:
        return _("Not published: {names}").format(names=current().listing(failed))
    written = sum(each.run.written + each.run.removed for each in done)
    if not written:
        return _("Everything is up to date; nothing had to be written.")
    return ngettext("Published, {count} file written", "Published, {count} files written", written).format(
        count=written
    )

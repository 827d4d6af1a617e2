"""The commands publish and outlet: calendars in folders and on servers, and the list of those places."""

import getpass
import sys
from argparse import ArgumentParser
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from domain.cli import usage
from domain.cli.call import Call
from domain.credentials import KeyringCredentials, read_password
from domain.errors import LandaufError, NotFoundError, UsageError
from domain.i18n import N_, Language
from domain.rows.outlets import OutletDraft, OutletRow, OutletRun
from domain.rows.steps import Label
from domain.terms import Audience, OutletKind, TourShape
from domain.workspace import Workspace

Records = list[dict[str, Any]]

ADD, REMOVE, ANEW = "add", "remove", "anew"
DEEDS = (ADD, REMOVE, ANEW)
"""What can be done with an outlet: enter it, remove it, forget what was written there."""


def publish_arguments(made: ArgumentParser, language: Language) -> None:
    """What `publish` takes."""
    _ = language.gettext
    made.add_argument(
        "names",
        metavar="NAME",
        nargs="*",
        type=usage.text,
        help=_("only on these outlets, by name; default: all active"),
    )
    made.add_argument("--folder", metavar="DIR", help=_("instead: write into this folder, which is no outlet"))
    _audience(made, language)
    made.add_argument(
        "--public-address", default="", metavar="URL", help=_("under which the folder is read on the web")
    )
    made.add_argument("--no-web-page", action="store_true", help=_("only calendars, no web page"))
    made.add_argument("--password-stdin", action="store_true", help=_("read the server's password from standard input"))


def outlet_arguments(made: ArgumentParser, language: Language) -> None:
    """What `outlet` takes."""
    _ = language.gettext
    made.add_argument("deed", choices=DEEDS, help=_("enter it, remove it, or forget what was written there"))
    made.add_argument("name", metavar="NAME", type=usage.text, help=_("what the outlet is called"))
    made.add_argument("--folder", metavar="DIR", help=_("the folder, or the mounted web space"))
    made.add_argument("--server", metavar="URL", help=_("the calendar server (CalDAV)"))
    made.add_argument("--user", default="", metavar="NAME", type=usage.text, help=_("the name at the server"))
    _audience(made, language)
    made.add_argument(
        "--tours",
        choices=[each.value for each in TourShape],
        default=TourShape.stops.value,
        help=_("tours as stops, as bars, or both"),
    )
    made.add_argument(
        "--public-address", default="", metavar="URL", help=_("under which the folder is read on the web")
    )
    made.add_argument("--no-web-page", action="store_true", help=_("only calendars, no web page"))


def _audience(made: ArgumentParser, language: Language) -> None:
    made.add_argument(
        "--audience",
        choices=[audience.value for audience in Audience],
        default=Audience.public.value,
        help=language.gettext("who will see it (default: public)"),
    )


def publish(call: Call) -> None:
    """Publish on outlets, or in a folder; where one fails, the others are still done.

    Raises:
        UsageError: a folder and names were given at once.
        LandaufError: something failed; the line names the outlets.
    """
    options = call.options
    if options.folder and options.names:
        raise UsageError(N_("Either --folder or names of outlets."))
    with call.workspace() as workspace:
        done = [_in_folder(call, workspace)] if options.folder else _on_outlets(call, workspace)
    if options.json:
        call.say_json([_run_record(name, kind, run) for name, kind, run in done])
    else:
        for name, _kind, run in done:
            call.say(_told(call, name, run))
    failed = [f"{name}: {run.trouble}" for name, _kind, run in done if run.trouble]
    if failed:
        raise LandaufError(N_("Not everything was published. {trouble}"), trouble=" ".join(failed))


def _in_folder(call: Call, workspace: Workspace) -> tuple[str, OutletKind, OutletRun]:
    from domain.outgoing.folder import write_folder

    options = call.options
    draft = _draft(call, name=options.folder, address=options.folder, tours=TourShape.stops)
    return options.folder, OutletKind.folder, write_folder(workspace, draft, call.language)


def _on_outlets(call: Call, workspace: Workspace) -> list[tuple[str, OutletKind, OutletRun]]:
    from domain.outgoing import publishing

    keys = KeyringCredentials()
    done = []
    for row in _named(workspace, call.options.names):
        password = "" if row.draft.kind is OutletKind.folder else _password(call, row.draft, keys)
        run = publishing.publish(workspace, row, password, call.language).run
        done.append((row.draft.name, row.draft.kind, run))
    return done


def _named(workspace: Workspace, names: Sequence[str]) -> list[OutletRow]:
    from domain.usecases import outlets

    rows = workspace.ask(outlets.list_rows)
    if not names:
        return [row for row in rows if row.draft.is_active]
    return [_one(rows, name) for name in dict.fromkeys(names)]


def _one(rows: Sequence[OutletRow], name: str) -> OutletRow:
    found = [row for row in rows if row.draft.name.casefold() == name.casefold()]
    if not found:
        raise NotFoundError(N_("There is no outlet “{name}”. Those there are: landauf list outlets"), name=name)
    return found[0]


def _password(call: Call, draft: OutletDraft, keys: KeyringCredentials) -> str:
    """From standard input, the keyring, or the keyboard; never from arguments."""
    if call.options.password_stdin:
        return read_password(sys.stdin)
    kept = keys.get(draft.address, draft.user)
    if kept is not None or not draft.user:
        return kept or ""
    if not sys.stdin.isatty():
        raise UsageError(
            N_("No password is kept for {user} at “{name}”; give it with --password-stdin."),
            user=draft.user,
            name=draft.name,
        )
    given = getpass.getpass(call.language.gettext("Password of {user}: ").format(user=draft.user))
    keys.set(draft.address, draft.user, given)
    return given


def outlet(call: Call) -> None:
    """Enter an outlet, remove one, or forget what was written there.

    Raises:
        UsageError: neither or both of --folder and --server were given to enter one.
        NotFoundError: there is no outlet of that name.
    """
    from domain.usecases import outlets

    options, _ = call.options, call.language.gettext
    name = (("name", options.name),)
    with call.workspace() as workspace:
        if options.deed == ADD:
            if bool(options.folder) == bool(options.server):
                raise UsageError(N_("Please give either --folder or --server."))
            address = str(Path(options.folder).expanduser().absolute()) if options.folder else options.server
            draft = _draft(call, name=options.name, address=address, tours=TourShape(options.tours))
            workspace.run(Label(N_("Enter outlet {name}"), name), outlets.add, draft)
            told = _("Outlet “{name}” entered. Publish: landauf publish")
        elif options.deed == REMOVE:
            row = _one(workspace.ask(outlets.list_rows), options.name)
            workspace.run(Label(N_("Remove outlet {name}"), name), outlets.delete, [row.id])
            told = _("Outlet “{name}” removed; what was published there stays there.")
        else:
            row = _one(workspace.ask(outlets.list_rows), options.name)
            workspace.run(Label(N_("Forget what was written on outlet {name}"), name), outlets.forget, row.id)
            told = _("The next run writes everything on “{name}” anew.")
    call.say(told.format(name=options.name))


def _draft(call: Call, *, name: str, address: str, tours: TourShape) -> OutletDraft:
    options = call.options
    server = getattr(options, "server", None)
    return OutletDraft(
        name=name,
        kind=OutletKind.caldav if server else OutletKind.folder,
        address=address,
        public_address=options.public_address,
        user=getattr(options, "user", ""),
        audience=Audience(options.audience),
        tours=tours,
        web_page=not options.no_web_page,
    )


def _run_record(name: str, kind: OutletKind, run: OutletRun) -> dict[str, Any]:
    return {
        "outlet": name,
        "kind": kind.value,
        "written": run.written,
        "removed": run.removed,
        "unchanged": run.unchanged,
        "waiting": run.waiting,
        "trouble": run.trouble,
    }


def _told(call: Call, name: str, run: OutletRun) -> str:
    line = call.language.gettext("{name}: {written} written, {removed} removed, {unchanged} unchanged")
    return line.format(name=name, written=run.written, removed=run.removed, unchanged=run.unchanged)


def records(workspace: Workspace, language: Language) -> Records:
    """The outlets as `list outlets --json` gives them (docs/formats.md)."""
    from domain.outgoing import publishing

    return [
        {
            "id": str(each.row.id),
            "name": each.row.draft.name,
            "kind": each.row.draft.kind.value,
            "address": each.row.draft.address,
            "public_address": each.row.draft.public_address,
            "audience": each.row.draft.audience.value,
            "active": each.row.draft.is_active,
            "waiting": each.waiting,
            "published_at": each.row.last_run.finished_at.isoformat(timespec="seconds") if each.row.last_run else None,
            "trouble": each.row.last_run.trouble if each.row.last_run else "",
        }
        for each in publishing.standings(workspace, language)
    ]

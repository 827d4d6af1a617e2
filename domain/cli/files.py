"""Commands about the workspace file itself."""

from pathlib import Path

from domain import surroundings
from domain.cli.call import Call
from domain.errors import FileProblemError
from domain.i18n import N_
from domain.store.glance import glance
from domain.workspace import Workspace


def init(call: Call) -> None:
    """Create an empty workspace, encrypted if asked for.

    Raises:
        FileProblemError: there is a file already, or its folder cannot be written.
    """
    if call.file.exists():
        raise FileProblemError(N_("{file} already exists; it was not touched."), file=call.file)
    passphrase = call.passphrase(twice=True) if call.options.encrypt else None
    with Workspace.create(
        call.file,
        clock=call.clock,
        author=surroundings.author(),
        device=surroundings.device(),
        passphrase=passphrase,
    ):
        call.say(call.language.gettext("Created {file}").format(file=call.file))


def info(call: Call) -> None:
    """Say what is in the workspace."""
    with call.workspace() as workspace:
        found = workspace.glance(lambda connection: glance(connection, call.clock()))
        facts = {
            "file": str(workspace.path),
            "bytes": workspace.path.stat().st_size,
            "encrypted": workspace.encrypted,
            "events": found.events,
            "partners": found.partners,
            "open_requests": found.open_requests,
        }
    if call.options.json:
        call.say_json(facts)
        return
    _ = call.language.gettext
    words = {
        "file": _("File"),
        "bytes": _("Size in bytes"),
        "encrypted": _("Encrypted"),
        "events": _("Events"),
        "partners": _("Partners"),
        "open_requests": _("Open requests"),
    }
    for key, value in facts.items():
        shown = (_("yes") if value else _("no")) if isinstance(value, bool) else value
        call.say(f"{words[key]}: {shown}")


def check(call: Call) -> None:
    """Check the workspace for damage.

    Raises:
        FileProblemError: something is wrong with the file; every finding is in the line.
    """
    with call.workspace() as workspace:
        findings = [call.language.error(problem) for problem in workspace.check()]
    if call.options.json:
        call.say_json({"ok": not findings, "findings": findings})
    elif not findings:
        call.say(call.language.gettext("{file} is sound.").format(file=call.file))
    if findings:
        raise FileProblemError(
            N_("{file} is damaged: {findings}. Restore a backup: landauf restore"),
            file=call.file,
            findings="; ".join(findings),
        )


def backup(call: Call) -> None:
    """Write a checked copy of the workspace."""
    out = Path(call.options.out)
    with call.workspace() as workspace:
        workspace.backup(out)
    call.say(call.language.gettext("Wrote {file}").format(file=out))


def restore(call: Call) -> None:
    """Bring the workspace back to the state of a backup.

    Raises:
        FileProblemError: the backup is missing, damaged, foreign or too new.
    """
    source = Path(call.options.source)
    if not source.is_file():
        raise FileProblemError(N_("There is no file {file}."), file=source)
    with call.workspace() as workspace:
        workspace.restore(source)
    call.say(call.language.gettext("Restored {file} from {source}").format(file=call.file, source=source))


def rekey(call: Call) -> None:
    """Give an encrypted workspace a new passphrase, asked for after the old one."""
    with call.workspace() as workspace:
        workspace.change_passphrase(call.passphrase(twice=True))
    call.say(call.language.gettext("{file} has a new passphrase.").format(file=call.file))

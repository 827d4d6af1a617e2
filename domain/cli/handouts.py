"""Handouts on the command line: listed, and as Markdown files that a translator gets and gives back."""

from pathlib import Path
from typing import Any
from uuid import UUID

from domain.cli.call import Call
from domain.cli.usage import text
from domain.errors import FileProblemError, InvalidInputError, LandaufError, NotFoundError, UsageError
from domain.i18n import N_, Language
from domain.outgoing import handouts as outgoing_handouts
from domain.rows.filters import EventFilter
from domain.rows.handouts import HandoutFile, HandoutRow
from domain.rows.steps import Label
from domain.workspace import Workspace

KIND = "handout"
"""What import and export call an edition of a handout."""

_LABEL = N_("Import handout from {file}")
_STOCK = N_("Put in the supplied texts")


def records(workspace: Workspace, _language: Language) -> list[dict[str, Any]]:
    """All editions as `list handouts --json` gives them (docs/formats.md)."""
    from domain.usecases import handout_rows

    return [
        {
            "id": str(edition.id),
            "handout": row.key,
            "language": edition.draft.language,
            "title": edition.draft.title,
            "topic": row.topic,
            "version": edition.revision,
            "author": edition.draft.author,
            "valid_until": edition.draft.valid_until.isoformat() if edition.draft.valid_until else None,
            "state": edition.state.value,
            "newer_text": edition.newer is not None,
        }
        for row in workspace.ask(handout_rows.list_rows)
        for edition in row.editions
    ]


def write(call: Call, workspace: Workspace, out: Path, _wanted: EventFilter) -> int:
    """Write one edition as Markdown.

    Raises:
        UsageError: no edition is named, or the file is no .md.
        NotFoundError: there is no such edition.
    """
    asked = call.options.edition
    if not asked:
        raise UsageError(N_("This document is about an edition of a handout; name it with --edition."))
    if out.suffix.lower() != ".md":
        raise UsageError(N_("“{file}” must end in {endings}."), file=out.name, endings=".md")
    try:
        edition_id = UUID(asked)
    except ValueError:
        raise NotFoundError(N_("There is no edition {id} of a handout."), id=asked) from None
    outgoing_handouts.export_handout(workspace, out, edition_id)
    return 1


def take(call: Call) -> None:
    """Take an edition from a file, or with --stock the texts that come with the program.

    Raises:
        UsageError: not exactly one file is named.
        FileProblemError: the file cannot be read as a handout.
        LandaufError: what it says is impossible.
    """
    if call.options.stock:
        _put_in(call)
        return
    if len(call.options.source) != 1:
        raise UsageError(N_("Please name one file of a handout (*.md)."))
    from domain.exchange.handout_file import read
    from domain.usecases import handout_rows, handouts

    path = Path(call.options.source[0])
    name = text(path.name)
    try:
        file = read(path.read_bytes(), name)
    except OSError as error:
        raise FileProblemError(N_("{file} cannot be read: {reason}"), file=name, reason=error.strerror or "") from None
    with call.workspace() as workspace:
        fate = _fate(workspace.ask(handout_rows.list_rows), file)
        if not call.options.dry_run:
            try:
                workspace.run(Label(_LABEL, (("file", name),)), handouts.take_file, file)
            except InvalidInputError as trouble:
                raise LandaufError("{file}: {reason}", file=name, reason=trouble.problems[0]) from trouble
    _say(call, **{"new": 0, "changed": 0, "unchanged": 0, fate: 1})


def _fate(rows: list[HandoutRow], file: HandoutFile) -> str:
    """What becomes of a file: new, changed or unchanged."""
    same = [
        edition.draft
        for row in rows
        for edition in row.editions
        if row.key == file.key and edition.draft.language == file.draft.language
    ]
    if not same:
        return "new"
    return "unchanged" if same[0] == file.draft else "changed"


def _put_in(call: Call) -> None:
    from domain.usecases import handout_starters

    if call.options.dry_run or call.options.source:
        raise UsageError(N_("--stock takes neither a file nor --dry-run: landauf import handout --stock"))
    with call.workspace() as workspace:
        report = workspace.run(Label(_STOCK), handout_starters.put_in)
    _say(call, new=report.added, changed=report.renewed, unchanged=report.kept)


def _say(call: Call, *, new: int, changed: int, unchanged: int) -> None:
    counts = {"new": new, "changed": changed, "unchanged": unchanged, "duplicate": 0}
    if call.options.json:
        call.say_json({"rows": sum(counts.values()), **counts, "refused": []})
        return
    words = call.language.gettext("{added} texts added, {renewed} renewed, {kept} left as they are")
    call.say(words.format(added=new, renewed=changed, kept=unchanged))

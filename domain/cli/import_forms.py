"""The import command for request forms that came back: one file, several, or a folder of them."""

from collections.abc import Sequence
from pathlib import Path

from domain.cli.call import Call
from domain.cli.usage import text
from domain.errors import FileProblemError, LandaufError
from domain.i18n import N_
from domain.rows.steps import Label

_HEAD = 1024


def are_forms(sources: Sequence[str]) -> bool:
    """Whether all that was named are PDFs or folders; what is missing or unreadable is none."""
    from domain.exchange.sources import beginning, is_pdf

    for source in map(Path, sources):
        try:
            if not source.is_dir() and not is_pdf(beginning(source, source.name, _HEAD)):
                return False
        except FileProblemError:
            return False
    return True


def run(call: Call) -> None:
    """Read the forms and tell every file's fate.

    Raises:
        FileProblemError: a folder holds no PDF, a file is too large, or the only one is no form that can be read.
        LandaufError: not one form could be taken.
    """
    from domain.cli.imports import tell
    from domain.exchange.request_forms import form_content, read_request_forms, refused
    from domain.usecases.import_forms import import_request_forms

    paths = _paths(call.options.source)
    readings = read_request_forms([(text(path.name), form_content(path, text(path.name))) for path in paths])
    with call.workspace() as workspace:
        if len(readings) == 1 and (trouble := refused(readings[0])):
            raise trouble
        if call.options.dry_run:
            report = workspace.ask(import_request_forms, readings, store=False)
        else:
            report = workspace.run(_label(paths), import_request_forms, readings)
    tell(call, report)
    if len(report.refused) == len(report.fates):
        raise LandaufError(N_("Not one of the {count} forms could be taken."), count=len(report.fates))


def _label(paths: Sequence[Path]) -> Label:
    if len(paths) == 1:
        return Label(N_("Import requests from {file}"), (("file", text(paths[0].name)),))
    return Label(N_("Import requests from {count} forms"), (("count", len(paths)),))


def _paths(sources: Sequence[str]) -> list[Path]:
    found = []
    for source in map(Path, sources):
        inside = (
            sorted(path for path in source.iterdir() if path.suffix.lower() == ".pdf") if source.is_dir() else [source]
        )
        if not inside:
            raise FileProblemError(N_("There is no PDF in the folder “{file}”."), file=text(source.name))
        found += inside
    return found

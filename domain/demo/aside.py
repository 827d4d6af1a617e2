"""The sample workspace for the window: whole or not at all, with its progress, in the person's language."""

import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from domain import outgoing
from domain.demo.build import build
from domain.i18n import N_
from domain.terms import Clock
from domain.usecases import settings
from domain.workspace import Workspace

_SPOKEN = N_("Sample data: language")


def build_aside(
    path: Path, language: str, *, clock: Clock, author: str, device: str, on_step: Callable[[int, int], None]
) -> Path:
    """Make the sample workspace `path` unless it is there; `on_step(done, total)` is told after every step.

    What `on_step` raises ends the work, and nothing is left of it.

    Raises:
        FileProblemError: the folder cannot be written.
    """
    if path.exists():
        return path
    # In a folder of its own, because closing a workspace writes the day's backup beside it.
    folder = path.with_name(f".{path.stem}")
    shutil.rmtree(folder, ignore_errors=True)
    outgoing.make_folder(folder)
    try:
        partial = folder / path.name
        build(partial, clock=clock, author=author, device=device, on_step=on_step)
        with Workspace.open(partial, clock=clock, author=author, device=device) as workspace:
            kept = workspace.ask(settings.load)
            if kept.language != language:
                workspace.run(_SPOKEN, settings.save, replace(kept, language=language))
        partial.replace(path)
    finally:
        shutil.rmtree(folder, ignore_errors=True)
    return path

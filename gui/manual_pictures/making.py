"""The pictures of the manual, in both languages: real windows on sample data, made by `make screenshots`."""

import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from itertools import chain, count
from pathlib import Path
from random import Random
from shutil import copyfile, rmtree
from tempfile import gettempdir
from typing import TYPE_CHECKING

from domain import assets, i18n
from gui import (
    pictured,
    pictured_dialogs,
    pictured_documents,
    pictured_paper,
    pictured_publishing,
    pictured_stand,
    qt_texts,
    texts,
    theme,
)
from gui.manual_pictures import planning

if TYPE_CHECKING:
    from PIL.Image import Image
    from PySide6.QtWidgets import QWidget

    from gui.desk import Desk
    from gui.shell import Shell

PAGES = ("handouts", "partners", "concerns", "evaluation")
"""Pages that are shown as they open; the pictures are called like them."""

VIEWS = {
    "publishing-published": "publishing",
    "documents-dialogue": "folder",
    "print-first": "print",
    "import-2-columns": "import",
    "concerns-capture": "concerns-capture",
    "tally-full-1366": "tally",
    "review": "review",
}
"""Views that the other pictures have too, and what the manual calls them."""

_SEED = 2027
_SIZE = (1366, 768)
_WIDEST = 1160
"""Pixels; no column of the manual is wider on a usual screen."""
_COMMON, _FAR = 64, 32
"""Colours of a picture: the commonest, and others far apart."""


def make(moment: datetime) -> Iterator[Path]:
    """Write the pictures of both languages into `resources/manual/pictures`, and say which."""
    from domain import demo

    with _same_chance(), _folder() as folder:
        sample = folder / "sample.landauf"
        demo.build(sample, clock=lambda: moment)
        for code in sorted(i18n.AVAILABLE):
            path = folder / code / "praevention-2027.landauf"
            path.parent.mkdir()
            copyfile(sample, path)  # each language begins with the same, whatever the other one did
            out = assets.resource("manual", "pictures", code)
            out.mkdir(parents=True, exist_ok=True)
            texts.use(i18n.language(code))
            qt_texts.use(pictured.app(), code)
            theme.use(pictured.app(), "light")
            for name, widget in _views(path, moment, path.parent):
                yield _save(widget, out / f"{name}.png")


@contextmanager
def _folder() -> Iterator[Path]:
    """A folder that has the same name each time, because pictures show it."""
    folder = Path(gettempdir(), "landauf-handbuch")
    rmtree(folder, ignore_errors=True)
    folder.mkdir()
    yield folder
    rmtree(folder)


@contextmanager
def _same_chance() -> Iterator[None]:
    """Keys and the codes made of them are the same each time, so that a picture changes only when the window does."""
    chance, clock = os.urandom, time.time_ns
    os.urandom, time.time_ns = Random(_SEED).randbytes, count(_SEED * 10**15, 10**6).__next__  # noqa: S311 - no secret
    yield
    os.urandom, time.time_ns = chance, clock


def _views(path: Path, moment: datetime, folder: Path) -> Iterator[tuple[str, "QWidget"]]:
    from domain.workspace import Workspace
    from gui.desk import Desk
    from gui.shell import Shell

    workspace = Workspace.open(path, clock=lambda: moment, author="Koordinierung", device="Laptop Bus 1")
    desk = Desk(workspace, lambda: moment)
    window = Shell()
    window.attach(desk)
    window.save_state.set_saved(moment)
    window.show()
    window.resize(*_SIZE)
    yield from _welcome(moment, folder)
    yield from chain.from_iterable(view(window, desk) for view in planning.VIEWS)
    for page in PAGES:
        window.show_page(page)
        pictured.rest(desk)
        yield (
            page,
            window.head.parentWidget() or window,
        )  # without menu and navigation, which take a quarter of the room
    yield from _dialogs(window, desk)
    for name, widget in _shared(window, desk, folder):
        if name in VIEWS:
            yield VIEWS[name], widget
    window.close()
    desk.close()


def _shared(window: "Shell", desk: "Desk", folder: Path) -> Iterator[tuple[str, "QWidget"]]:
    return chain(
        pictured.concerns(window, desk),
        pictured_documents.documents(window, desk),
        pictured_dialogs.importing(desk, folder),
        pictured_paper.printing(window, desk),
        pictured_publishing.publishing(window, desk, folder),
        pictured_stand.tally(window, desk),
        pictured_stand.review(window, desk),
    )


def _welcome(moment: datetime, folder: Path) -> Iterator[tuple[str, "QWidget"]]:
    from gui.local_state import LocalState
    from gui.welcome.window import WelcomeWindow

    local = LocalState(folder)
    local.language = texts.current().code
    shown = WelcomeWindow(local, lambda: moment)
    shown.show()
    yield "welcome", shown
    shown.close()


def _dialogs(window: "Shell", desk: "Desk") -> Iterator[tuple[str, "QWidget"]]:
    """An export for the public, and what of a public event leaves the house."""
    from domain.rows.filters import EventFilter
    from domain.terms import Audience, EventKind
    from domain.usecases import event_rows
    from gui.dialogs.export import open_export
    from gui.dialogs.house_check import open_house_check

    export = open_export(window, desk)
    pictured.rest(desk)
    yield "export", export
    export.close()
    wanted = EventFilter(kinds=(EventKind.citizen_dialogue,), audiences=(Audience.public,))
    check = open_house_check(window, desk, desk.ask(event_rows.list_ids, wanted)[0])
    pictured.rest(desk)
    yield "house-check", check
    check.close()


def _save(widget: "QWidget", path: Path) -> Path:
    """Keep what the widget shows, with few colours, which text and areas of one colour do not show."""
    from io import BytesIO

    from PIL import Image
    from PySide6.QtCore import QBuffer, QIODevice

    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    widget.grab().save(buffer, "PNG")
    with Image.open(BytesIO(buffer.data().data())) as grabbed:
        picture = grabbed.convert("RGB")
    if picture.width > _WIDEST:
        size = (_WIDEST, round(picture.height * _WIDEST / picture.width))
        picture = picture.resize(size, Image.Resampling.LANCZOS)
    picture.quantize(palette=_palette(picture), dither=Image.Dither.NONE).save(path, optimize=True)
    return path


def _palette(picture: "Image") -> "Image":
    """The commonest colours as they are, so that grounds keep theirs, and some far apart.

    The commonest alone would turn the gold of a small warning into grey.
    """
    from PIL import Image

    counted = sorted(picture.getcolors(picture.width * picture.height) or (), reverse=True)
    kept = [part for _count, colour in counted[:_COMMON] if isinstance(colour, tuple) for part in colour]
    far = picture.quantize(_FAR, method=Image.Quantize.MAXCOVERAGE, dither=Image.Dither.NONE)
    found = Image.new("P", (1, 1))
    found.putpalette([*kept, *(far.getpalette() or [])[: 3 * _FAR]])
    return found

"""Pictures of every page, a drag, the planning dialogs and our components in both themes: python -m gui.screenshots."""

import os
import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from itertools import chain
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from gui import (
    pictured,
    pictured_dialogs,
    pictured_documents,
    pictured_mail,
    pictured_paper,
    pictured_publishing,
    pictured_stand,
)

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from gui.desk import Desk
    from gui.shell import Shell


_MOMENT = datetime(2027, 4, 28, 12, 32, tzinfo=UTC)
_SIZES = ((1366, 768), (1600, 1000))


def main(arguments: list[str]) -> int:
    """Write the pictures into a folder (default: screenshots), with `--manual` those of the manual only; say which."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    out = Path(next((each for each in arguments if not each.startswith("--")), "screenshots"))
    out.mkdir(parents=True, exist_ok=True)
    from PySide6.QtWidgets import QApplication

    from domain import i18n
    from gui import qt_texts, texts, theme

    app = QApplication([])
    texts.use(i18n.language())
    qt_texts.use(app, "de")
    theme.install(app, "light")
    theme.load_fonts("Medium")
    from gui.manual_pictures import making

    written = [*map(str, making.make(_MOMENT))]
    texts.use(i18n.language())
    qt_texts.use(app, "de")
    if "--manual" not in arguments:
        written += [*_components(out), *_pages(out)]
    for name in written:
        sys.stdout.write(f"{name}\n")
    return 0


def _components(out: Path) -> Iterator[str]:
    from gui import theme
    from gui.component_sheet import ComponentSheet

    for choice in ("light", "dark"):
        theme.use(pictured.app(), choice)
        sheet = ComponentSheet()
        sheet.show()
        yield _save(sheet, out / f"components-{choice}.png")
        sheet.close()


def _pages(out: Path) -> Iterator[str]:
    from domain import demo
    from domain.workspace import Workspace
    from gui import registry, theme
    from gui.desk import Desk
    from gui.shell import Shell

    with TemporaryDirectory() as folder:
        path = Path(folder) / "praevention-2027.landauf"
        demo.build(path, clock=lambda: _MOMENT)
        workspace = Workspace.open(path, clock=lambda: _MOMENT, author="Koordinierung", device="Laptop Bus 1")
        desk = Desk(workspace, lambda: _MOMENT)
        window = Shell()
        window.attach(desk)
        window.save_state.set_saved(_MOMENT)
        window.show()
        for choice in ("light", "dark"):
            theme.use(pictured.app(), choice)
            for width, height in _SIZES:
                window.resize(width, height)
                for spec in registry.pages():
                    window.show_page(spec.id)
                    pictured.settle(desk)
                    yield _save(window, out / f"{spec.id}-{choice}-{width}.png")
                for name, part in chain.from_iterable(
                    view(window, desk) for view in (*pictured.WIDE, pictured_documents.documents)
                ):
                    yield _save(part, out / f"{name}-{choice}-{width}.png")
            for name, part in _once(window, desk, Path(folder)):
                yield _save(part, out / f"{name}-{choice}.png")
        window.close()
        desk.close()


def _once(window: "Shell", desk: "Desk", folder: Path) -> Iterator[tuple[str, "QWidget"]]:
    yield from pictured.council_views(window, desk)
    yield from pictured_dialogs.duplicates(window, desk)
    yield from pictured_dialogs.planning(desk)
    yield from pictured.coverage(window, desk)
    yield from pictured_dialogs.publications(window, desk)
    yield from pictured_dialogs.reports(window, desk)
    yield from pictured_dialogs.importing(desk, folder)
    yield from pictured_dialogs.importing_events(desk, folder)
    yield from pictured_dialogs.calendar_file(desk, folder)
    yield from pictured_dialogs.returned_forms(desk, folder)
    yield from pictured_paper.printing(window, desk)
    yield from pictured_mail.mails(window, desk)
    yield from pictured_stand.tally(window, desk)
    yield from pictured_stand.review(window, desk)
    yield from pictured_publishing.publishing(window, desk, folder)


def _save(widget: "QWidget", path: Path) -> str:
    widget.grab().save(str(path))
    return str(path)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

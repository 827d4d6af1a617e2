"""The icons of program and files in every size: python -m scripts.icons FOLDER ICO."""

import os
import sys
from pathlib import Path

DRAWINGS = Path(__file__).resolve().parents[1] / "installer" / "icons"
SIZES = (16, 22, 24, 32, 48, 64, 128, 256, 512)
SMALL = 24
"""Pixels up to which the simplified drawing is used, whose lines are still told apart there."""
WINDOWS_SIZES = (16, 24, 32, 48, 64, 128, 256)
SIDE = (164, 314)
"""Pixels of the picture beside the last page of the Windows set-up, which shrinks a larger one without smoothing it."""


def main(arguments: list[str]) -> int:
    """Render the PNGs into a folder and what Windows takes beside the named icon: NAME.ico, -file.ico, -side.bmp."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    folder, windows = Path(arguments[0]), Path(arguments[1])
    folder.mkdir(parents=True, exist_ok=True)
    windows.parent.mkdir(parents=True, exist_ok=True)
    for name in ("landauf", "landauf-file"):
        pictures = {size: render(name, size, folder / f"{name}-{size}.png") for size in SIZES}
        save_ico([pictures[size] for size in WINDOWS_SIZES], windows.with_name(f"{name}.ico"))
    draw("landauf-side", SIDE, windows.with_name("landauf-side.bmp"))
    return 0


def render(name: str, size: int, target: Path) -> Path:
    """Draw `name`.svg, or its simplified form, as a square PNG of `size` pixels with a clear ground."""
    return draw(f"{name}-small" if size <= SMALL else name, (size, size), target)


def draw(name: str, size: tuple[int, int], target: Path) -> Path:
    """Draw `name`.svg into a file of the kind its ending tells; only a PNG keeps a clear ground."""
    from PySide6.QtCore import Qt
    from PySide6.QtGui import QGuiApplication, QImage, QPainter
    from PySide6.QtSvg import QSvgRenderer

    _app = QGuiApplication.instance() or QGuiApplication([])
    is_clear = target.suffix == ".png"
    picture = QImage(*size, QImage.Format.Format_ARGB32 if is_clear else QImage.Format.Format_RGB888)
    picture.fill(Qt.GlobalColor.transparent if is_clear else Qt.GlobalColor.white)
    painter = QPainter(picture)
    QSvgRenderer(str(DRAWINGS / f"{name}.svg")).render(painter)
    painter.end()
    picture.save(str(target))
    return target


def save_ico(pictures: list[Path], target: Path) -> None:
    """Put PNGs of several sizes into one Windows icon."""
    from PIL import Image

    frames = [Image.open(path) for path in pictures]
    largest = frames[-1]
    largest.save(target, sizes=[frame.size for frame in frames], append_images=frames[:-1])


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

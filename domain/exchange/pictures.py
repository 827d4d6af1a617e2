"""Pictures from files, made fit to keep: checked, upright, no larger than needed, without hidden data."""

import warnings
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

from domain.errors import FileProblemError
from domain.i18n import N_
from domain.rows.pictures import Picture

if TYPE_CHECKING:
    from PIL.Image import Image

LARGEST_FILE = 30_000_000
"""Bytes of a file that is looked at; a telephone's photo has 3 to 12 million."""
MOST_PIXELS = 80_000_000
"""More would need 240 MB to unpack: a decompression bomb, or a panorama that somebody must shrink first."""
LONGEST_SIDE = 1600
_SMALLEST_SIDE = 16
_QUALITY = 85
MEDIA_TYPE = "image/jpeg"


def read_picture(path: Path) -> Picture:
    """The picture in a file, made fit to keep.

    Raises:
        FileProblemError: the file cannot be read, is too large, or holds no PNG or JPEG that is whole.
    """
    try:
        if path.is_file() and path.stat().st_size > LARGEST_FILE:
            raise _too_large(path.name)
        content = path.read_bytes()
    except OSError as trouble:
        reason = trouble.strerror or str(trouble)
        raise FileProblemError(N_("“{file}” cannot be read: {reason}."), file=path.name, reason=reason) from trouble
    return prepared(content, path.name)


def prepared(content: bytes, name: str) -> Picture:
    """Bytes of a PNG or JPEG made fit to keep; `name` is what messages call them.

    Turned upright as the camera says, scaled down, set on white, and written anew: where and with which camera it was
    taken is gone, and so is whatever else a file may carry besides its pixels.

    Raises:
        FileProblemError: the bytes are too many, or no PNG or JPEG that is whole.
    """
    from PIL import Image, ImageOps, UnidentifiedImageError

    if len(content) > LARGEST_FILE:
        raise _too_large(name)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", Image.DecompressionBombWarning)  # our own limit is lower
            with Image.open(BytesIO(content), formats=("PNG", "JPEG")) as found:
                _refuse_odd_size(found, name)
                found.draft("RGB", (LONGEST_SIDE, LONGEST_SIDE))  # a JPEG is unpacked at no more than this needs
                upright = ImageOps.exif_transpose(found)
                upright.thumbnail((LONGEST_SIDE, LONGEST_SIDE))
                return _written(upright)
    except Image.DecompressionBombError as bomb:
        raise _too_large(name) from bomb
    except (UnidentifiedImageError, OSError, SyntaxError, ValueError, EOFError) as trouble:
        raise FileProblemError(N_("“{file}” is no whole PNG or JPEG picture."), file=name) from trouble


def _refuse_odd_size(found: "Image", name: str) -> None:
    if found.width * found.height > MOST_PIXELS:
        raise _too_large(name)
    if min(found.size) < _SMALLEST_SIDE:
        raise FileProblemError(
            N_("“{file}” is only {width} × {height} pixels; nobody could see anything on it."),
            file=name,
            width=found.width,
            height=found.height,
        )


def _written(picture: "Image") -> Picture:
    from PIL import Image

    layer = picture.convert("RGBA") if "A" in picture.getbands() or "transparency" in picture.info else None
    flat = Image.new("RGB", picture.size, "#ffffff")
    flat.paste(layer or picture.convert("RGB"), mask=layer.getchannel("A") if layer else None)
    out = BytesIO()
    flat.save(out, "JPEG", quality=_QUALITY, optimize=True)
    return Picture(out.getvalue(), flat.width, flat.height)


def _too_large(name: str) -> FileProblemError:
    return FileProblemError(
        N_("“{file}” is too large: at most {megabytes} MB and {megapixels} megapixels."),
        file=name,
        megabytes=LARGEST_FILE // 1_000_000,
        megapixels=MOST_PIXELS // 1_000_000,
    )

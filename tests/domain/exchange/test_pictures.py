"""Pictures from files: what is taken, how it is kept, and what is refused."""

import struct
import zlib
from contextlib import suppress
from io import BytesIO

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PIL import Image

from domain.errors import FileProblemError
from domain.exchange.pictures import LONGEST_SIDE, prepared, read_picture

ORIENTATION, GPS, MAKER = 0x0112, 0x8825, 0x010F


def encoded(picture, form="JPEG", **options):
    """The picture as a file's bytes."""
    out = BytesIO()
    picture.save(out, form, **options)
    return out.getvalue()


def plain(size=(40, 30), colour="#336699", mode="RGB"):
    return Image.new(mode, size, colour)


def opened(picture):
    return Image.open(BytesIO(picture.content))


def test_photo_is_kept_as_it_is_if_small():
    kept = prepared(encoded(plain()), "a.jpg")
    assert (kept.width, kept.height, opened(kept).format, opened(kept).mode) == (40, 30, "JPEG", "RGB")


def test_large_photo_is_scaled_to_the_longest_side():
    kept = prepared(encoded(plain((4000, 3000))), "a.jpg")
    assert (kept.width, kept.height) == (LONGEST_SIDE, 1200)
    tall = prepared(encoded(plain((900, 3600)), "PNG"), "a.png")
    assert (tall.width, tall.height) == (400, LONGEST_SIDE)


def test_camera_place_and_all_metadata_are_gone():
    exif = Image.Exif()
    exif[MAKER] = "Geheime Kamera"
    exif.get_ifd(GPS)[2] = (51.0, 57.0, 12.0)
    source = encoded(plain(), exif=exif, comment=b"Nachtrag")
    assert b"Geheime Kamera" in source
    kept = prepared(source, "a.jpg")
    assert dict(opened(kept).getexif()) == {}
    assert b"Geheime" not in kept.content
    assert b"Nachtrag" not in kept.content


def test_photo_taken_upright_stands_upright():
    picture = plain((60, 40))
    picture.paste("#ff0000", (0, 0, 30, 40))
    exif = Image.Exif()
    exif[ORIENTATION] = 6  # turn clockwise by 90 degrees to show
    kept = prepared(encoded(picture, quality=95, exif=exif), "a.jpg")
    assert (kept.width, kept.height) == (40, 60)
    red, _green, blue = opened(kept).getpixel((20, 10))
    assert red > 200
    assert blue < 60


def test_transparent_drawing_is_set_on_white():
    kept = prepared(encoded(plain(mode="RGBA", colour=(0, 0, 0, 0)), "PNG"), "plan.png")
    assert opened(kept).getpixel((5, 5)) == (255, 255, 255)


@pytest.mark.parametrize("mode", ["L", "P", "1", "CMYK", "LA"])
def test_every_kind_of_pixels_becomes_colour(mode):
    form = "JPEG" if mode == "CMYK" else "PNG"
    assert opened(prepared(encoded(plain().convert(mode), form), "a")).mode == "RGB"


def test_same_photo_gives_the_same_bytes():
    source = encoded(plain((2000, 1000)))
    assert prepared(source, "a.jpg") == prepared(source, "b.jpg")


def bomb(width, height):
    """A PNG of few bytes that claims to be huge."""

    def chunk(kind, body):
        return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))

    head = chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0))
    pixels = chunk(b"IDAT", zlib.compress(bytes(1000)))
    return b"\x89PNG\r\n\x1a\n" + head + pixels + chunk(b"IEND", b"")


@pytest.mark.parametrize("size", [(10_000, 9_000), (50_000, 50_000), (2_000_000, 1_000)])
def test_decompression_bomb_is_refused_before_it_is_unpacked(size):
    with pytest.raises(FileProblemError, match="too large"):
        prepared(bomb(*size), "bomb.png")


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"GIF89a",
        b"%PDF-1.7",
        b"<svg xmlns='http://www.w3.org/2000/svg'/>",
        encoded(plain((800, 800)))[:-400],
        encoded(plain(), "GIF"),
        encoded(plain(), "BMP"),
        bomb(100, 100),
    ],
    ids=["empty", "gif-head", "pdf", "svg", "cut-jpeg", "gif", "bmp", "cut-png"],
)
def test_what_is_no_whole_picture_is_refused_by_name(content):
    with pytest.raises(FileProblemError, match=r"“foto\.jpg” is no whole PNG or JPEG picture"):
        prepared(content, "foto.jpg")


def test_speck_is_refused():
    with pytest.raises(FileProblemError, match="only 4 × 4 pixels"):
        prepared(encoded(plain((4, 4)), "PNG"), "a.png")


@settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(at=st.integers(0, 5_000), junk=st.binary(min_size=1, max_size=40))
def test_damaged_bytes_are_taken_or_refused_but_never_crash(at, junk):
    source = encoded(Image.effect_noise((120, 90), 60).convert("RGB"))
    spoiled = source[: at % len(source)] + junk + source[at % len(source) + len(junk) :]
    with suppress(FileProblemError):
        assert prepared(spoiled, "a.jpg").width <= LONGEST_SIDE


def test_file_that_is_not_there_or_a_folder_is_named(tmp_path):
    for path in (tmp_path / "fehlt.jpg", tmp_path):
        with pytest.raises(FileProblemError, match="cannot be read"):
            read_picture(path)


def test_file_is_read(tmp_path):
    path = tmp_path / "platz.png"
    path.write_bytes(encoded(plain(), "PNG"))
    assert read_picture(path).width == 40


def test_huge_file_is_refused_unread(tmp_path):
    path = tmp_path / "riesig.jpg"
    with path.open("wb") as out:
        out.truncate(40_000_000)
    with pytest.raises(FileProblemError, match="at most 30 MB"):
        read_picture(path)

"""The Debian package out of the bundle: python -m scripts.deb BUNDLE ICONS OUT; prints the path of the package."""

import gzip
import os
import platform
import shutil
import subprocess
import sys
from datetime import UTC, datetime
from email.utils import format_datetime
from pathlib import Path
from shutil import which

from domain import __version__
from scripts import man_page, notices

ROOT = Path(__file__).resolve().parents[1]
LINUX = ROOT / "installer" / "linux"
ARCHITECTURE = "amd64"
REVISION = "1"
MAINTAINER = "Landauf team <team@landauf.example>"

_PROGRAM = Path("usr/lib/landauf")
_SHARE = Path("usr/share")


def main(arguments: list[str]) -> int:
    """Build the package from a bundle and rendered icons into a folder."""
    bundle, icons, out = map(Path, arguments)
    print(build(bundle, icons, out, _moment()))
    return 0


def build(bundle: Path, icons: Path, out: Path, moment: datetime) -> Path:
    """Lay out the tree of the package and pack it; files bear `moment` at the latest, so that two runs give the same.

    Raises:
        CalledProcessError: dpkg-deb refuses.
    """
    tree = out / "deb"
    shutil.rmtree(tree, ignore_errors=True)
    shutil.copytree(bundle, tree / _PROGRAM, symlinks=True)
    _desktop(tree, icons, moment)
    _documentation(tree, moment)
    _permissions(tree)
    control = tree / "DEBIAN" / "control"
    control.parent.mkdir()
    control.write_text(_control(_kibibytes(tree)), encoding="utf-8")
    package = out / f"landauf_{__version__}-{REVISION}_{ARCHITECTURE}.deb"
    subprocess.run(  # noqa: S603 - nothing in it comes from outside
        [which("dpkg-deb") or "dpkg-deb", "--root-owner-group", "-Zxz", "-z6", "--build", str(tree), str(package)],
        check=True,
        stdout=subprocess.DEVNULL,
        env={**os.environ, "SOURCE_DATE_EPOCH": str(int(moment.timestamp()))},
    )
    return package


def depends() -> list[str]:
    """The Debian packages that the program needs, without those that only a build needs."""
    lines = (LINUX / "depends.txt").read_text(encoding="utf-8").splitlines()
    names = {line.partition("|")[2] for line in lines if line and not line.startswith("#")}
    library = platform.libc_ver()[1]  # what was built with one of Debian's C libraries runs with it or a newer one
    return sorted(f"{name} (>= {library})" if name == "libc6" and library else name for name in names)


def _desktop(tree: Path, icons: Path, moment: datetime) -> None:
    """The starter, the kind of our files, the icons of both in every size, and what a software centre shows."""
    starter = tree / "usr/bin/landauf"
    starter.parent.mkdir(parents=True)
    starter.symlink_to("../lib/landauf/landauf")
    _put(tree / _SHARE / "applications/landauf.desktop", (LINUX / "landauf.desktop").read_text(encoding="utf-8"))
    _put(tree / _SHARE / "mime/packages/landauf.xml", (LINUX / "landauf-mime.xml").read_text(encoding="utf-8"))
    name = "de.landauf.landauf.metainfo.xml"
    text = (LINUX / name).read_text(encoding="utf-8")
    text = text.replace("@VERSION@", __version__).replace("@DATE@", moment.date().isoformat())
    _put(tree / _SHARE / "metainfo" / name, text)
    for kind, source, target in (
        ("apps", "landauf", "landauf"),
        ("mimetypes", "landauf-file", "application-x-landauf"),
    ):
        for picture in sorted(icons.glob(f"{source}-[0-9]*.png")):
            size = picture.stem.rpartition("-")[2]
            _copy(picture, tree / _SHARE / f"icons/hicolor/{size}x{size}/{kind}/{target}.png")
        drawing = ROOT / "installer" / "icons" / f"{source}.svg"
        _copy(drawing, tree / _SHARE / f"icons/hicolor/scalable/{kind}/{target}.svg")


def _documentation(tree: Path, moment: datetime) -> None:
    """Manual pages in both languages, who holds which rights, what changed, and what lintian need not say."""
    _pack(tree / _SHARE / "man/man1/landauf.1.gz", man_page.page("en", moment.date()))
    _pack(tree / _SHARE / "man/de/man1/landauf.1.gz", man_page.page("de", moment.date()))
    documents = tree / _SHARE / "doc/landauf"
    _put(documents / "copyright", _copyright())
    _pack(documents / "changelog.gz", (ROOT / "CHANGELOG.md").read_text(encoding="utf-8"))
    entry = (
        f"landauf ({__version__}-{REVISION}) unstable; urgency=low\n\n  * See changelog.gz.\n\n"
        f" -- {MAINTAINER}  {format_datetime(moment)}\n"
    )
    _pack(documents / "changelog.Debian.gz", entry)
    _put(tree / _SHARE / "lintian/overrides/landauf", (LINUX / "lintian-overrides").read_text(encoding="utf-8"))


def _copyright() -> str:
    """Everybody's rights in Debian's machine-readable form (copyright-format 1.0); each text lies in the bundle."""
    head = [
        "Format: https://www.debian.org/doc/packaging-manuals/copyright-format/1.0/",
        "Upstream-Name: Landauf",
        "Comment: The texts of all licences lie in /usr/lib/landauf/_internal/licences, those of data, fonts and",
        " handouts in /usr/lib/landauf/_internal/resources/NOTICES.md.",
        "",
        "Files: *",
        "Copyright: 2026 The Landauf team",
        "License: EUPL-1.2",
        *_indented((ROOT / "LICENSE").read_text(encoding="utf-8")),
    ]
    for part in notices.parts():
        head += [
            "",
            f"Files: usr/lib/landauf/_internal/licences/{part.name}/*",
            f"Copyright: {part.author}",
            f"License: {part.name}-{part.version}",
            f" {part.licence}; the text lies in /usr/lib/landauf/_internal/licences/{part.name}.",
        ]
    notes = (ROOT / "resources" / "NOTICES.md").read_text(encoding="utf-8")
    head += [
        "",
        "Files: usr/lib/landauf/_internal/resources/*",
        "Copyright: see the notices",
        "License: notices",
        *_indented(notes),
    ]
    return "\n".join(head) + "\n"


def _indented(text: str) -> list[str]:
    return [f" {line}" if line.strip() else " ." for line in text.rstrip().splitlines()]


def _control(kibibytes: int) -> str:
    fields = {
        "Package": "landauf",
        "Version": f"{__version__}-{REVISION}",
        "Section": "misc",
        "Priority": "optional",
        "Architecture": ARCHITECTURE,
        "Installed-Size": str(kibibytes),
        "Maintainer": MAINTAINER,
        "Depends": ", ".join(depends()),
        "Recommends": "desktop-file-utils, hicolor-icon-theme, shared-mime-info, xdg-utils",
        "Description": "planner for the outreach of prevention staff\n"
        " Plans tours of the Präventionsmobil, citizen dialogues in every district and\n"
        " lectures, keeps the network of local partners in one file, prints accessible\n"
        " handouts and publishes calendars. Works without a network.",
    }
    return "".join(f"{name}: {value}\n" for name, value in fields.items())


def _kibibytes(tree: Path) -> int:
    return sum(path.lstat().st_size + 1023 for path in tree.rglob("*") if not path.is_dir()) // 1024


def _permissions(tree: Path) -> None:
    """Folders and programs 755, all else 644: bundles make every library executable, which Debian does not want."""
    for path in (tree, *tree.rglob("*")):
        if not path.is_symlink():
            path.chmod(0o755 if path.is_dir() or path == tree / _PROGRAM / "landauf" else 0o644)


def _put(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def _pack(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(gzip.compress(text.encode(), 9, mtime=0))


def _copy(source: Path, target: Path) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(source, target)


def _moment() -> datetime:
    """When the sources were last changed: SOURCE_DATE_EPOCH, which the build sets from the last commit."""
    return datetime.fromtimestamp(int(os.environ["SOURCE_DATE_EPOCH"]), UTC)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

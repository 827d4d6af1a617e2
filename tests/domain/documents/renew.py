"""Writes the golden reading orders anew: `python -m tests.domain.documents.renew`; then look at the difference."""

import shutil
import sys
import tempfile
from pathlib import Path

from domain import documents
from tests.domain.documents import reading


def main() -> None:
    """One file per document type, and one as poppler reads it where `pdfinfo` is installed."""
    pdfinfo = shutil.which("pdfinfo")
    folders = [reading.GOLDEN, *([reading.GATE_GOLDEN] if pdfinfo else [])]
    for folder in folders:
        folder.mkdir(exist_ok=True)
        for old in folder.glob("*.txt"):
            if old.stem not in documents.DOCUMENTS:
                old.unlink()
    with tempfile.TemporaryDirectory() as scratch:
        for name in documents.DOCUMENTS:
            content = reading.made(name)
            reading.golden(reading.GOLDEN, name).write_text(reading.told(content), encoding="utf-8")
            if pdfinfo:
                path = Path(scratch) / f"{name}.pdf"
                path.write_bytes(content)
                read = reading.as_poppler_reads(pdfinfo, path)
                reading.golden(reading.GATE_GOLDEN, name).write_text(read, encoding="utf-8")
    print(f"{len(documents.DOCUMENTS)} reading orders written", file=sys.stderr)


if __name__ == "__main__":
    main()

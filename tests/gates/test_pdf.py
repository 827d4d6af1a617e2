"""Every printed document stands up to programs that are not ours."""

import re
import subprocess
from pathlib import Path

import pytest

from domain import documents
from tests.domain.documents import reading

pytestmark = [pytest.mark.gate, pytest.mark.timeout(600)]

JAVA = Path("/usr/share/java")
PREFLIGHT = [
    JAVA / f"{name}.jar"
    for name in (
        "preflight", "pdfbox2", "xmpbox", "fontbox2", "commons-logging", "commons-io", "jaxb-api", "javax.activation",
    )
]  # fmt: skip
EXPECTED = {
    # Preflight knows PDF/A-1b only; a PDF/A-2 file differs from it in exactly these two points.
    "2.1.6 : Invalid graphics object, Invalid version of the ICCProfile",
    "7.11.2 : Error on MetaData, part must be 1",
}


def test_syntax_is_clean_for_qpdf(program, prints, papers, large_papers):
    qpdf = program("qpdf")
    for path in (*prints, *papers.values(), *large_papers):
        checked = subprocess.run([qpdf, "--check", path], capture_output=True, text=True, check=False)
        assert checked.returncode == 0, f"{path.name}: {checked.stdout}{checked.stderr}"


def test_structure_tree_reads_as_text_for_poppler(program, prints):
    pdfinfo = program("pdfinfo")
    for path in prints:
        read = subprocess.run([pdfinfo, "-struct-text", path], capture_output=True, text=True, check=False)
        assert read.returncode == 0, f"{path.name}: {read.stderr}"
        assert re.search(r'^\s*H1\b.*\n(?:\s+\w+ .*\n)*\s+"\S', read.stdout, re.MULTILINE), f"{path.name}: no heading"


@pytest.mark.parametrize("name", tuple(documents.DOCUMENTS))
def test_poppler_reads_every_document_in_the_agreed_order(program, papers, name):
    agreed = reading.golden(reading.GATE_GOLDEN, name).read_text(encoding="utf-8")
    assert reading.as_poppler_reads(program("pdfinfo"), papers[name]) == agreed


@pytest.fixture
def preflight(program, tmp_path):
    """What PDFBox Preflight says about a file."""
    java = program("java")
    absent = [jar.name for jar in PREFLIGHT if not jar.is_file()]
    if absent:
        pytest.skip(f"PDFBox Preflight is not installed and could not be: {', '.join(absent)}")
    validator = [
        java,
        f"-Dpdfbox.fontcache={tmp_path}",
        "-cp",
        ":".join(map(str, PREFLIGHT)),
        "org.apache.pdfbox.preflight.Validator_A1b",
    ]

    def messages(path: Path) -> set[str]:
        said = subprocess.run([*validator, path], capture_output=True, text=True, check=False).stdout
        return {line for line in said.splitlines() if re.match(r"\d+(\.\d+)* : ", line)}

    return messages


def test_preflight_finds_only_what_sets_newer_archive_files_apart(preflight, prints):
    assert {path.name: preflight(path) for path in prints} == {path.name: EXPECTED for path in prints}


@pytest.mark.parametrize("name", tuple(documents.DOCUMENTS))
def test_preflight_finds_no_more_in_any_document_in_either_print(preflight, papers, large_papers, name):
    large = next(path for path in large_papers if path.stem == name)
    assert [preflight(papers[name]), preflight(large)] == [EXPECTED, EXPECTED]

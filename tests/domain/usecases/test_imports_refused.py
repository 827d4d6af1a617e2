"""Files that cannot be taken leave the workspace as it was and say why in one line."""

import pytest

from domain.errors import FileProblemError, InvalidInputError, LandaufError
from domain.usecases import imports, partners
from tests.builders import dump, make_partner
from tests.domain.usecases.importing import read

HOSTILE = {
    "empty": b"",
    "blank": b" \n\n ",
    "pdf": b"%PDF-1.7\n1 0 obj\n",
    "header only": b"Name;PLZ\n",
    "no needed column": b"PLZ;Ort\n06366;K\xc3\xb6then\n",
    "columns without end": b"Name;" * 5_000 + b"\nA;\n",
    "quote never closed": b'Name;PLZ\n"Schule A;06366\nSchule B;06366\n',
    "zero bytes": b"\x00\x01\x02\x00" * 5_000,
    "one line of 50 MB": b"Name;" + b"x" * 50_000_000,
    "a cell without end": b'Name\nSchule A\n"' + b"x\n" * 1_000_000,
}


@pytest.mark.parametrize("name", HOSTILE)
@pytest.mark.parametrize("use_case", [imports.import_partners, imports.import_requests, imports.import_vehicles])
def test_hostile_files_leave_the_workspace_untouched_with_one_clear_line(ws, use_case, name):
    make_partner(ws)
    before, steps = dump(ws), ws.undo_state()
    with pytest.raises((FileProblemError, InvalidInputError, LandaufError)) as refusal:
        read(ws, use_case, HOSTILE[name])
    assert "\n" not in str(refusal.value)
    assert len(str(refusal.value)) < 500
    assert (dump(ws), ws.undo_state()) == (before, steps)


def test_a_file_that_breaks_off_in_the_middle_stores_none_of_its_rows(ws):
    rows = "".join(f"Verein {number}\n" for number in range(2_000))
    with pytest.raises(FileProblemError):
        read(ws, imports.import_partners, f'Name\n{rows}"offen\n')
    assert ws.ask(partners.list_rows) == []


def test_a_missing_file_is_told_in_words(ws, tmp_path):
    with pytest.raises(FileProblemError, match="no file"):
        ws.run("Import", imports.import_partners, tmp_path / "fehlt.csv")

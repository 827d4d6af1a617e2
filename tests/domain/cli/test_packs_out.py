"""landauf pack: one PDF or one file per document, what was found, and the refusals."""

from domain.documents import DOCUMENTS
from tests.domain.documents import tagged


def dialogue(filled):
    rows = filled("list", "events", "--json").json
    return next(row["id"] for row in rows if row["kind"] == "citizen_dialogue" and row["state"] == "confirmed")


def test_a_folder_is_one_file_and_its_contents_are_told(filled, tmp_path):
    out = tmp_path / "mappe.pdf"
    answer = filled("pack", "--audience", "internal", str(out), "--event", dialogue(filled), "--json")
    assert answer.code == 0
    assert answer.json["documents"]
    assert len(tagged.page_texts(out.read_bytes())) == answer.json["pages"]
    assert set(answer.json) == {"file", "pages", "code", "version", "documents", "left_out", "findings"}


def test_in_words_it_says_what_was_made_and_found(filled, tmp_path):
    answer = filled("pack", "--audience", "internal", str(tmp_path / "mappe.pdf"), "--event", dialogue(filled))
    assert answer.code == 0
    assert "Briefing" in answer.out


def test_a_folder_without_ending_takes_one_file_per_document(filled, tmp_path):
    answer = filled(
        "pack",
        "--audience",
        "internal",
        str(tmp_path / "mappe"),
        "--event",
        dialogue(filled),
        "--only",
        "briefing",
        "--json",
    )
    assert [row["name"] for row in answer.json["documents"]] == ["briefing"]
    assert [path.name[:2] for path in (tmp_path / "mappe").iterdir()] == ["01"]


def test_without_leaves_a_document_out(filled, tmp_path):
    event = dialogue(filled)
    answer = filled(
        "pack", "--audience", "internal", str(tmp_path / "m.pdf"), "--event", event, "--without", "briefing", "--json"
    )
    assert "briefing" not in [row["name"] for row in answer.json["documents"]]


def test_a_document_that_there_is_not_is_refused(filled, tmp_path):
    answer = filled(
        "pack", "--audience", "internal", str(tmp_path / "m.pdf"), "--event", dialogue(filled), "--only", "nonsense"
    )
    assert (answer.code, answer.err.count("\n")) == (1, 1)
    assert "nonsense" in answer.err


def test_neither_event_nor_tour_is_wrong_usage(filled, tmp_path):
    assert filled("pack", str(tmp_path / "m.pdf")).code == 2


def test_no_stale_sheets_is_refused_in_one_line(filled, tmp_path):
    answer = filled("pack", "--audience", "internal", str(tmp_path / "m.pdf"), "--stale")
    assert (answer.code, answer.err.count("\n")) == (1, 1)


def test_only_what_outsiders_may_see_is_packed_unless_more_is_asked_for(filled, tmp_path):
    answer = filled("pack", str(tmp_path / "m.pdf"), "--event", dialogue(filled), "--json")
    internal = {name for name, document in DOCUMENTS.items() if document.is_internal}
    packed = {row["name"] for row in answer.json["documents"]}
    assert packed
    assert not packed & internal

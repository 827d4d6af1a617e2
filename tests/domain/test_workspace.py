"""The open workspace: one write path, undo, news from others, light start."""

import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import text

from domain.errors import ConflictError, FileProblemError, InvalidInputError, Problem
from domain.model import Partner
from domain.rows.steps import Label, UndoState
from domain.workspace import Workspace
from tests.domain.store.records import add_partner, names, rename

ROOT = Path(__file__).parents[2]


def created(path, clock, **options):
    return Workspace.create(path, clock=clock, author="Anna", device="laptop", **options)


def opened(path, clock, author="Ben", **options):
    return Workspace.open(path, clock=clock, author=author, device="desk", **options)


@pytest.fixture
def workspace(tmp_path, clock):
    with created(tmp_path / "a.landauf", clock) as made:
        yield made


def python(script, *arguments):
    """What a fresh Python process prints."""
    command = [sys.executable, "-c", script, *map(str, arguments)]
    return subprocess.run(command, capture_output=True, text=True, check=True, cwd=ROOT).stdout.strip()


def test_what_is_run_is_there_after_closing_and_can_be_undone_then(tmp_path, clock, workspace):
    workspace.run("Add partner", add_partner, "Grundschule")
    workspace.close()
    with opened(tmp_path / "a.landauf", clock) as again:
        assert again.ask(names) == ["Grundschule"]
        assert again.undo().author == "Anna"
        assert again.ask(names) == []
    with opened(tmp_path / "a.landauf", clock) as again:
        again.redo()
        assert again.ask(names) == ["Grundschule"]


def test_create_never_overwrites(tmp_path, clock, workspace):
    with pytest.raises(FileProblemError, match=r"a\.landauf exists already"):
        created(tmp_path / "a.landauf", clock)


def test_create_makes_missing_folders(tmp_path, clock):
    created(tmp_path / "x" / "y" / "a.landauf", clock).close()
    assert (tmp_path / "x" / "y" / "a.landauf").is_file()


def test_create_where_no_folder_can_be_says_so(tmp_path, clock):
    (tmp_path / "file").write_text("no folder")
    with pytest.raises(FileProblemError, match=r"a\.landauf cannot be opened"):
        created(tmp_path / "file" / "a.landauf", clock)


def test_a_refused_use_case_changes_nothing(workspace):
    def refused(session):
        add_partner(session, "Grundschule")
        raise InvalidInputError(Problem("name", "No."))

    with pytest.raises(InvalidInputError):
        workspace.run("Add partner", refused)
    assert workspace.ask(names) == []
    assert workspace.undo_state() == UndoState()


def test_a_query_cannot_write(workspace):
    with pytest.raises(RuntimeError, match="a query may not write"):
        workspace.ask(add_partner, "Grundschule")
    with pytest.raises(FileProblemError, match="read-only"):
        workspace.ask(lambda session: session.execute(text("DELETE FROM partner")))
    assert workspace.ask(names) == []


def test_everything_in_a_step_happens_at_one_moment(workspace, clock):
    def slow(session):
        first = session.now
        clock.advance(timedelta(hours=13))
        partner = session.get_one(Partner, add_partner(session, "Grundschule"))
        return first, session.now, partner.created_at, partner.updated_at, session.today

    *moments, today = workspace.run("Add partner", slow)
    assert len(set(moments)) == 1
    assert today.isoformat() == "2027-04-28"
    assert workspace.undo_state().undo.at == moments[0]


def test_today_is_the_day_in_berlin(workspace, clock):
    clock.moment = clock.moment.replace(hour=22, minute=30)
    assert workspace.ask(lambda session: session.today).isoformat() == "2027-04-29"


def test_a_use_case_may_not_run_another_through_the_workspace(workspace):
    with pytest.raises(RuntimeError, match="may not run another"):
        workspace.run("Outer", lambda _session: workspace.run("Inner", add_partner, "Grundschule"))
    assert workspace.ask(names) == []
    assert workspace.run("Add partner", add_partner, "Verein")


def test_labels_carry_parameters(workspace):
    workspace.run(Label("Add “{name}”", (("name", "Grundschule"),)), add_partner, "Grundschule")
    assert workspace.undo_state().undo.params == (("name", "Grundschule"),)


def test_undo_takes_only_the_step_a_person_was_offered(tmp_path, clock, workspace):
    workspace.run("Add partner", add_partner, "Grundschule")
    offered = workspace.undo_state().undo
    with opened(tmp_path / "a.landauf", clock) as other:
        other.run("Add club", add_partner, "Verein")
    with pytest.raises(ConflictError, match="Meanwhile Ben did something else: “Add club”"):
        workspace.undo(offered)
    assert workspace.ask(names) == ["Grundschule", "Verein"]


def test_nothing_to_undo_says_so(workspace):
    with pytest.raises(ConflictError, match="nothing to undo"):
        workspace.undo()


def test_listeners_hear_each_commit_with_its_tables(workspace):
    heard = []
    stop = workspace.listen(heard.append)
    partner = workspace.run("Add partner", add_partner, "Grundschule")
    workspace.ask(names)
    workspace.undo()
    with pytest.raises(ZeroDivisionError):
        workspace.run("Fail", lambda _session: 1 // 0)
    stop()
    workspace.redo()
    assert heard == [frozenset({"partner"})] * 2
    assert workspace.history("partner", partner)


def test_poll_tells_what_others_changed_and_only_that(tmp_path, clock, workspace):
    assert workspace.poll() == frozenset()
    with opened(tmp_path / "a.landauf", clock) as other:
        workspace.run("Add partner", add_partner, "Grundschule")
        assert workspace.poll() == frozenset()
        other.run("Add partner", add_partner, "Verein")
        workspace.run("Add partner", add_partner, "Gymnasium")
        assert workspace.poll() == {"partner"}
        assert workspace.poll() == frozenset()
        assert other.poll() == {"partner"}


def test_a_change_made_before_the_first_look_is_seen(tmp_path, clock, workspace):
    with opened(tmp_path / "a.landauf", clock) as other:
        other.run("Add partner", add_partner, "Verein")
    assert workspace.poll() == {"partner"}


def test_an_undo_by_another_program_is_seen(tmp_path, clock, workspace):
    workspace.run("Add partner", add_partner, "Grundschule")
    workspace.poll()
    with opened(tmp_path / "a.landauf", clock) as other:
        other.undo()
    assert workspace.poll() == {"partner"}
    assert workspace.undo_state().redo.msgid == "Add partner"


def test_another_process_writes_to_the_same_file(tmp_path, clock, workspace):
    script = """
import sys
from datetime import UTC, datetime
from pathlib import Path
from domain.workspace import Workspace
from tests.domain.store.records import add_partner, names
clock = lambda: datetime(2027, 4, 28, tzinfo=UTC)
with Workspace.open(Path(sys.argv[1]), clock=clock, author="Cleo", device="cli") as workspace:
    workspace.run("Add partner", add_partner, "Verein")
    print(*workspace.ask(names))
"""
    workspace.run("Add partner", add_partner, "Grundschule")
    assert python(script, tmp_path / "a.landauf") == "Grundschule Verein"
    assert workspace.poll() == {"partner"}
    assert workspace.undo().author == "Cleo"
    assert workspace.ask(names) == ["Grundschule"]


def test_a_draft_cannot_overwrite_what_another_program_saved_meanwhile(tmp_path, clock, workspace):
    partner = workspace.run("Add partner", add_partner, "Grundschule")
    stale = workspace.ask(lambda session: session.get_one(Partner, partner))
    with opened(tmp_path / "a.landauf", clock) as other:
        other.run("Rename", rename, partner, "Gymnasium")

    def save(session):
        session.add(stale)
        stale.name = "Sekundarschule"

    with pytest.raises(ConflictError, match="changed meanwhile"):
        workspace.run("Rename", save)
    assert workspace.ask(names) == ["Gymnasium"]


def test_threads_ask_search_and_run_at_once(workspace):
    def work(number):
        for turn in range(5):
            workspace.run("Add partner", add_partner, f"Schule {number}-{turn}")
            assert f"Schule {number}-{turn}" in workspace.ask(names)
            assert workspace.search(f"schule {number}-{turn}")
            workspace.poll()

    with ThreadPoolExecutor(4) as pool:
        assert list(pool.map(work, range(4))) == [None] * 4
    assert len(workspace.ask(names)) == 20
    assert workspace.check() == ()


def test_the_first_glance_needs_neither_sqlalchemy_nor_alembic(tmp_path, clock, workspace):
    workspace.run("Add partner", add_partner, "Grundschule")
    workspace.close()
    script = """
import sys
from datetime import UTC, datetime
from pathlib import Path
from domain.workspace import Workspace
clock = lambda: datetime(2027, 4, 28, tzinfo=UTC)
workspace = Workspace.open(Path(sys.argv[1]), clock=clock, author="Anna", device="laptop")
count = workspace.glance(lambda connection: connection.execute("SELECT count(*) FROM partner").fetchone()[0])
hits = len(workspace.search("schule"))
state = workspace.undo_state().undo.msgid
workspace.poll()
workspace.close()
heavy = {"sqlalchemy", "sqlmodel", "alembic", "pydantic", "babel.dates", "logging.config"} & sys.modules.keys()
print(count, hits, state, sorted(heavy))
"""
    assert python(script, tmp_path / "a.landauf") == "1 1 Add partner []"


def test_a_workspace_closes_its_file_for_good(tmp_path, clock):
    workspace = created(tmp_path / "a.landauf", clock)
    workspace.run("Add partner", add_partner, "Grundschule")
    workspace.close()
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.landauf", "backups"]

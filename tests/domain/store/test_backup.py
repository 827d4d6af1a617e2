"""Backups open before they count, rotate, and go back into the open file."""

from contextlib import closing
from datetime import date, timedelta

import pytest

from domain.errors import FileProblemError
from domain.model import Counter, EventIdentity
from domain.store import backup
from domain.store.connection import connect
from domain.store.keys import derive, salt_of
from domain.usecases import events, releases
from domain.workspace import Workspace
from tests.builders import make_event
from tests.domain.store.records import add_event, add_partner, names, rename


def opened(path, clock, passphrase=None):
    return Workspace.open(path, clock=clock, author="Ben", device="desk", passphrase=passphrase)


def created(path, clock, passphrase=None):
    return Workspace.create(path, clock=clock, author="Anna", device="laptop", passphrase=passphrase)


def backups(tmp_path):
    return sorted(found.name for found in (tmp_path / "backups").iterdir())


def test_a_backup_holds_everything_including_undo(tmp_path, clock, passphrase):
    with created(tmp_path / "a.landauf", clock, passphrase) as workspace:
        partner = workspace.run("Add", add_partner, "Grundschule")
        workspace.run("Rename", rename, partner, "Gymnasium")
        workspace.backup(tmp_path / "copy.landauf-backup")
    with opened(tmp_path / "copy.landauf-backup", clock, passphrase) as copy:
        assert copy.ask(names) == ["Gymnasium"]
        copy.undo()
        assert copy.ask(names) == ["Grundschule"]


def test_a_backup_never_overwrites(tmp_path, clock):
    with created(tmp_path / "a.landauf", clock) as workspace:
        (tmp_path / "letter.txt").write_text("important")
        for target in ("letter.txt", "a.landauf"):
            with pytest.raises(FileProblemError, match="exists already"):
                workspace.backup(tmp_path / target)
    assert (tmp_path / "letter.txt").read_text() == "important"


def test_a_backup_that_cannot_be_written_leaves_nothing(tmp_path, clock):
    (tmp_path / "file").write_text("no folder")
    with created(tmp_path / "a.landauf", clock) as workspace:
        with pytest.raises(FileProblemError, match="could not be written"):
            workspace.backup(tmp_path / "file" / "copy.landauf-backup")
        workspace.run("Add", add_partner, "Grundschule")
        assert workspace.ask(names) == ["Grundschule"]


def test_closing_writes_one_backup_a_day(tmp_path, clock):
    path = tmp_path / "a.landauf"
    created(path, clock).close()
    with opened(path, clock) as workspace:
        workspace.run("Add", add_partner, "Grundschule")
    clock.advance(timedelta(days=1))
    opened(path, clock).close()
    assert backups(tmp_path) == ["a-2027-04-28.landauf-backup", "a-2027-04-29.landauf-backup"]
    with opened(tmp_path / "backups" / "a-2027-04-28.landauf-backup", clock) as copy:
        assert copy.ask(names) == ["Grundschule"]


def test_seven_daily_four_weekly_and_four_labelled_backups_stay(tmp_path):
    path = tmp_path / "a.landauf"
    backup.folder(path).mkdir()
    last = date(2027, 4, 28)
    for age in range(60):
        backup.backup_path(path, last - timedelta(days=age)).touch()
        backup.backup_path(path, last - timedelta(days=age), "before-restore").touch()
    for stranger in ("b-2027-01-01.landauf-backup", "a-2020-01-01.txt", "a-notes.landauf-backup"):
        (backup.folder(path) / stranger).touch()
    backup.rotate(path)
    left = backups(tmp_path)
    days = [last - timedelta(days=age) for age in range(7)]
    weeks = [date(2027, 4, 18), date(2027, 4, 11), date(2027, 4, 4)]  # the Sundays before; the first week is cut
    daily = {backup.backup_path(path, day).name for day in [*days, date(2027, 4, 21), *weeks]}
    labelled = {backup.backup_path(path, day, "before-restore").name for day in days[:4]}
    assert set(left) - daily - labelled == {"b-2027-01-01.landauf-backup", "a-2020-01-01.txt", "a-notes.landauf-backup"}
    assert daily | labelled <= set(left)


def test_restore_brings_content_and_journal_back_into_the_open_file(tmp_path, clock, passphrase):
    with created(tmp_path / "a.landauf", clock, passphrase) as workspace:
        partner = workspace.run("Add", add_partner, "Grundschule")
        workspace.backup(tmp_path / "copy")
        workspace.run("Rename", rename, partner, "Gymnasium")
        heard = []
        workspace.listen(heard.append)
        workspace.restore(tmp_path / "copy")
        assert workspace.ask(names) == ["Grundschule"]
        assert [hit.title for hit in workspace.search("schule")] == ["Grundschule"]
        assert {"partner", "event"} <= heard[0]
        workspace.undo()
        assert workspace.ask(names) == []
        assert workspace.check() == ()
    assert "a-2027-04-28-before-restore.landauf-backup" in backups(tmp_path)


def test_a_program_that_has_the_file_open_sees_the_restore(tmp_path, clock):
    with created(tmp_path / "a.landauf", clock) as workspace, opened(tmp_path / "a.landauf", clock) as other:
        workspace.backup(tmp_path / "copy")
        workspace.run("Add", add_partner, "Grundschule")
        assert other.poll() == {"partner"}
        assert other.ask(names) == ["Grundschule"]
        workspace.restore(tmp_path / "copy")
        assert {"partner", "event", "counter"} <= other.poll()
        assert other.ask(names) == []
        other.run("Add", add_partner, "Verein")
        assert workspace.ask(names) == ["Verein"]


def test_numbers_given_out_since_the_backup_are_not_given_twice(tmp_path, clock):
    def count(session, value):
        counter = session.get(Counter, "event-2027") or Counter(name="event-2027")
        counter.value = value
        session.add(counter)

    with created(tmp_path / "a.landauf", clock) as workspace:
        event = workspace.run("Add", add_event, "Vortrag")
        workspace.run("Count", count, 1)
        workspace.backup(tmp_path / "copy")
        later = workspace.run("Add", add_event, "Später", number="2027-0002")
        workspace.run("Count", count, 2)

        def send(session):
            identity = session.get_one(EventIdentity, event)
            identity.sequence, identity.sent, identity.sent_at = 4, "moved", clock()

        workspace.run("Send", send)
        workspace.restore(tmp_path / "copy")
        assert workspace.ask(lambda session: session.get_one(Counter, "event-2027").value) == 2
        identity = workspace.ask(lambda session: session.get_one(EventIdentity, event))
        assert (identity.sequence, identity.sent, identity.sent_at) == (4, "moved", clock())
        assert workspace.ask(lambda session: session.get_one(EventIdentity, later).number) == "2027-0002"


def test_plans_released_since_the_backup_are_not_forgotten(tmp_path, clock):
    with created(tmp_path / "a.landauf", clock) as workspace:
        event = make_event(workspace)
        workspace.run("Release", releases.release)
        workspace.backup(tmp_path / "copy")
        workspace.run("Move", events.move, event, date(2027, 6, 21))
        workspace.run("Release", releases.release, "Zweite")
        workspace.restore(tmp_path / "copy")
        assert [(row.number, row.note) for row in workspace.ask(releases.list_rows)] == [(2, "Zweite"), (1, "")]
        (change,) = workspace.ask(releases.differences, 2)
        assert (change.before.start_day, change.now.start_day) == (date(2027, 6, 21), date(2027, 5, 13))
        assert workspace.run("Release", releases.release).number == 3


def test_a_backup_that_knows_later_plans_brings_them(tmp_path, clock):
    with created(tmp_path / "a.landauf", clock) as workspace:
        make_event(workspace)
        workspace.backup(tmp_path / "before")
        workspace.run("Release", releases.release)
        workspace.backup(tmp_path / "after")
        with created(tmp_path / "b.landauf", clock) as other:
            other.restore(tmp_path / "before")
            assert other.ask(releases.latest) is None
            other.restore(tmp_path / "after")
            assert (other.ask(releases.latest).number, len(other.ask(releases.entries, 1))) == (1, 1)


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "is not a Landauf file"),
        (b"%PDF-1.7 nothing of ours" * 400, "is not a Landauf file"),
        (b"SQLite format 3\0" + bytes(4000), "damaged"),
        (None, "is not there"),
    ],
)
def test_what_is_no_backup_is_refused_and_the_file_stays(tmp_path, clock, content, reason):
    if content is not None:
        (tmp_path / "x").write_bytes(content)
    with created(tmp_path / "a.landauf", clock) as workspace:
        workspace.run("Add", add_partner, "Grundschule")
        with pytest.raises(FileProblemError, match=reason):
            workspace.restore(tmp_path / "x")
        assert workspace.ask(names) == ["Grundschule"]


def test_a_damaged_backup_is_refused(tmp_path, clock):
    with created(tmp_path / "a.landauf", clock) as workspace:
        for number in range(300):
            workspace.run("Add", add_partner, f"Schule {number}")
        workspace.backup(tmp_path / "copy")
        content = bytearray((tmp_path / "copy").read_bytes())
        content[len(content) // 2 : len(content) // 2 + 40_000] = b"\xff" * 40_000
        (tmp_path / "copy").write_bytes(content)
        with pytest.raises(FileProblemError, match="damaged"):
            workspace.restore(tmp_path / "copy")
        assert len(workspace.ask(names)) == 300


def test_plain_and_encrypted_files_do_not_mix(tmp_path, clock):
    with (
        created(tmp_path / "plain.landauf", clock) as plain,
        created(tmp_path / "secret.landauf", clock, "x") as secret,
    ):
        plain.backup(tmp_path / "plain")
        secret.backup(tmp_path / "secret")
        with pytest.raises(FileProblemError, match="only one of the two files has a passphrase"):
            secret.restore(tmp_path / "plain")
        with pytest.raises(FileProblemError, match="only one of the two files has a passphrase"):
            plain.restore(tmp_path / "secret", passphrase="x")


def test_a_backup_under_an_older_passphrase_is_restored_with_it(tmp_path, clock):
    with created(tmp_path / "a.landauf", clock, "alt") as workspace:
        workspace.run("Add", add_partner, "Grundschule")
        workspace.backup(tmp_path / "copy")
        workspace.change_passphrase("neu")
        workspace.undo()
        with pytest.raises(FileProblemError, match="needs its passphrase"):
            workspace.restore(tmp_path / "copy")
        with pytest.raises(FileProblemError, match="another passphrase"):
            workspace.restore(tmp_path / "copy", passphrase="falsch")
        workspace.restore(tmp_path / "copy", passphrase="alt")
        assert workspace.ask(names) == ["Grundschule"]
    with opened(tmp_path / "a.landauf", clock, "neu") as again:
        assert again.check() == ()
        assert again.ask(names) == ["Grundschule"]


def test_an_encrypted_backup_holds_no_plain_text(tmp_path, clock):
    with created(tmp_path / "a.landauf", clock, "geheim") as workspace:
        workspace.run("Add", add_partner, "Grundschule Unverwechselbar")
        workspace.backup(tmp_path / "copy")
        for name in ("a.landauf", "a.landauf-wal", "copy"):
            assert b"Unverwechselbar" not in (tmp_path / name).read_bytes()
    key = derive("geheim", salt_of(tmp_path / "copy"))
    with closing(connect(tmp_path / "copy", key)) as copy:
        assert copy.execute("SELECT name FROM partner").fetchall() == [("Grundschule Unverwechselbar",)]

"""Bringing an older file to the newest schema: all or nothing, with a backup first."""

from contextlib import closing
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from alembic import command
from alembic.config import Config
from sqlalchemy import Connection, MetaData, StaticPool, create_engine, event
from sqlmodel import SQLModel

import domain.model  # noqa: F401 - importing it registers the tables
from domain.errors import FileProblemError
from domain.i18n import N_
from domain.store import identity
from domain.store.backup import backup_path, write_backup
from domain.store.connection import DRIVER, RawConnection, connect, use_wal
from domain.store.identity import revision
from domain.store.keys import FileKey
from domain.store.problems import FileProblems
from domain.store.schema import drop_triggers, finish, make_triggers
from domain.store.search_tables import SOURCES, Source


@dataclass(frozen=True)
class Plan:
    """Where the scripts lie, which revisions they lead over, and the model they lead to."""

    scripts: Path = Path(__file__).parent / "migrations"
    older: tuple[str, ...] = field(default_factory=lambda: identity.OLDER)
    head: str = field(default_factory=lambda: identity.HEAD)
    metadata: MetaData = SQLModel.metadata
    sources: tuple[Source, ...] = SOURCES


def own_plan() -> Plan:
    """Where this program's scripts lead to."""
    return Plan()


def migrate(path: Path, key: FileKey | None, today: date, plan: Plan | None = None) -> Path | None:
    """Bring the file up to date; the backup of what it was, None if it was not older. Nobody else may have it open.

    In this order: backup, foreign keys off (a rebuilt table would cascade its DROP), one exclusive
    transaction, triggers dropped, scripts, foreign key check, triggers made anew, commit. Killed anywhere, the file
    is as before and the next try starts clean.

    Raises:
        FileProblemError: another program has the file open, it is too new, or the scripts break references.
    """
    plan = plan or own_plan()
    with FileProblems(path), closing(connect(path, key)) as connection:
        found = revision(connection, path, older=plan.older, head=plan.head)
        if found == plan.head:
            return None
        former = backup_path(path, today, f"before-{plan.head}")
        write_backup(connection, former, key, plan.older, plan.head)
        # leaving WAL needs the file alone, so this is where another program's connection is noticed
        connection.execute("PRAGMA journal_mode = DELETE")
        connection.execute("PRAGMA foreign_keys = OFF")
        _in_one_transaction(connection, path, plan)
        use_wal(connection)
    return former


def _in_one_transaction(connection: RawConnection, path: Path, plan: Plan) -> None:
    engine = create_engine("sqlite://", creator=lambda: connection, module=DRIVER, poolclass=StaticPool)
    event.listen(engine, "begin", lambda opened: opened.exec_driver_sql("BEGIN EXCLUSIVE"))
    with engine.begin() as opened:
        if revision(connection, path, older=plan.older, head=plan.head) == plan.head:
            return  # somebody else was faster between the look and the lock
        drop_triggers(connection)
        _upgrade(opened, plan)
        broken = connection.execute("PRAGMA foreign_key_check").fetchall()
        if broken:
            raise FileProblemError(
                N_("{file} could not be brought up to date: {count} references would break. It was left as it was."),
                file=path.name,
                count=len(broken),
            )
        make_triggers(connection, plan.metadata, plan.sources)
        finish(connection)


def _upgrade(opened: Connection, plan: Plan) -> None:
    config = Config()
    config.set_main_option("script_location", str(plan.scripts).replace("%", "%%"))
    config.attributes["connection"] = opened
    command.upgrade(config, plan.head)

"""A new file, a migrated file and the model have one schema."""

from contextlib import closing

from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import StaticPool, create_engine
from sqlmodel import SQLModel

from domain.store.connection import DRIVER, connect
from domain.store.freeze import FIRST, frozen
from domain.store.identity import HEAD, OLDER, trigger_hash
from domain.store.migrate import Plan
from domain.store.schema import create_all, triggers_current
from tests.domain.store.old_files import migrated_from_nothing

OUR_TABLES = ("search", "step", "change", "journal_now", "file_meta")


def schema(connection):
    """Every object of the file with its SQL, apart from the shadow tables of full-text search."""
    found = connection.execute("SELECT type, name, sql FROM sqlite_master ORDER BY type, name")
    return [(kind, name, " ".join((text or "").split())) for kind, name, text in found if "alembic" not in name]


def test_a_migrated_file_equals_a_new_one(tmp_path, clock):
    with closing(connect(tmp_path / "new.landauf")) as new:
        create_all(new, SQLModel.metadata)
        with closing(migrated_from_nothing(tmp_path / "old.landauf", clock)) as old:
            assert schema(old) == schema(new)
            assert trigger_hash(old) == trigger_hash(new)
            assert triggers_current(old, SQLModel.metadata)


def test_the_model_needs_no_further_migration(tmp_path, clock):
    with closing(migrated_from_nothing(tmp_path / "old.landauf", clock)) as old:
        engine = create_engine("sqlite://", creator=lambda: old, module=DRIVER, poolclass=StaticPool)

        def ours(_found, name, kind, *_rest):
            return not (kind == "table" and name.startswith(OUR_TABLES))

        with engine.connect() as connection:
            context = MigrationContext.configure(connection, opts={"compare_type": True, "include_object": ours})
            assert compare_metadata(context, SQLModel.metadata) == []


def test_the_first_migration_is_frozen_from_the_model():
    assert FIRST.read_text(encoding="utf-8") == frozen()


def test_the_newest_script_is_the_head_the_raw_driver_expects():
    scripts = ScriptDirectory(str(Plan().scripts))
    assert scripts.get_heads() == [HEAD]
    assert {script.revision for script in scripts.walk_revisions()} == {HEAD, *OLDER}

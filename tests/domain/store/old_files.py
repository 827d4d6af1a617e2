"""Files of older schemas and scripts that lead further than today's."""

import shutil
from contextlib import closing
from pathlib import Path

from sqlalchemy import Column, Integer, MetaData, String
from sqlmodel import SQLModel

import domain.model  # noqa: F401 - importing it registers the tables
from domain.store import identity
from domain.store import migrate as migrate_module
from domain.store.connection import connect
from domain.store.identity import APPLICATION_ID, META_SCHEMA
from domain.store.migrate import Plan, migrate
from domain.store.search_tables import SOURCES

ADDED = '''"""Adds a column and rebuilds the partner table."""

import os

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade():
    with op.batch_alter_table("partner", recreate="always") as table:
        table.add_column(sa.Column("stars", sa.Integer, nullable=False, server_default="3"))
        table.add_column(sa.Column("remark", sa.String, nullable=True))
    if os.environ.get("DIE_IN_MIGRATION"):
        os._exit(9)
    if os.environ.get("FAIL_IN_MIGRATION"):
        raise RuntimeError("as asked")
    if os.environ.get("BREAK_IN_MIGRATION"):
        op.execute("DELETE FROM partner")
'''


def migrated_from_nothing(path, clock):
    """A file that came to today's schema through every script; the connection to it."""
    with closing(connect(path)) as connection:
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        connection.execute(next(text for text in META_SCHEMA if "alembic_version" in text))
    assert migrate(path, None, clock().date(), Plan(older=("",)))
    return connect(path)


def next_plan(folder: Path) -> Plan:
    """A plan with one script more than today's, and the model it leads to."""
    scripts = folder / "migrations"
    shutil.copytree(Plan().scripts, scripts, ignore=shutil.ignore_patterns("__pycache__"))
    (scripts / "versions" / "0002_stars.py").write_text(ADDED, encoding="utf-8")
    metadata = MetaData(naming_convention=SQLModel.metadata.naming_convention)
    for table in SQLModel.metadata.tables.values():
        table.to_metadata(metadata)
    metadata.tables["partner"].append_column(Column("stars", Integer, nullable=False, server_default="3"))
    metadata.tables["partner"].append_column(Column("remark", String))
    return Plan(scripts, ("0001",), "0002", metadata, SOURCES)


def run_tomorrow(monkeypatch, folder: Path) -> None:
    """Let the whole program be the next one, to which files of today's are older ones."""
    plan = next_plan(folder)
    monkeypatch.setattr(identity, "HEAD", plan.head)
    monkeypatch.setattr(identity, "OLDER", plan.older)
    monkeypatch.setattr(migrate_module, "own_plan", lambda: plan)

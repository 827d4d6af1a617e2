"""Writes the first migration from the model: `python -m domain.store.freeze`; only until the first release."""

from pathlib import Path

from sqlmodel import SQLModel

import domain.model  # noqa: F401 - importing it registers the tables
from domain.store.identity import META_SCHEMA
from domain.store.schema import table_statements

FIRST = Path(__file__).parent / "migrations" / "versions" / "0001_first_schema.sql"


def frozen() -> str:
    """The first schema as one SQL script; alembic's own table is left to alembic."""
    own = [statement for statement in META_SCHEMA if "alembic_version" not in statement]
    lines = [*own, *table_statements(SQLModel.metadata)]
    return ";\n\n".join("\n".join(line.rstrip() for line in text.splitlines()) for text in lines) + ";\n\n"


if __name__ == "__main__":
    FIRST.write_text(frozen(), encoding="utf-8", newline="\n")

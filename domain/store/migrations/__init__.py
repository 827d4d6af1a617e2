"""Alembic's scripts: one revision a file, the first one frozen as SQL beside it."""

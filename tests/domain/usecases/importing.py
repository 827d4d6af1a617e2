"""What the tests of all imports do: read a table and count the fates."""

from domain.rows.imports import Fate


def read(ws, use_case, source, **options):
    """Import; returns the report."""
    return ws.run("Import", use_case, source if isinstance(source, bytes) else source.encode(), **options)


def counts(report):
    return {fate.value: report.count(fate) for fate in Fate if report.count(fate)}

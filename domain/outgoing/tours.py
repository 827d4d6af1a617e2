"""Tours that leave the house, as GPX, GeoJSON or a table."""

from pathlib import Path
from typing import TYPE_CHECKING

from domain import __version__
from domain.errors import UsageError
from domain.i18n import N_, Language
from domain.rows.published_tours import TourFilter
from domain.terms import Audience
from domain.workspace import Workspace

if TYPE_CHECKING:
    from domain.store.session import Session

ENDINGS = (".gpx", ".geojson", ".xlsx", ".csv", ".json")
"""What a file of tours may end in."""


def export_tours(workspace: Workspace, out: Path, audience: Audience, wanted: TourFilter, language: Language) -> int:
    """Write what an audience may see of tour days; the ending of `out` names the format.

    Returns the number of waypoints (.gpx), features (.geojson) or rows. Unchanged content leaves the file untouched.

    Raises:
        UsageError: the ending is none of `ENDINGS`.
        NotFoundError: the tour is gone.
        FileProblemError: the file cannot be written.
    """
    ending = out.suffix.lower()
    if ending not in ENDINGS:
        raise UsageError(N_("“{file}” must end in {endings}."), file=out.name, endings=", ".join(ENDINGS))
    write = {".gpx": _gpx, ".geojson": _geojson}.get(ending, _table)
    return workspace.ask(write, out, audience, wanted, language)


def _gpx(session: "Session", out: Path, audience: Audience, wanted: TourFilter, language: Language) -> int:
    from domain.exchange.files import write_file_if_changed
    from domain.exchange.gpx import GpxMeta, write_gpx
    from domain.usecases import settings
    from domain.usecases.published_tours import published_days

    meta = GpxMeta(_title(audience, language), settings.load(session).office.name, __version__)
    counts: list[int] = []
    write_file_if_changed(
        out, lambda stream: counts.append(write_gpx(stream, meta, published_days(session, audience, wanted), language))
    )
    return counts[0]


def _geojson(session: "Session", out: Path, audience: Audience, wanted: TourFilter, _language: Language) -> int:
    from domain.exchange.files import write_file_if_changed
    from domain.exchange.geojson import write_tours
    from domain.exchange.tour_table import tour_columns
    from domain.usecases.published_tours import published_days

    counts: list[int] = []
    days = published_days(session, audience, wanted)
    write_file_if_changed(out, lambda stream: counts.append(write_tours(stream, tour_columns(audience), days)))
    return counts[0]


def _title(audience: Audience, language: Language) -> str:
    _ = language.gettext
    return _("Tours, internal only") if audience is Audience.internal else _("Tours")


def _table(session: "Session", out: Path, audience: Audience, wanted: TourFilter, language: Language) -> int:
    from domain.exchange.columns import Sheet, TableFormat
    from domain.exchange.files import write_file_if_changed
    from domain.exchange.sheets import write_table
    from domain.exchange.tour_table import tour_columns, tour_lines
    from domain.usecases.published_tours import published_days

    sheet = Sheet(_title(audience, language), tour_columns(audience), language, session.now)
    form = TableFormat(out.suffix.lower().lstrip("."))
    counts: list[int] = []
    rows = tour_lines(published_days(session, audience, wanted))
    write_file_if_changed(out, lambda stream: counts.append(write_table(stream, form, sheet, rows)))
    return counts[0]

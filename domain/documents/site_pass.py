"""The site pass (Stellplatzpass): one page on a place to stand, measured against each vehicle; internal by nature."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from domain.documents import parts
from domain.documents.inputs import SheetSubject
from domain.documents.kit.flow import Block, Row, Stack
from domain.documents.kit.marks import Shape, verdict
from domain.documents.kit.metadata import About
from domain.documents.kit.page import KeyFigure, Masthead, Sheet
from domain.documents.kit.paragraph import Paragraph
from domain.documents.kit.photo import Photo, photo_size
from domain.documents.kit.sketch import Outline, SiteSketch
from domain.documents.kit.table import Cell, facts, table
from domain.documents.kit.text import Run, b, one_line
from domain.documents.kit.theme import MM, Theme
from domain.documents.permits import permit_words
from domain.documents.sites import site_facts
from domain.i18n import Language
from domain.labels import label
from domain.region.kreise import kreis
from domain.rows.partners import SiteDraft
from domain.rows.settings import OfficeSettings
from domain.rows.site_pass import FitLine, SiteEvent, SitePass, VehicleFit
from domain.rules.visitors import told
from domain.terms import Criterion, Fit, PermitLight, PermitState

_SHAPES = {Fit.fits: Shape.tick, Fit.tight: Shape.triangle, Fit.misfit: Shape.cross, Fit.unknown: Shape.ring}
LIGHTS = {
    PermitLight.clear: Shape.tick,
    PermitLight.waiting: Shape.triangle,
    PermitLight.blocked: Shape.cross,
    PermitLight.idle: Shape.ring,
}
_VEHICLES, _EVENTS = 3, 5
"""How many vehicles and events one page holds."""
_PHOTO = 44 * MM
_LABELS = 23 * MM


@dataclass(frozen=True, slots=True)
class SitePassSheet:
    """Everything on a site pass; `photo` are the bytes of a JPEG, empty without one."""

    found: SitePass
    office: OfficeSettings
    stand: datetime
    photo: bytes = b""
    version: int | None = None
    has_changed: bool = False

    @property
    def subject(self) -> SheetSubject:
        """The site."""
        return SheetSubject(self.found.site.name)

    @property
    def event_ids(self) -> frozenset[UUID] | None:
        """What takes place there."""
        return frozenset(each.event.id for each in self.found.events)


def code(data: SitePassSheet) -> str:
    """The short code of a sheet made from this; equal codes mean equal sheets."""
    return parts.code_of(data.found, data.office)


def sheet(data: SitePassSheet, language: Language, theme: Theme) -> Sheet:
    """The document ready to be set."""
    _ = language.gettext
    row = data.found.site
    place = ", ".join(part for part in (one_line(row.draft.street), _town(row.draft)) if part)
    district = kreis(row.kreis_ags).name if row.kreis_ags else ""
    return Sheet(
        about=About(
            title=_("Site pass {site}").format(site=one_line(row.name, 160)),
            subject=", ".join(part for part in (place, district) if part) or one_line(row.name, 160),
            author=data.office.name or "Landauf",
            language=language.tag,
            created=data.stand,
        ),
        masthead=Masthead(
            eyebrow=" · ".join(part for part in (_("Site pass"), district) if part),
            title=row.name,
            lead=place,
            figures=_figures(data, language),
            mark=_("Internal only"),
        ),
        body=story(data, language, theme),
        footer=parts.footer(data.stand, data.version, code(data), language, has_changed=data.has_changed),
        page_label=lambda page, pages: _("Page {page} of {pages}").format(page=page, pages=pages),
    )


def _town(site: SiteDraft) -> str:
    return " ".join(one_line(part) for part in (site.postcode, site.town) if part.strip())


def _figures(data: SitePassSheet, language: Language) -> tuple[KeyFigure, ...]:
    """How large the area is and how often it was used."""
    _ = language.gettext
    site = data.found.site.draft
    sides = [language.number(side) for side in (site.length_m, site.width_m) if side is not None]
    area = (KeyFigure(" × ".join(sides), (_("Metres usable area"),)),) if sides else ()
    count = sum(1 for event in data.found.events if event.visitors is not None)
    return (*area, KeyFigure(str(count), (language.ngettext("visit counted", "visits counted", count),)))


def story(data: SitePassSheet, language: Language, theme: Theme) -> list[Block]:
    """What it looks like, how to get in and the permit; beside it sketch and ground; then vehicles and events."""
    _ = language.gettext
    site = data.found.site.draft
    known = dict(site_facts(site, language))
    way = [_("Way in"), _("Key"), _("Market days"), _("Notes")]
    ground = [name for name in known if name not in {*way, _("Site"), _("Address"), _("Permit")}]
    about = [
        *_coordinates(site, language),
        *((name, known[name]) for name in way if name in known),
        *_past_visitors(data.found, language),
    ]
    there = [(name, known[name]) for name in ground]
    left = parts.section(_("On the spot"), theme, [*_picture(data, language), *_facts(about, theme)])
    sketch = _sketch(data.found, language, theme)
    right = [
        *parts.section(_("Sketch to scale") if sketch else _("Ground"), theme, [*sketch, *_facts(there, theme)]),
        *parts.section(_("Permit"), theme, _facts(_permit(site, language), theme)),
    ]
    return [
        Row([Stack(left), Stack(right)], (None, None), 7 * MM),
        *parts.section(_("Does the vehicle fit?"), theme, _fits(data.found.vehicles, language, theme)),
        *parts.section(_("Events here"), theme, _events(data.found.events, language, theme)),
    ]


def _facts(rows: list[tuple[str, str]], theme: Theme) -> list[Block]:
    return [facts(theme, rows, _LABELS, is_small=True)] if rows else []


def _picture(data: SitePassSheet, language: Language) -> list[Block]:
    size = photo_size(data.photo) if data.photo else None
    if size is None:
        return []
    alt = data.found.site.draft.photo_alt or language.gettext("Photo of the site {site}").format(
        site=one_line(data.found.site.name)
    )
    return [Photo(data.photo, size, alt, _PHOTO)]


def _sketch(found: SitePass, language: Language, theme: Theme) -> list[Block]:
    _ = language.gettext
    site = found.site.draft
    if not site.length_m or not site.width_m:
        return []
    vehicles = [
        Outline(each.name, each.length_m, each.width_m, _is_room_for(each))
        for each in found.vehicles
        if each.length_m and each.width_m
    ]
    length, width = language.number(site.length_m), language.number(site.width_m)
    alt = _("Area {length} m long and {width} m wide, with the outlines of {vehicles}").format(
        length=length, width=width, vehicles=language.listing(each.name for each in vehicles) or "–"
    )
    measures = (_("{size} m").format(size=length), _("{size} m").format(size=width))
    return [SiteSketch((site.length_m, site.width_m), vehicles, measures, alt, theme)]


def _is_room_for(vehicle: VehicleFit) -> bool:
    ground = {Criterion.length, Criterion.width}
    return all(line.fit is not Fit.misfit for line in vehicle.lines if line.criterion in ground)


def _coordinates(site: SiteDraft, language: Language) -> list[tuple[str, str]]:
    if site.latitude is None or site.longitude is None:
        return []
    return [(language.gettext("Coordinates"), f"{site.latitude:.5f}, {site.longitude:.5f}")]


def _past_visitors(found: SitePass, language: Language) -> list[tuple[str, str]]:
    sentence = told(found.visitors)
    return [] if sentence is None else [(language.gettext("Past visitors"), language.text(*sentence))]


def _permit(site: SiteDraft, language: Language) -> list[tuple[str, str]]:
    _ = language.gettext
    days = language.ngettext("{days} day before", "{days} days before", site.permit_lead_days)
    rows = [
        (_("In general"), label(site.permit_state, language)),
        (_("Authority"), one_line(site.permit_authority)),
        (_("Apply"), "" if site.permit_state is PermitState.not_needed else days.format(days=site.permit_lead_days)),
    ]
    return [(name, value) for name, value in rows if value]


def _fits(vehicles: tuple[VehicleFit, ...], language: Language, theme: Theme) -> list[Block]:
    """One column for each vehicle, one row for each criterion, the sum in the head of the rows."""
    _ = language.gettext
    if not vehicles:
        return [Paragraph(_("No vehicle is on file yet."), theme.plain)]
    shown = vehicles[:_VEHICLES]
    rows: list[tuple[Cell, ...]] = [
        (_("All in all"), *(_said(each.fit, _sum(each, language), language, theme) for each in shown))
    ]
    for criterion in Criterion:
        lines = [next((line for line in each.lines if line.criterion is criterion), None) for each in shown]
        if any(lines):
            cells = (_figures_of(line, language, theme) if line else "–" for line in lines)
            rows.append((label(criterion, language), *cells))
    heads = (_("Criterion"), *(one_line(each.name, 60) for each in shown))
    widths = (22 * MM, *(None for _each in shown))
    more = len(vehicles) - len(shown)
    rest = language.ngettext("and {count} more vehicle", "and {count} more vehicles", more).format(count=more)
    note = [Paragraph(rest, theme.second)] if more else []
    return [table(theme, widths, heads, rows, is_small=True), *note]


def _said(fit: Fit, words: str, language: Language, theme: Theme) -> Block:
    head = b(label(fit, language))
    return verdict(_SHAPES[fit], [head, Run(f", {words}")] if words else [head], theme.card, theme.palette)


def _sum(vehicle: VehicleFit, language: Language) -> str:
    if not vehicle.unknown:
        return ""
    words = language.ngettext("{count} fact missing", "{count} facts missing", vehicle.unknown)
    return words.format(count=vehicle.unknown)


def _figures_of(line: FitLine, language: Language, theme: Theme) -> Block:
    words = one_line(language.text(line.msgid, line.params), 160)
    runs = [b(f"{label(line.fit, language)}: "), Run(words)] if line.fit is not Fit.fits else [Run(words)]
    return verdict(_SHAPES[line.fit], runs, theme.card, theme.palette)


def _events(events: tuple[SiteEvent, ...], language: Language, theme: Theme) -> list[Block]:
    _ = language.gettext
    if not events:
        return [Paragraph(_("None on record."), theme.plain)]
    rows: list[tuple[Cell, ...]] = [
        (
            language.day(each.event.start_day) if each.event.start_day else _("no date"),
            one_line(each.event.title, 120),
            verdict(LIGHTS[each.permit.light], permit_words(each.permit, language), theme.card, theme.palette),
            "–" if each.visitors is None else language.number(each.visitors),
        )
        for each in events[:_EVENTS]
    ]
    more = len(events) - _EVENTS
    rest = language.ngettext("and {count} more", "and {count} more", more).format(count=more)
    heads = (_("Day"), _("Event"), _("Permit"), _("Visitors"))
    note = [Paragraph(rest, theme.second)] if more > 0 else []
    return [table(theme, (19 * MM, None, 62 * MM, 17 * MM), heads, rows, is_small=True), *note]

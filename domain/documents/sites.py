"""What a sheet says about a site (Stellplatz), and what to check there."""

from collections.abc import Sequence

from domain.documents.kit.text import clean, one_line
from domain.i18n import Language
from domain.labels import label
from domain.rows.partners import SiteDraft
from domain.rows.permits import PermitView
from domain.rules.site_fit import LEVEL_PERCENT
from domain.terms import PermitLight, Surface


def site_facts(site: SiteDraft, language: Language) -> list[tuple[str, str]]:
    """Names and values of everything known about the site; what is not known is left out."""
    _ = language.gettext
    town = " ".join(part for part in (site.postcode, site.town) if part)
    rows = [
        (_("Site"), one_line(site.name)),
        (_("Address"), ", ".join(one_line(part) for part in (site.street, town) if part.strip())),
        (_("Way in"), clean(site.access, 600, _("[shortened]"))),
        (_("Ground"), _ground(site, language)),
        (_("Usable area"), _area(site, language)),
        (_("Weight limit"), _kilograms(site.weight_limit_kg, language)),
        (_("Power"), power(site, language)),
        (_("Step-free"), {True: _("yes"), False: _("no"), None: ""}[site.step_free]),
        (_("Key"), one_line(site.key_holder)),
        (_("Permit"), _permit(site, language)),
        (_("Market days"), language.listing(language.weekday_name(day) for day in site.market_days)),
        (_("Notes"), clean(site.notes, 1500, _("[shortened]"))),
    ]
    return [(name, value) for name, value in rows if value]


def _ground(site: SiteDraft, language: Language) -> str:
    _ = language.gettext
    surface = "" if site.surface is Surface.unknown else label(site.surface, language)
    slope = (
        "" if site.slope_percent is None else _("slope {percent} %").format(percent=language.number(site.slope_percent))
    )
    return ", ".join(part for part in (surface, slope) if part)


def _area(site: SiteDraft, language: Language) -> str:
    _ = language.gettext
    sides = [language.number(side) for side in (site.length_m, site.width_m) if side is not None]
    area = _("{sides} m").format(sides=" × ".join(sides)) if sides else ""
    height = "" if site.height_m is None else _("{height} m clear height").format(height=language.number(site.height_m))
    return ", ".join(part for part in (area, height) if part)


def _kilograms(weight: int | None, language: Language) -> str:
    return "" if weight is None else language.gettext("{weight} kg").format(weight=language.number(weight))


def power(site: SiteDraft, language: Language) -> str:
    """The sockets and how far they are: 2 × 230 V, 1 × CEE 16 A, 30 m away; empty without sockets."""
    _ = language.gettext
    sockets = [
        f"{count} × {kind}"
        for count, kind in ((site.sockets_230v, "230 V"), (site.cee_16a, "CEE 16 A"), (site.cee_32a, "CEE 32 A"))
        if count
    ]
    if sockets and site.power_distance_m is not None:
        sockets.append(_("{metres} m away").format(metres=language.number(site.power_distance_m)))
    return ", ".join(sockets)


def _permit(site: SiteDraft, language: Language) -> str:
    state = label(site.permit_state, language)
    authority = one_line(site.permit_authority)
    return f"{state} ({authority})" if authority else state


def checks(sites: Sequence[SiteDraft], permits: Sequence[PermitView], language: Language) -> list[str]:
    """What the crew checks on the spot; the first and last lines always, the rest where a site gives reason to."""
    _ = language.gettext
    found = [_("Access and parking area are clear, escape routes stay open")]
    if any(power(site, language) for site in sites):
        found.append(_("Power connected and tested"))
    if any(permit.light is PermitLight.clear for permit in permits):
        found.append(_("Permits at hand"))
    if any(site.key_holder.strip() for site in sites):
        found.append(_("Keys arranged and returned"))
    if any((site.slope_percent or 0) > LEVEL_PERCENT for site in sites):
        found.append(_("Vehicle secured with wedges on sloping ground"))
    found.append(_("Visitors counted, area left clean"))
    return found

"""What stands beside the events: the Kreise, the calendars to subscribe to, the register of a single page."""

from collections import Counter
from collections.abc import Sequence

from domain.exchange.web_event import EventMarkup, first_day
from domain.exchange.web_json_ld import anchor
from domain.exchange.web_map import hexagon_map, kreis_list
from domain.exchange.web_markup import NOTHING, Markup, fill, join
from domain.exchange.web_meta import INDEX, WebMeta, kreise_by_name
from domain.i18n import N_
from domain.region.kreise import kreis
from domain.rows.published import PublishedEvent

_KREISE = '<section id="kreise" tabindex="-1"><h2>{title}</h2><p>{about}</p>{map}{list}</section>\n'


def side(counts: Counter[str], meta: WebMeta) -> Markup:
    """The Kreise with their numbers of events, and what can be subscribed to."""
    _ = meta.language.gettext
    here = meta.kreis.ags if meta.kreis else None
    return fill(
        '<div class="side">{kreise}{feeds}</div>\n',
        kreise=fill(
            _KREISE,
            title=_(N_("Districts")),
            about=_(N_("What takes place near you")),
            map=hexagon_map(counts, meta.kreis_address, here),
            list=kreis_list(counts, meta.kreis_address, here, meta.language),
        ),
        feeds=_feeds(meta),
    )


def _feeds(meta: WebMeta) -> Markup:
    """Calendars to subscribe to; nothing where nobody knows under which address they will stand."""
    if not meta.on_the_web(INDEX) or not meta.addresses.calendars:
        return NOTHING
    _ = meta.language.gettext
    here = meta.kreis.ags if meta.kreis else ""
    files = dict(meta.addresses.calendars)
    first = [(ags, file) for ags, file in meta.addresses.calendars if ags in {"", here}]
    others = [(found.ags, files[found.ags]) for found in kreise_by_name() if found.ags in files and not here]
    return fill(
        '<section id="feeds" tabindex="-1"><h2>{title}</h2><p>{about}</p>{first}{others}</section>\n',
        title=_(N_("Subscribe to the calendar")),
        about=_(N_("A subscribed calendar keeps itself up to date; a file that was imported stays as it was.")),
        first=_feed_list(first, meta),
        others=fill(
            "<details><summary>{text}</summary>{items}</details>",
            text=_(N_("Only one district")),
            items=_feed_list(others, meta),
        )
        if others
        else NOTHING,
    )


def _feed_list(calendars: Sequence[tuple[str, str]], meta: WebMeta) -> Markup:
    _ = meta.language.gettext
    return fill(
        '<ul class="feeds">{items}</ul>',
        items=join(
            fill(
                '<li><b>{name}</b> <a href="webcal{rest}">{subscribe}<span class="v">: {name}</span></a> '
                '<a href="{address}">{link}<span class="v">: {name}</span></a></li>',
                name=kreis(ags).name if ags else _(N_("Whole state")),
                rest=(address := meta.on_the_web(file))[address.index(":") :],
                subscribe=_(N_("Subscribe")),
                address=address,
                link=_(N_("Link to the file")),
            )
            for ags, file in calendars
        ),
    )


def register(events: Sequence[PublishedEvent], meta: WebMeta) -> Markup:
    """Events to come by Kreis as links into the list, for a page that has no other pages beside it."""
    item = EventMarkup(meta.language)
    parts = []
    for found in kreise_by_name():
        here = [event for event in events if event.place.kreis_ags == found.ags]
        rows = join(
            fill(
                '<li><a href="#{anchor}"{lang}>{title}</a> {day}</li>',
                lang=item.typed,
                anchor=anchor(event),
                title=item.title(event),
                day=meta.language.day(day),
            )
            for event in here
            if (day := first_day(event)) is not None
        )
        nothing = fill("<li>{text}</li>", text=meta.language.gettext(N_("No public events at present.")))
        parts.append(
            fill(
                '<div id="k-{ags}" tabindex="-1"><h3>{name}</h3><ul>{rows}</ul></div>',
                ags=found.ags,
                name=found.name,
                rows=rows or nothing,
            )
        )
    title = meta.language.gettext(N_("Events by district"))
    return fill('<section class="register"><h2>{title}</h2>{parts}</section>\n', title=title, parts=join(parts))

"""The 14 Kreise as hexagons that lead to their events, and the same as a list."""

from collections.abc import Callable, Mapping

from domain.exchange.web_markup import NOTHING, Markup, fill, join
from domain.exchange.web_meta import kreise_by_name
from domain.i18n import Language
from domain.region.kreise import Kreis, kreise

_WIDTH, _HEIGHT = 66, 76
_SIZE = "264 304"
_SHAPE = "0,-35 30.5,-17.5 30.5,17.5 0,35 -30.5,17.5 -30.5,-17.5"


def hexagon_map(counts: Mapping[str, int], address_of: Callable[[Kreis], str], here: str | None) -> Markup:
    """The map as SVG; `counts` are events by key of Kreis, `here` the Kreis of the page, if it has one.

    Assistive programs and the keyboard pass it over: `kreis_list` beside it holds the same links with the same figures.
    """
    cells = join(_cell(kreis, counts.get(kreis.ags, 0), address_of(kreis), here) for kreis in kreise())
    return fill(
        '<svg class="map" viewBox="0 0 {size}" aria-hidden="true" focusable="false">{cells}</svg>',
        size=_SIZE,
        cells=cells,
    )


def _cell(kreis: Kreis, count: int, address: str, here: str | None) -> Markup:
    shade = "here" if kreis.ags == here else "some" if count else "none"
    return fill(
        '<a href="{address}" tabindex="-1" class="{shade}"><g transform="translate({x} {y})">'
        '<polygon points="{shape}"/><text y="-2">{code}</text><text y="15" class="n">{count}</text></g></a>',
        address=address,
        shade=shade,
        x=f"{(kreis.hexagon.x + 0.5) * _WIDTH:g}",
        y=f"{(kreis.hexagon.y + 0.5) * _HEIGHT:g}",
        shape=_SHAPE,
        code=kreis.code,
        count=count,
    )


def kreis_list(
    counts: Mapping[str, int], address_of: Callable[[Kreis], str], here: str | None, language: Language
) -> Markup:
    """Every Kreis by name with its number of events, as links."""
    return fill(
        '<ul class="kreise">{items}</ul>',
        items=join(
            fill(
                '<li><a href="{address}"{current}>{name}</a> <span>{count}</span></li>',
                address=address_of(kreis),
                current=Markup(' aria-current="page"') if kreis.ags == here else NOTHING,
                name=kreis.name,
                count=language.ngettext("{count} event", "{count} events", counts.get(kreis.ags, 0)).format(
                    count=counts.get(kreis.ags, 0)
                ),
            )
            for kreis in kreise_by_name()
        ),
    )

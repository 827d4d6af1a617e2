"""The form that searches and filters; the script shows it, since without one it would do nothing."""

from collections import Counter
from collections.abc import Iterable, Sequence

from domain.exchange.web_markup import NOTHING, Markup, fill, join
from domain.exchange.web_meta import WebMeta, kreise_by_name
from domain.i18n import N_
from domain.labels import label
from domain.rows.published import PublishedEvent
from domain.terms import EventKind

_FORM = (
    '<form id="find" role="search" aria-label="{name}" hidden>\n<div class="q"><label for="q">{search}</label>'
    '<input id="q" type="search" name="q" autocomplete="off" placeholder="{example}"></div>\n{kinds}{kreise}</form>\n'
    '<div class="found"><p id="count" role="status" data-one="{one}" data-many="{many}" data-none="{none}">{all}</p>'
    '<button id="reset" type="button" hidden>{reset}</button></div>\n'
)
_CHOICE = (
    '<label class="chip {value}"><input type="checkbox" name="{name}" value="{value}">'
    "<span>{text} <i>{count}</i></span></label>"
)


def search_form(events: Sequence[PublishedEvent], coming: int, meta: WebMeta) -> Markup:
    """Search field, kinds and Kreise that occur with their numbers, and the line that says how many are shown.

    `coming` of the events are not over yet.
    """
    _ = meta.language.gettext
    kinds = Counter(event.kind for event in events)
    places = Counter(event.place.kreis_ags for event in events)
    kind_choices = ((kind.value, label(kind, meta.language), kinds[kind]) for kind in EventKind if kinds[kind])
    kreis_choices = ((kreis.ags, kreis.name, places[kreis.ags]) for kreis in kreise_by_name() if places[kreis.ags])
    return fill(
        _FORM,
        name=_(N_("Search and filter events")),
        search=_(N_("Search events")),
        example=_(N_("Place, topic, host …")),
        kinds=_choices("art", _(N_("Kind")), kind_choices, meta),
        kreise=NOTHING if meta.kreis else _choices("kreis", _(N_("District")), kreis_choices, meta),
        one=_(N_("1 of {all} events")),
        many=_(N_("{n} of {all} events")),
        none=_(N_("No event matches. Please choose less or search for something else.")),
        all=meta.language.ngettext("{count} upcoming event", "{count} upcoming events", coming).format(count=coming),
        reset=_(N_("Show all events")),
    )


def _choices(name: str, title: str, choices: Iterable[tuple[str, str, int]], meta: WebMeta) -> Markup:
    chips = [fill(_CHOICE, name=name, value=value, text=text, count=count) for value, text, count in choices]
    if len(chips) < 2:  # noqa: PLR2004 - one choice chooses nothing
        return NOTHING
    chosen = meta.language.gettext(N_("{n} chosen"))
    return fill(
        '<details class="pick"><summary>{title} <span class="n" data-text="{chosen}"></span></summary>'
        '<fieldset><legend class="v">{title}</legend>{chips}</fieldset></details>\n',
        title=title,
        chosen=chosen,
        chips=join(chips),
    )

"""Head, title and foot of the web page."""

import re
from collections.abc import Iterator

from domain.exchange import web_look
from domain.exchange.textformat import is_web_address
from domain.exchange.web_markup import NOTHING, Markup, fill, join, lines, one_line
from domain.exchange.web_meta import INDEX, WebMeta
from domain.i18n import N_
from domain.rows.settings import OfficeSettings
from domain.terms import Audience

_MAILBOX = re.compile(r"[A-Za-z0-9.!#$%&*+/=?_~-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+")
_DIALLED = re.compile(r"[^0-9+]")
_HEAD = (
    '<!DOCTYPE html>\n<html lang="{tag}">\n<head>\n<meta charset="utf-8">\n{look}'
    '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
    '<meta name="color-scheme" content="light dark">\n'
    '<meta name="theme-color" content="#0b4f6c">\n<title>{title}</title>\n<meta name="description" content="{about}">\n'
    '<meta name="generator" content="Landauf">\n{more}</head>\n'
)
_HERO = (
    '<a class="skip" href="#list">{skip}</a>\n<header><div class="in">{notice}<p class="office">{office}</p>\n'
    '<h1>{title}</h1>\n<p class="lead">{lead}</p>\n<nav aria-label="{nav}"><ul>{links}</ul></nav></div></header>\n'
)


def title_of(meta: WebMeta) -> str:
    """The heading of the page: the Kreis it is about, or the whole."""
    return meta.kreis.name if meta.kreis else _whole(meta)


def _whole(meta: WebMeta) -> str:
    return meta.language.gettext(N_("Prevention in Sachsen-Anhalt"))


def head(meta: WebMeta) -> Markup:
    """Everything before the body."""
    names = dict.fromkeys((title_of(meta), _whole(meta), one_line(meta.office.name)))
    return fill(
        _HEAD,
        tag=meta.language.code,
        look=web_look.inlined() if meta.alone else web_look.linked(meta.up),
        title=" – ".join(filter(None, names)),
        about=_lead(meta),
        more=join(_more(meta)),
    )


def _more(meta: WebMeta) -> Iterator[Markup]:
    if meta.audience is not Audience.public:
        yield Markup('<meta name="robots" content="noindex">\n')
    if meta.address:
        yield fill('<link rel="canonical" href="{address}">\n', address=meta.address)
    if meta.other:
        yield fill(
            '<link rel="alternate" hreflang="{code}" href="{address}">\n',
            code=meta.other[0].code,
            address=meta.other_address,
        )


def _lead(meta: WebMeta) -> str:
    return meta.language.gettext(
        N_("Where the police, municipalities and the Verfassungsschutz advise, inform and listen: all public events.")
    )


def hero(meta: WebMeta) -> Markup:
    """The title with the ways over the page."""
    _ = meta.language.gettext
    return fill(
        _HERO,
        skip=_(N_("Skip to the events")),
        notice=_notice(meta),
        office=one_line(meta.office.name) or _(N_("Public events")),
        title=title_of(meta),
        lead=_lead(meta),
        nav=_(N_("On this page")),
        links=join(_ways(meta)),
    )


def _notice(meta: WebMeta) -> Markup:
    texts = {
        Audience.partners: N_("For partners only. Please do not publish this page."),
        Audience.internal: N_("Internal. This page must not leave the house."),
    }
    if meta.audience not in texts:
        return NOTHING
    return fill('<p class="notice">{text}</p>', text=meta.language.gettext(texts[meta.audience]))


def _ways(meta: WebMeta) -> Iterator[Markup]:
    _ = meta.language.gettext
    way = '<li><a href="{address}">{text}</a></li>'
    if meta.kreis is not None:
        yield fill(way, address=INDEX, text=_(N_("All districts")))
    yield fill(way, address="#list", text=_(N_("Events")))
    yield fill(way, address="#kreise", text=_(N_("Districts")))
    if meta.addresses.calendars and meta.on_the_web(INDEX):
        yield fill(way, address="#feeds", text=_(N_("Subscribe to the calendar")))
    yield fill(way, address="#contact", text=_(N_("Contact")))
    if meta.other:
        language, _folder = meta.other
        yield fill(
            '<li class="tongue"><a href="{address}" hreflang="{code}" lang="{code}">{text}</a></li>',
            address=meta.other_address,
            code=language.code,
            text={"de": "Deutsch", "en": "English"}[language.code],
        )


def footer(meta: WebMeta, as_of: str) -> Markup:
    """Contact and imprint of the office; `as_of` is the day of the newest change, "" if there is none."""
    _ = meta.language.gettext
    imprint = lines(meta.office.imprint)
    return fill(
        '<footer id="contact"><div class="in"><section><h2>{contact}</h2><address>{office}</address></section>{imprint}'
        '<p class="stand">{as_of}</p></div></footer>\n',
        contact=_(N_("Contact")),
        office=join(_office(meta.office)),
        imprint=fill("<section><h2>{name}</h2><p>{text}</p></section>", name=_(N_("Imprint")), text=imprint)
        if imprint
        else NOTHING,
        as_of=_(N_("As of {day}")).format(day=as_of) if as_of else "",
    )


def _office(office: OfficeSettings) -> Iterator[Markup]:
    for text in (office.name, office.unit, office.street, f"{office.postcode} {office.town}"):
        if one_line(text):
            yield fill("<span>{text}</span>", text=one_line(text))
    phone, email, website = map(one_line, (office.phone, office.email, office.website))
    for scheme, number, text in (
        ("tel:", _DIALLED.sub("", phone), phone),
        ("mailto:", email if _MAILBOX.fullmatch(email) else "", email),
        ("", website if is_web_address(website) else "", website),
    ):
        if number:
            yield fill('<span><a href="{address}">{text}</a></span>', address=scheme + number, text=text)
        elif text:
            yield fill("<span>{text}</span>", text=text)

"""Streets, house numbers, towns, telephones and net addresses in the form in which they are compared."""

import re
from dataclasses import dataclass
from functools import lru_cache
from urllib.parse import urlsplit

from domain.region.fold import fold, place_keys

_STREET = re.compile(r"(?:strasse|strase|str\.?)(?=$|[\s\d,-])")
_HOUSE = re.compile(r"(\d{1,4})\s*([a-z](?![a-z]))?(?:\s*[-–/]\s*(\d{1,4})?\s*([a-z](?![a-z]))?)?")
_NOT_A_LETTER = re.compile(r"[\W_]+")
_PLAIN_PHONE = re.compile(r"0[\d\s/()-]{4,24}")
_NOT_A_DIGIT = re.compile(r"\D+")
_SHORTEST_PHONE = 6

COMMON_HOSTS = frozenset(
    [
        "t-online.de",
        "web.de",
        "gmx.de",
        "gmx.net",
        "gmail.com",
        "googlemail.com",
        "outlook.de",
        "outlook.com",
        "hotmail.com",
        "hotmail.de",
        "yahoo.de",
        "freenet.de",
        "arcor.de",
        "aol.com",
        "icloud.com",
        "posteo.de",
        "mailbox.org",
        "facebook.com",
        "instagram.com",
        "bildung-lsa.de",
        "sachsen-anhalt.de",
        "polizei.sachsen-anhalt.de",
        "youtube.com",
        "vereinsverzeichnis.eu",
    ]
)
"""Hosts that many institutions share: the same one says nothing."""


@dataclass(frozen=True, slots=True)
class StreetMark:
    """A street's folded name without blanks, and the house numbers from `first` to `last` with a letter; 0 = none."""

    name: str
    first: int = 0
    last: int = 0
    letter: str = ""


@lru_cache(maxsize=65_536)
def street_mark(street: str) -> StreetMark:
    """„Kösener Str. 70 A-72“ and „kösenerstraße 70a - 72“ have the same mark."""
    folded = fold(street)
    house = _HOUSE.search(folded, pos=1) if folded else None
    name = folded[: house.start()] if house else folded
    name = _NOT_A_LETTER.sub("", _STREET.sub("str", name))
    if house is None:
        return StreetMark(name)
    first = int(house[1])
    return StreetMark(name, first, max(first, int(house[3] or 0)), house[2] or house[4] or "")


def same_house(one: StreetMark, two: StreetMark) -> bool:
    """Whether two house numbers may be one house: ranges that meet, and no different letters."""
    if not one.first or not two.first:
        return False
    return one.first <= two.last and two.first <= one.last and not (one.letter and two.letter != one.letter != "")


@lru_cache(maxsize=16_384)
def town_mark(town: str) -> str:
    """The town without qualifier and part: „Halle/Saale“, „Halle (Saale)“ are "halle"; "" for none."""
    return place_keys(town)[1] if town.strip() else ""


@lru_cache(maxsize=65_536)
def phone_mark(phone: str) -> str:
    """The national number in digits without the leading 0; "" if there is none. Extensions in brackets are dropped.

    What is written plainly in Germany is read at once; everything else (+49, several numbers, text) by phonenumbers.
    """
    text = phone.strip()
    if not text:
        return ""
    if _PLAIN_PHONE.fullmatch(text) and not text.startswith("00"):
        return _long_enough(_NOT_A_DIGIT.sub("", text).lstrip("0"))
    import phonenumbers

    found = next(iter(phonenumbers.PhoneNumberMatcher(text, "DE", leniency=phonenumbers.Leniency.POSSIBLE)), None)
    if found is None:
        return _long_enough(_NOT_A_DIGIT.sub("", text).lstrip("0"))
    country = "" if found.number.country_code == 49 else f"+{found.number.country_code}"  # noqa: PLR2004 - Germany
    return _long_enough(country + str(found.number.national_number))


def _long_enough(digits: str) -> str:
    return digits if len(digits) >= _SHORTEST_PHONE else ""


@lru_cache(maxsize=65_536)
def host_mark(website: str) -> str:
    """The host of a web address without www.; "" for none, and for hosts that many share."""
    text = website.strip().lower()
    if "." not in text or " " in text:
        return ""
    try:
        host = urlsplit(text if "//" in text else f"//{text}").hostname or ""
    except ValueError:
        return ""
    host = host.removeprefix("www.")
    return "" if host in COMMON_HOSTS else host


def mail_host(email: str) -> str:
    """The host of an e-mail address; "" for none, and for hosts that many share."""
    _name, sign, host = email.strip().lower().rpartition("@")
    return "" if not sign or host in COMMON_HOSTS else host

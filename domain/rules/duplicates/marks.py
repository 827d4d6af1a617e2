"""Everything of an institution that the comparison looks at, worked out once."""

from dataclasses import dataclass

from domain.rows.duplicates import Profile
from domain.rules.duplicates.addresses import StreetMark, host_mark, mail_host, phone_mark, street_mark, town_mark
from domain.rules.duplicates.names import NameMark, name_mark
from domain.terms import Schulform


@dataclass(frozen=True, slots=True)
class Mark:
    """An institution as the comparison sees it; `own` are the words of the name that are not its town's."""

    profile: Profile
    name: NameMark
    own: frozenset[str]
    forms: frozenset[str]
    street: StreetMark
    town: str
    town_words: frozenset[str]
    phone: str
    email: str
    hosts: frozenset[str]


def mark_of(profile: Profile) -> Mark:
    """The mark of an institution."""
    name = name_mark(profile.name)
    town = town_mark(profile.town)
    town_words = name_mark(profile.town).words if profile.town else frozenset()
    schulform = profile.schulform
    forms = name.forms | {schulform.value} if schulform and schulform is not Schulform.other else name.forms
    return Mark(
        profile=profile,
        name=name,
        own=name.words - town_words,
        forms=forms,
        street=street_mark(profile.street),
        town=town,
        town_words=town_words,
        phone=phone_mark(profile.phone),
        email=profile.email.strip().lower(),
        hosts=frozenset(host for host in (host_mark(profile.website), mail_host(profile.email)) if host),
    )

"""Finds what in a text tells of a person, and blacks it out: a concern is kept without personal data."""

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass

from domain.terms import PersonalKind

HARD = frozenset({PersonalKind.phone, PersonalKind.email, PersonalKind.iban, PersonalKind.file_number})
"""What is never stored with a concern: told by its form alone.

Number plates, dates of birth, names behind a salutation and house numbers can be something else; they are warned of.
"""

IN_ANSWERS = frozenset({PersonalKind.iban, PersonalKind.file_number})
"""What is never stored in an answer: an office may give its own telephone and mail there."""

BLACKED = "[…]"
"""Stands where something was blacked out."""

NAMELESS = "N. N."
"""Stands for a name (nomen nominandum, the same in every language)."""

_LONGEST_NUMBER, _SHORTEST_NUMBER = 15, 7
"""Digits of a telephone number with its area code (E.164: at most 15)."""


@dataclass(frozen=True, slots=True)
class Found:
    """A personal detail: its kind, where it stands (`start` to `end`), and what stands there."""

    kind: PersonalKind
    start: int
    end: int
    text: str

    @property
    def is_hard(self) -> bool:
        """Whether it is never stored."""
        return self.kind in HARD


_EMAIL = re.compile(r"[\w.+%-]{1,64}(?:@|\s?[(\[](?:at|ät)[)\]]\s?)[\w-]{1,63}(?:\.[\w-]{1,63}){1,4}", re.IGNORECASE)
_IBAN = re.compile(r"\b[A-Z]{2}\d{2}(?:[ -]?[A-Z]{4})?(?:[ -]?\d){10,26}\b", re.IGNORECASE)
_FILE_NUMBERS = (
    # court and prosecutor: 123 Js 4567/26, 5 Ds 12/26, 34 OWi 88/2026
    re.compile(
        r"\b\d{1,4}\s?(?:UJs|WJs|Js|KLs|Ks|Ls|Ds|Cs|Gs|Ns|Ss|Ws|OWi|OWs|AR|BRs|VRs|StVK|Bs|C|O|F|S|U|K|A|B|T)"
        r"\s?\d{1,6}/(?:19|20)?\d{2}\b(?!\d)"
    ),
    # police: ST/0123456/2026, 0123456/2026
    re.compile(r"\bST[/-]\d{3,}(?:[/-]\d{2,})*\b"),
    re.compile(r"\b\d{5,12}/(?:19|20)\d{2}\b"),
    # whatever is called a file number
    re.compile(
        r"\b(?:Az\.?|Aktenzeichen|Aktennummer|Gesch(?:äfts)?zeichen|Gz\.?|Vorgangs?-?\s?(?:nummer|nr\.?)|Vorg\.-?\s?Nr\.?"
        r"|Tgb\.?-?\s?Nr\.?|Tagebuchn(?:umme)?r\.?|Anzeigen?-?\s?(?:nummer|nr\.?)|VNr\.?)"
        r"\s{0,3}(?:lautet|ist|war)?\s{0,3}[:#]?\s{0,3}(?=[\w/.-]{0,20}\d)[A-Z0-9][\w/-]{2,40}(?:\.\d[\w/-]{0,20})*",
        re.IGNORECASE,
    ),
)
_PHONES = (
    re.compile(r"(?<![\w/.,:-])(?:\+|00)[1-9]\d{0,2}(?:[ ./-]{0,2}\(0\))?(?:[ ./-]{0,3}\d){5,12}(?![\d.:]\d)"),
    re.compile(r"(?<![\w/.,:+-])\(?0[1-9]\d{1,4}\)?(?:[ /-]{0,3}\d){3,11}(?![\w:]|[.,]\d)"),
    re.compile(
        r"\b(?:Tel(?:efon(?:nummer)?)?|Handy(?:nummer)?|Mobil(?:nummer)?|Rufnummer|Fax|Durchwahl)\b"
        r"\.?\s?[:#]?\s?\d(?:[ /-]?\d){4,14}(?![\d.:]\d)",
        re.IGNORECASE,
    ),
)
_POSTCODE_PAIR = re.compile(r"(?:0[16]|29|38|39)\d{3}\s?[/-]\s?(?:0[16]|29|38|39)\d{3}")
_FREE_OF_CHARGE = re.compile(r"\(?0800\b")  # belongs to a hotline, never to a person
_DISTRICTS = (
    "ABI|ASL|AZE|BBG|BK|BLK|BRG|BTF|BÖ|DE|EIL|GA|GHC|GNT|HAL|HBS|HDL|HET|HHM|HV|HZ|JE|JL|KLZ|KÖT|MD|MER|ML|MQ|MSH"
    "|NEB|NMB|OBG|OC|OK|OHRE|QFT|QLB|RSL|SAW|SBK|SDL|SFT|SGH|SK|SLK|WB|WBR|WMS|WR|WSF|WZL|ZE|ZZ|B|L|H|BS|WOB|GÖ|P|C|DD"
)
_PLATES = (
    re.compile(r"(?<![\w-])(?!DIN|EN-|ISO|CEE|LED|USB)[A-ZÄÖÜ]{1,3}[-–][A-Z]{1,2}[ -]?\d{1,4}[EH]?\b"),
    re.compile(rf"(?<![\w-])(?:{_DISTRICTS}) [A-Z]{{2}} ?\d{{1,4}}[EH]?\b"),
)
_DAY = r"(?:0?[1-9]|[12]\d|3[01])\.\s?(?:0?[1-9]|1[0-2])\.\s?"
_MONTH_NAME = r"(?:Jan|Feb|Mär|Apr|Mai|Jun|Jul|Aug|Sep|Okt|Nov|Dez)[a-zä]{0,6}\.?"
_BIRTH_DATES = (
    re.compile(
        rf"(?:\bgeb(?:oren|\.)?(?:\s(?:am|im))?|\bgeburtsdatum|\*)\s{{0,2}}:?\s{{0,2}}"
        rf"(?:{_DAY}(?:19|20)?\d{{2}}|\d{{1,2}}\.\s?{_MONTH_NAME}\s(?:19|20)\d{{2}})\b",
        re.IGNORECASE,
    ),
    re.compile(
        rf"(?<!seit )(?<!vom )(?<!ab )(?<!am )(?<!bis )(?<!Stand )(?<![\d.]){_DAY}(?:19[2-9]\d|200\d|201[0-5])\b"
    ),
)
_NO_NAMES = (
    r"Dr|Prof|Ing|Dipl|Angst|Opfer|Hilfe|Probleme|Schutz|Kind|Kinder|Mann|Männer|Frau|Frauen|Mädchen|Sicherheit|Gewalt|Ärger|Sorge|Sorgen"
    r"|Minister\w*|Ministerpräsident\w*|Staatssekretär\w*|Bürgermeister\w*|Oberbürgermeister\w*|Ortsbürgermeister\w*"
    r"|Landrat|Landrätin|Landräte|Präsident\w*|Direktor\w*|Leiter\w*|Kommissar\w*|Pfarrer\w*|Abgeordnete\w*|Vorsitzende\w*"
    r"|Uhr|Januar|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember|Und|Oder|Im|In|Am|An|Auf|Als"
    r"|Der|Die|Das|Den|Dem|Ein|Eine|Er|Sie|Es|Wir|Ich|Ihr|Man|Wenn|Weil|Dass|Ob|Wo|Wer|Was|Wie|Warum|Bei|Mit|Von|Zu|Nach"
    r"|Es|Polizei|Ordnungsamt|Stadt|Gemeinde|Nachts|Abends|Morgens|Heute|Gestern|Seit|Aber|Doch|Kein|Keine|Nicht"
)
_UPPER, _LOWER = "[A-ZÀ-ÖØ-ÞĆČĐİŁŃŐŘŚŞŠŤŮŰŹŻŽ]", r"[^\W\d_A-ZÄÖÜ]"
_NAME_WORD = rf"(?!(?:{_NO_NAMES})\b){_UPPER}{_LOWER}{{1,30}}(?:-{_UPPER}{_LOWER}{{1,30}})?"
_NAME = re.compile(
    r"\b(?:Herrn?|Hr\.|Frau|Fr\.|Frl\.|Fräulein|Familie|Fam\.|Eheleute|Ehepaar|Nachbar|Nachbarin|Prof\.|Dr\.)\s{1,2}"
    r"(?:(?:Dr|Prof|Ing|Dipl|med|phil|jur)\.(?:-Ing\.)?\s?){0,3}"
    rf"(?P<name>(?:(?:von|van|zu|de|der|den)\s){{0,2}}{_NAME_WORD}(?:\s{_NAME_WORD}){{0,2}})\b"
)
_COUNTED = (
    r"(?!\s?(?:Uhr|Minuten?|min\b|Meter|m\b|km|Stunden?|Jahre|Tage|Wochen|Mal|mal|bis|Personen|Prozent|%|Grad|er\b))"
)
_HOUSE = rf"\s\d{{1,3}}(?:\s?[a-hA-H]\b|\b){_COUNTED}"
_STREETS = (
    re.compile(
        r"\b[A-ZÄÖÜ][\w.-]{0,40}(?:stra(?:ß|ss)e|str\.|weg|platz|allee|gasse|ring|damm|ufer|chaussee|markt|siedlung)"
        + _HOUSE
    ),
    re.compile(
        r"\b(?:[A-ZÄÖÜ][\w-]{1,30}(?:er|e|n)|[A-ZÄÖÜ][a-zäöüß]{1,30}-(?:[A-ZÄÖÜ][a-zäöüß]{1,30}-){0,3})[ -]?"
        r"(?:Stra(?:ß|ss)e|Str\.|Weg|Allee|Gasse|Platz|Markt|Ring)" + _HOUSE
    ),
    re.compile(r"\bHaus(?:nummer|nr\.?|-Nr\.?)\s\d{1,3}(?:\s?[a-h]\b|\b)"),
)

_PATTERNS: tuple[tuple[PersonalKind, tuple[re.Pattern[str], ...]], ...] = (
    (PersonalKind.email, (_EMAIL,)),
    (PersonalKind.iban, (_IBAN,)),
    (PersonalKind.file_number, _FILE_NUMBERS),
    (PersonalKind.birth_date, _BIRTH_DATES),
    (PersonalKind.phone, _PHONES),
    (PersonalKind.plate, _PLATES),
    (PersonalKind.person, (_NAME,)),
    (PersonalKind.address, _STREETS),
)
"""In the order of who has the first word where two overlap."""


def find(text: str, kinds: Collection[PersonalKind] = tuple(PersonalKind)) -> tuple[Found, ...]:
    """Every personal detail of `kinds` in a text, in the order of the text; none overlaps another."""
    taken: list[Found] = []
    for kind, patterns in _PATTERNS:
        for found in _of_kind(text, kind, patterns) if kind in kinds else ():
            if all(found.end <= other.start or found.start >= other.end for other in taken):
                taken.append(found)
    return tuple(sorted(taken, key=lambda found: found.start))


def _of_kind(text: str, kind: PersonalKind, patterns: tuple[re.Pattern[str], ...]) -> Iterator[Found]:
    for pattern in patterns:
        for match in pattern.finditer(text):
            group = "name" if kind is PersonalKind.person else 0
            start, end = match.span(group)
            if kind is not PersonalKind.phone or _is_phone(match[0]):
                yield Found(kind, start, end, text[start:end])


def _is_phone(text: str) -> bool:
    digits = sum(sign.isdigit() for sign in text)
    if not text.startswith(("0", "(", "+")):
        return True  # called a telephone number
    has_form = _SHORTEST_NUMBER <= digits <= _LONGEST_NUMBER
    return has_form and not _POSTCODE_PAIR.fullmatch(text) and not _FREE_OF_CHARGE.match(text)


def redact(text: str, kinds: Collection[PersonalKind] = tuple(PersonalKind)) -> str:
    """The text with every detail of `kinds` blacked out; doing it twice changes nothing more.

    A name becomes "N. N." behind its salutation, everything else "[…]". Each round takes letters or digits away, so it
    ends.
    """
    while found := find(text, kinds):
        for each in reversed(found):
            text = black_out(text, each)
    return text


def black_out(text: str, found: Found) -> str:
    """The text with one detail, found in this very text, blacked out."""
    stands_in = NAMELESS if found.kind is PersonalKind.person else BLACKED
    return text[: found.start] + stands_in + text[found.end :]

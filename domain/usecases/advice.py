"""What people must have learnt to advise: from the settings, or by the usual name."""

from uuid import UUID

from domain.region.fold import fold
from domain.store.session import Session
from domain.terms import AdviceField
from domain.usecases import settings, vocabulary

SECURITY_TECHNOLOGY = "Sicherheitstechnische Beratung"
"""What the qualification for advice on security technology is called in Sachsen-Anhalt (note domain, table 3)."""


def advice_qualifications(session: Session) -> dict[AdviceField, UUID]:
    """The qualification that advice in a field needs; a field without one is missing.

    Security technology needs the one of the settings; if none is set there, the one that is called so.
    """
    known = vocabulary.qualifications(session)
    chosen = settings.load(session).advice.security_technology_id
    if chosen not in {row.id for row in known}:
        chosen = next((row.id for row in known if fold(row.name) == fold(SECURITY_TECHNOLOGY)), None)
    return {AdviceField.security_technology: chosen} if chosen is not None else {}

"""Names of what concerns are about, how far they are, and what may not stand in their words."""

from domain.i18n import N_
from domain.terms import ConcernCategory, ConcernState, PersonalKind

NAMES = (
    (ConcernState.open, N_("open")),
    (ConcernState.forwarded, N_("forwarded")),
    (ConcernState.answered, N_("answered")),
    (ConcernState.closed, N_("settled")),
    (ConcernState.dropped, N_("not pursued")),
    (ConcernCategory.presence, N_("Police presence")),
    (ConcernCategory.traffic, N_("Traffic and parking")),
    (ConcernCategory.lighting, N_("Lighting and dark corners")),
    (ConcernCategory.cleanliness, N_("Cleanliness and damage")),
    (ConcernCategory.noise, N_("Noise")),
    (ConcernCategory.burglary, N_("Burglary and theft")),
    (ConcernCategory.violence, N_("Violence and threats")),
    (ConcernCategory.drugs, N_("Drugs and alcohol")),
    (ConcernCategory.extremism, N_("Extremism")),
    (ConcernCategory.youth, N_("Children and young people")),
    (ConcernCategory.seniors, N_("Older people and fraud")),
    (ConcernCategory.online, N_("Internet and media")),
    (ConcernCategory.other, N_("Other concern")),
    (PersonalKind.phone, N_("Phone number")),
    (PersonalKind.email, N_("E-mail address")),
    (PersonalKind.iban, N_("Bank account")),
    (PersonalKind.file_number, N_("File number")),
    (PersonalKind.plate, N_("Number plate")),
    (PersonalKind.birth_date, N_("Date of birth")),
    (PersonalKind.person, N_("Name of a person")),
    (PersonalKind.address, N_("Street with house number")),
)

"""Names of what concerns are about and how far they are."""

from domain.i18n import N_
from domain.terms import ConcernCategory, ConcernState

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
)

"""The words of the field as enums and small value types."""

from domain.terms.concern import ConcernCategory, ConcernState
from domain.terms.event import AssignmentRole, Audience, ChangeKind, EventKind, EventState, PlaceCategory, PlaceKind
from domain.terms.finding import Grade, Rule
from domain.terms.meeting import InviteReply, Phase, WorkList
from domain.terms.partner import LegalBasis, MembershipRole, PartnerCategory, Schulform
from domain.terms.planning import RequestState, TourState, Weight
from domain.terms.site import Criterion, Fit, PermitLight, PermitState, Surface
from domain.terms.time import BERLIN, Clock, DaySpan, Minutes, TimeSpan

__all__ = [
    "BERLIN",
    "AssignmentRole",
    "Audience",
    "ChangeKind",
    "Clock",
    "ConcernCategory",
    "ConcernState",
    "Criterion",
    "DaySpan",
    "EventKind",
    "EventState",
    "Fit",
    "Grade",
    "InviteReply",
    "LegalBasis",
    "MembershipRole",
    "Minutes",
    "PartnerCategory",
    "PermitLight",
    "PermitState",
    "Phase",
    "PlaceCategory",
    "PlaceKind",
    "RequestState",
    "Rule",
    "Schulform",
    "Surface",
    "TimeSpan",
    "TourState",
    "Weight",
    "WorkList",
]

"""The words of the field as enums and small value types."""

from domain.terms.calendar import CalendarContent, CalendarFate, OutletKind, ReadAs, TourShape
from domain.terms.concern import ConcernCategory, ConcernState, PersonalKind
from domain.terms.dates import Bearing, DateCheck
from domain.terms.evaluation import Breakdown, Measure, StatisticsPart
from domain.terms.event import AssignmentRole, Audience, ChangeKind, EventKind, EventState, PlaceCategory, PlaceKind
from domain.terms.finding import Grade, Rule
from domain.terms.handout import HandoutState
from domain.terms.mail import MailTemplate
from domain.terms.measure import (
    AccidentCause,
    AdviceField,
    OnlineChannel,
    PartOfDay,
    ProjectKind,
    ProjectState,
    ReportKind,
    StockReason,
    StockState,
)
from domain.terms.meeting import InviteReply, Phase, WorkList
from domain.terms.pack import PackProblem
from domain.terms.paper import DocumentPurpose, LabelSheet, PaperLook, PaperSize
from domain.terms.partner import (
    ContactChannel,
    LegalBasis,
    MembershipRole,
    NetworkGap,
    OfficeKind,
    PartnerCategory,
    RelationKind,
    Schulform,
    TermState,
)
from domain.terms.people import QualificationStanding
from domain.terms.planning import DeclineCause, RequestState, TourState, Weight
from domain.terms.site import Criterion, Fit, PermitLight, PermitState, Surface
from domain.terms.time import BERLIN, Clock, DaySpan, Minutes, TimeSpan

__all__ = [
    "BERLIN",
    "AccidentCause",
    "AdviceField",
    "AssignmentRole",
    "Audience",
    "Bearing",
    "Breakdown",
    "CalendarContent",
    "CalendarFate",
    "ChangeKind",
    "Clock",
    "ConcernCategory",
    "ConcernState",
    "ContactChannel",
    "Criterion",
    "DateCheck",
    "DaySpan",
    "DeclineCause",
    "DocumentPurpose",
    "EventKind",
    "EventState",
    "Fit",
    "Grade",
    "HandoutState",
    "InviteReply",
    "LabelSheet",
    "LegalBasis",
    "MailTemplate",
    "Measure",
    "MembershipRole",
    "Minutes",
    "NetworkGap",
    "OfficeKind",
    "OnlineChannel",
    "OutletKind",
    "PackProblem",
    "PaperLook",
    "PaperSize",
    "PartOfDay",
    "PartnerCategory",
    "PermitLight",
    "PermitState",
    "PersonalKind",
    "Phase",
    "PlaceCategory",
    "PlaceKind",
    "ProjectKind",
    "ProjectState",
    "QualificationStanding",
    "ReadAs",
    "RelationKind",
    "ReportKind",
    "RequestState",
    "Rule",
    "Schulform",
    "StatisticsPart",
    "StockReason",
    "StockState",
    "Surface",
    "TermState",
    "TimeSpan",
    "TourShape",
    "TourState",
    "Weight",
    "WorkList",
]

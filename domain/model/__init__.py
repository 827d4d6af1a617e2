"""The tables of a workspace (SQLModel), nothing else."""

from domain.model.attachment import Attachment
from domain.model.catalogue import Offer, OfferPublication, OfferTargetGroup
from domain.model.concern import Concern
from domain.model.duplicate import DistinctPair
from domain.model.event import (
    AcceptedConflict,
    Assignment,
    Counter,
    Event,
    EventEquipment,
    EventIdentity,
    EventPartner,
    EventPermit,
    EventTargetGroup,
    EventTopic,
)
from domain.model.facts import FACT_TABLES, PracticeTable, TrafficTable, TrainingOfficeTable
from domain.model.handout import Handout, HandoutEdition
from domain.model.imported import ImportedEvent
from domain.model.meeting import (
    AgendaItem,
    CouncilRhythm,
    EventInvitee,
    EventMood,
    EventOutsider,
    EventTick,
    Membership,
    Resolution,
    Task,
)
from domain.model.network import ContactEntry, Relation
from domain.model.outlet import Outlet, OutletCollection, OutletResource, OutletResult
from domain.model.partner import Contact, ContactArea, Partner, PartnerArea, Site
from domain.model.project import Project, ProjectStage
from domain.model.publication import EventPublication, Publication, StockMovement
from domain.model.release import PlanEntry, PlanVersion, PrintedSheet
from domain.model.report import ReportSnapshot
from domain.model.request import Request, RequestWish
from domain.model.tally import EventTally, TallyGroup, TallyStroke
from domain.model.target import Target
from domain.model.tour import (
    Booking,
    Equipment,
    Qualification,
    Staff,
    StaffAbsence,
    StaffQualification,
    Stop,
    Tour,
    TourDay,
    TourDayCrew,
    Vehicle,
    VehicleEquipment,
)
from domain.model.tour_identity import TourIdentity
from domain.model.vocabulary import FormDraft, SavedFilter, Setting, TargetGroup, Topic, TravelOverride

__all__ = [
    "FACT_TABLES",
    "AcceptedConflict",
    "AgendaItem",
    "Assignment",
    "Attachment",
    "Booking",
    "Concern",
    "Contact",
    "ContactArea",
    "ContactEntry",
    "CouncilRhythm",
    "Counter",
    "DistinctPair",
    "Equipment",
    "Event",
    "EventEquipment",
    "EventIdentity",
    "EventInvitee",
    "EventMood",
    "EventOutsider",
    "EventPartner",
    "EventPermit",
    "EventPublication",
    "EventTally",
    "EventTargetGroup",
    "EventTick",
    "EventTopic",
    "FormDraft",
    "Handout",
    "HandoutEdition",
    "ImportedEvent",
    "Membership",
    "Offer",
    "OfferPublication",
    "OfferTargetGroup",
    "Outlet",
    "OutletCollection",
    "OutletResource",
    "OutletResult",
    "Partner",
    "PartnerArea",
    "PlanEntry",
    "PlanVersion",
    "PracticeTable",
    "PrintedSheet",
    "Project",
    "ProjectStage",
    "Publication",
    "Qualification",
    "Relation",
    "ReportSnapshot",
    "Request",
    "RequestWish",
    "Resolution",
    "SavedFilter",
    "Setting",
    "Site",
    "Staff",
    "StaffAbsence",
    "StaffQualification",
    "StockMovement",
    "Stop",
    "TallyGroup",
    "TallyStroke",
    "Target",
    "TargetGroup",
    "Task",
    "Topic",
    "Tour",
    "TourDay",
    "TourDayCrew",
    "TourIdentity",
    "TrafficTable",
    "TrainingOfficeTable",
    "TravelOverride",
    "Vehicle",
    "VehicleEquipment",
]

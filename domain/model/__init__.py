"""The tables of a workspace (SQLModel), nothing else."""

from domain.model.attachment import Attachment
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
from domain.model.facts import FACT_TABLES, PracticeTable
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
from domain.model.partner import Contact, ContactArea, Partner, PartnerArea, Site
from domain.model.release import PlanEntry, PlanVersion, PrintedSheet
from domain.model.request import Request, RequestWish
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
    "EventTargetGroup",
    "EventTick",
    "EventTopic",
    "FormDraft",
    "Membership",
    "Partner",
    "PartnerArea",
    "PlanEntry",
    "PlanVersion",
    "PracticeTable",
    "PrintedSheet",
    "Qualification",
    "Relation",
    "Request",
    "RequestWish",
    "Resolution",
    "SavedFilter",
    "Setting",
    "Site",
    "Staff",
    "StaffAbsence",
    "StaffQualification",
    "Stop",
    "Target",
    "TargetGroup",
    "Task",
    "Topic",
    "Tour",
    "TourDay",
    "TourDayCrew",
    "TravelOverride",
    "Vehicle",
    "VehicleEquipment",
]

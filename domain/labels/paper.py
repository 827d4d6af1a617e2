"""Names of looks and sizes of paper."""

from domain.i18n import N_
from domain.terms import DocumentPurpose, PaperLook, PaperSize

NAMES = (
    (PaperLook.normal, N_("As designed")),
    (PaperLook.saver, N_("Little ink")),
    (PaperLook.large, N_("Large print")),
    (DocumentPurpose.guests, N_("For guests and partners")),
    (DocumentPurpose.house, N_("For the house")),
    (DocumentPurpose.plan, N_("On the plan")),
    (DocumentPurpose.reports, N_("Reports")),
    (PaperSize.a3, N_("A3")),
    (PaperSize.a4, N_("A4")),
    (PaperSize.a5, N_("A5")),
    (PaperSize.a6, N_("A6")),
)

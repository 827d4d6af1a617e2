"""Names of looks and sizes of paper."""

from domain.i18n import N_
from domain.terms import DocumentPurpose, LabelSheet, PaperLook, PaperSize

NAMES = (
    (PaperLook.normal, N_("As designed")),
    (PaperLook.saver, N_("Little ink")),
    (PaperLook.large, N_("Large print")),
    (DocumentPurpose.guests, N_("For guests and partners")),
    (DocumentPurpose.house, N_("For the house")),
    (DocumentPurpose.plan, N_("On the plan")),
    (DocumentPurpose.reports, N_("Reports")),
    (LabelSheet.badge_90x54, N_("90 × 54 mm, ten on a sheet")),
    (LabelSheet.badge_80x50, N_("80 × 50 mm, ten on a sheet")),
    (PaperSize.a3, N_("A3")),
    (PaperSize.a4, N_("A4")),
    (PaperSize.a5, N_("A5")),
    (PaperSize.a6, N_("A6")),
)

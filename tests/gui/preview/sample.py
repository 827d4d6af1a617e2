"""Plain PDFs for the preview."""

from io import BytesIO

from reportlab.lib.pagesizes import A3, A4, A5
from reportlab.pdfgen.canvas import Canvas

LINES = ("Bürgerdialog in KÖTHEN (Anhalt)", "Wir nennen Ihnen Ansprech-", "partnerinnen der Polizei.")
SIZES = {"a3": A3, "a4": A4, "a5": A5}


def pdf(count=3, size="a4", lines=LINES, marked=""):
    """So many pages with a few lines and a number each; `marked` stands on the last one only."""
    out = BytesIO()
    canvas = Canvas(out, pagesize=SIZES[size])
    for number in range(1, count + 1):
        for row, line in enumerate((f"Seite {number}", *lines)):
            canvas.drawString(72, SIZES[size][1] - 90 - 16 * row, line)
        if number == count and marked:
            canvas.drawString(72, 100, marked)
        canvas.showPage()
    canvas.save()
    return out.getvalue()

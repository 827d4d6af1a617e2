"""How a publication is called where it is chosen or listed."""

from domain.rows.publications import PublicationRow


def publication_name(row: PublicationRow) -> str:
    """Title with edition, and the language where it is not German."""
    draft = row.draft
    language = "" if draft.language == "de" else draft.language
    return ", ".join(part for part in (draft.title, draft.edition, language) if part)

"""Questions of the request form as fields with their labels, in one language."""

from collections.abc import Sequence

from domain.documents.kit.fields import ChoiceField, RadioField, TextField, TickField
from domain.documents.kit.flow import Row, Stack
from domain.documents.kit.form_blocks import beside, labelled
from domain.documents.kit.paragraph import Paragraph
from domain.documents.kit.theme import MM, Theme
from domain.i18n import Language
from domain.rows import request_form as form


class Questions:
    """Makes fields with their labels in one language."""

    def __init__(self, language: Language, theme: Theme) -> None:
        self.language = language
        self.theme = theme

    def text(self, name: str, msgid: str, lines: int = 1, *, limit: str = "", is_required: bool = False) -> Stack:
        """A field for text; `limit` names the entry of the limits if it is not the field's own."""
        words = self._words(msgid, is_required=is_required)
        most = form.LIMITS[limit or name]
        field = TextField(form.PREFIX + name, words, most, lines, is_required)
        return labelled(self.theme, words, field)

    def choice(
        self, name: str, msgid: str, options: Sequence[tuple[str, str]], value: str = "", *, is_required: bool = False
    ) -> Stack:
        """A list to choose from, with an empty choice in front."""
        words = self._words(msgid, is_required=is_required)
        empty = ("", self.language.gettext("please choose"))
        return labelled(
            self.theme, words, ChoiceField(form.PREFIX + name, words, (empty, *options), is_required, value)
        )

    def either(self, name: str, msgid: str, options: Sequence[tuple[str, str]]) -> Stack:
        """Buttons below a question, side by side; `options` are values and msgids."""
        words = self.language.gettext(msgid)
        buttons = [
            Stack(
                [
                    beside(
                        self.theme,
                        self.language.gettext(shown),
                        RadioField(form.PREFIX + name, words, value, self.language.gettext(shown)),
                    )
                ]
            )
            for value, shown in options
        ]
        return Stack([Paragraph(words, self.theme.field_label), Row(buttons, [None] * len(buttons), 2 * MM)])

    def tick(self, name: str, question: str, msgid: str) -> Stack:
        """A box to tick below a question."""
        asked, shown = self.language.gettext(question), self.language.gettext(msgid)
        box = beside(self.theme, shown, TickField(form.PREFIX + name, f"{asked} {shown}"))
        return Stack([Paragraph(asked, self.theme.field_label), box])

    def _words(self, msgid: str, *, is_required: bool) -> str:
        words = self.language.gettext(msgid)
        return self.language.gettext("{question} (required)").format(question=words) if is_required else words

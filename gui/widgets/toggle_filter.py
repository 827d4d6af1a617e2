"""A filter that is on or off: an icon while off, with its words while on."""

from gui.widgets.button import Button


class ToggleFilter(Button):
    """A button that stays down; `tip` says what it keeps, `words` stand beside the icon while it is on."""

    def __init__(self, icon: str, words: str, tip: str) -> None:
        super().__init__(icon=icon, tip=tip)
        self._words = words
        self.setCheckable(True)
        self.setAccessibleName(words)
        self.toggled.connect(self._on_toggled)

    def _on_toggled(self, is_on: bool) -> None:  # noqa: FBT001 - a signal's signature
        self.setText(self._words if is_on else "")
        self.updateGeometry()
        self.update()

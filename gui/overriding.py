"""`override` for the modules of the first paint: typing_extensions would cost it 9 ms, a sixteenth of a bare window."""

from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from typing_extensions import override as override  # noqa: PLC0414 - exported on purpose
else:
    Method = TypeVar("Method")

    def override(method: Method) -> Method:
        """Mark a method that replaces Qt's."""
        return method

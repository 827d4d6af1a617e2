"""`override` without importing typing_extensions, which takes as long as a sixteenth of a bare window."""

from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from typing_extensions import override as override  # noqa: PLC0414 - exported on purpose
else:
    Method = TypeVar("Method")

    def override(method: Method) -> Method:
        """Mark a method that replaces Qt's."""
        return method

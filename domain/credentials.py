"""Passwords of calendar servers: in the system's keyring, else asked for and kept while the program runs."""

from dataclasses import dataclass, field
from typing import IO, Protocol

from domain.overriding import override

SERVICE = "Landauf"
"""The name under which the keyring shows what is kept."""


class Credentials(Protocol):
    """Where passwords are kept, by an outlet's address and user; handed to whoever publishes."""

    @property
    def keeps(self) -> bool:
        """Whether a password is still there after the program has ended."""

    def get(self, address: str, user: str) -> str | None:
        """The password; None = it must be asked for."""

    def set(self, address: str, user: str, password: str) -> None:
        """Keep a password, as well as can be."""

    def delete(self, address: str, user: str) -> None:
        """Forget a password, if there is one."""


@dataclass(slots=True)
class MemoryCredentials(Credentials):
    """Keeps passwords while the program runs."""

    _kept: dict[tuple[str, str], str] = field(default_factory=dict, repr=False)

    @property
    @override
    def keeps(self) -> bool:
        return False

    @override
    def get(self, address: str, user: str) -> str | None:
        return self._kept.get((address, user))

    @override
    def set(self, address: str, user: str, password: str) -> None:
        self._kept[address, user] = password

    @override
    def delete(self, address: str, user: str) -> None:
        self._kept.pop((address, user), None)


@dataclass(slots=True)
class KeyringCredentials(Credentials):
    """Keeps passwords in the system's keyring; where there is none, or it stays locked, in memory.

    `keeps` turns False with the first refusal, so that the window can say that the password will be asked for again.
    """

    _memory: MemoryCredentials = field(default_factory=MemoryCredentials, repr=False)
    _works: bool = True

    @property
    @override
    def keeps(self) -> bool:
        return self._works

    @override
    def get(self, address: str, user: str) -> str | None:
        import keyring

        kept = self._memory.get(address, user)
        if kept is not None or not self._works:
            return kept
        try:
            return keyring.get_password(SERVICE, _entry(address, user))
        except _refusals():
            self._works = False
            return None

    @override
    def set(self, address: str, user: str, password: str) -> None:
        import keyring

        self._memory.set(address, user, password)
        if self._works:
            try:
                keyring.set_password(SERVICE, _entry(address, user), password)
            except _refusals():
                self._works = False

    @override
    def delete(self, address: str, user: str) -> None:
        import keyring
        from keyring.errors import PasswordDeleteError

        self._memory.delete(address, user)
        if self._works:
            try:
                keyring.delete_password(SERVICE, _entry(address, user))
            except PasswordDeleteError:
                return  # there was none
            except _refusals():
                self._works = False


def read_password(stream: IO[str]) -> str:
    """The password on the first line of a stream, as `--password-stdin` gives it."""
    return stream.readline(10_000).rstrip("\r\n")


def _entry(address: str, user: str) -> str:
    return f"{user} @ {address}"


def _refusals() -> tuple[type[Exception], ...]:
    """What a keyring raises that is missing, locked or broken."""
    from keyring.errors import KeyringError

    return (KeyringError, OSError, RuntimeError)

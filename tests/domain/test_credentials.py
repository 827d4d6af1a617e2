"""Passwords are kept in the keyring where there is one, else in memory; nothing of them is seen."""

from io import StringIO

import keyring
import pytest
from keyring.backend import KeyringBackend
from keyring.backends import fail
from keyring.errors import PasswordDeleteError

from domain.credentials import KeyringCredentials, MemoryCredentials, read_password

ADDRESS, USER = "https://kalender.example/", "anna"


class Keyring(KeyringBackend):
    """A keyring of this test."""

    priority = 0
    kept: dict[tuple[str, str], str]

    def __init__(self):
        super().__init__()
        self.kept = {}
        self.is_locked = False

    def get_password(self, service, username):
        if self.is_locked:
            raise OSError("locked")
        return self.kept.get((service, username))

    def set_password(self, service, username, password):
        if self.is_locked:
            raise OSError("locked")
        self.kept[service, username] = password

    def delete_password(self, service, username):
        if self.kept.pop((service, username), None) is None:
            raise PasswordDeleteError


@pytest.fixture
def backend():
    before, made = keyring.get_keyring(), Keyring()
    keyring.set_keyring(made)
    yield made
    keyring.set_keyring(before)


def test_a_password_is_found_by_another_run_of_the_program(backend):
    KeyringCredentials().set(ADDRESS, USER, "geheim")
    later = KeyringCredentials()
    assert (later.get(ADDRESS, USER), later.keeps) == ("geheim", True)
    assert later.get(ADDRESS, "berta") is None
    later.delete(ADDRESS, USER)
    later.delete(ADDRESS, USER)
    assert (KeyringCredentials().get(ADDRESS, USER), later.keeps) == (None, True)


def test_a_locked_keyring_keeps_nothing_but_the_program_goes_on(backend):
    backend.is_locked = True
    credentials = KeyringCredentials()
    assert (credentials.get(ADDRESS, USER), credentials.keeps) == (None, False)
    credentials.set(ADDRESS, USER, "geheim")
    assert credentials.get(ADDRESS, USER) == "geheim"
    credentials.delete(ADDRESS, USER)
    assert credentials.get(ADDRESS, USER) is None
    assert backend.kept == {}


def test_without_a_keyring_a_password_lives_as_long_as_the_program(backend):
    keyring.set_keyring(fail.Keyring())
    credentials = KeyringCredentials()
    credentials.set(ADDRESS, USER, "geheim")
    assert (credentials.get(ADDRESS, USER), credentials.keeps) == ("geheim", False)
    assert KeyringCredentials().get(ADDRESS, USER) is None


@pytest.mark.parametrize("kind", [KeyringCredentials, MemoryCredentials])
def test_a_password_is_in_no_picture_of_what_keeps_it(backend, kind):
    credentials = kind()
    credentials.set(ADDRESS, USER, "geheim")
    assert "geheim" not in repr(credentials)


@pytest.mark.parametrize(("typed", "read"), [("geheim\n", "geheim"), (" a b \r\nx", " a b "), ("", "")])
def test_a_password_is_the_first_line_as_it_stands(typed, read):
    assert read_password(StringIO(typed)) == read

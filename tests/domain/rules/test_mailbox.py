"""Addresses that may stand in an e-mail."""

import pytest

from domain.rules.mailbox import mailbox


@pytest.mark.parametrize(
    ("typed", "address"),
    [
        ("info@koethen.example", "info@koethen.example"),
        (" Info.Stelle+a@Koethen.example ", "Info.Stelle+a@Koethen.example"),
        ("post@köthen.example", "post@xn--kthen-jua.example"),
    ],
)
def test_an_address_passes(typed, address):
    assert mailbox(typed) == address


@pytest.mark.parametrize(
    "typed",
    [
        "",
        "info",
        "a@b",
        "a b@example.org",
        "a@example.org, b@example.org",
        "a@example.org\r\nBcc: b@example.org",
        "<a@example.org>",
        '"a b"@example.org',
        "a..b@example.org",
        "ä@example.org",
        "a@-example.org",
        "a@example..org",
        f"{'a' * 65}@example.org",
        f"a@{'b' * 64}.org",
    ],
)
def test_what_is_no_single_address_does_not(typed):
    assert not mailbox(typed)

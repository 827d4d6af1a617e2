"""E-mail addresses that can stand in headers of e-mails and in calendar files as they are."""

import re

_ATOM = r"[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+"
_LABEL = r"[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?"
_ADDRESS = re.compile(rf"(?P<local>{_ATOM}(?:\.{_ATOM})*)@(?P<domain>{_LABEL}(?:\.{_LABEL})+)")
_LONGEST_LOCAL, _LONGEST = 64, 254


def mailbox(text: str) -> str:
    """The address with its domain in ASCII (IDNA); "" if it is none that every mail system takes.

    Only dot-atoms pass (RFC 5322, 3.4.1): no quoted local part, no comment, no list of several addresses.
    """
    local, sign, domain = text.strip().rpartition("@")
    if not sign:
        return ""
    try:
        whole = f"{local}@{domain.encode('idna').decode('ascii')}"
    except UnicodeError:
        return ""
    is_fit = _ADDRESS.fullmatch(whole) and len(local) <= _LONGEST_LOCAL and len(whole) <= _LONGEST
    return whole if is_fit else ""

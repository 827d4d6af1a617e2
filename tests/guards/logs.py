"""Silence is part of the contract: a warning in the log that no test announced is a failure."""

import logging
import re
from collections.abc import Iterator

import pytest
from typing_extensions import override


class ExpectedLogs(logging.Handler):
    """Collects every record from WARNING up; `allow` announces one by a pattern of its text."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.lines: list[str] = []
        self.allowed: list[re.Pattern[str]] = []

    def allow(self, pattern: str) -> None:
        """Let records whose "LEVEL logger: text" matches `pattern` pass in this test."""
        self.allowed.append(re.compile(pattern))

    @override
    def emit(self, record: logging.LogRecord) -> None:
        self.lines.append(f"{record.levelname} {record.name}: {record.getMessage()}")

    def unexpected(self) -> list[str]:
        """What was logged without being announced."""
        return [line for line in self.lines if not any(pattern.search(line) for pattern in self.allowed)]


@pytest.fixture(autouse=True)
def expected_logs() -> Iterator[ExpectedLogs]:
    """Fails the test on an unannounced warning; ask for it by name to announce one."""
    collected = ExpectedLogs()
    root = logging.getLogger()
    root.addHandler(collected)
    yield collected
    root.removeHandler(collected)
    if collected.unexpected():
        pytest.fail("unexpected in the log:\n" + "\n".join(collected.unexpected()), pytrace=False)

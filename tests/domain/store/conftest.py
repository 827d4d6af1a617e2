"""Workspaces for the tests of the store."""

import pytest

from domain.workspace import Workspace


@pytest.fixture(params=[None, "geheim"], ids=["plain", "encrypted"])
def passphrase(request):
    """Tests that use it run on a plain and on an encrypted file."""
    return request.param


@pytest.fixture
def workspace(tmp_path, clock):
    """An empty plain workspace."""
    with Workspace.create(tmp_path / "a.landauf", clock=clock, author="Anna", device="laptop") as made:
        yield made

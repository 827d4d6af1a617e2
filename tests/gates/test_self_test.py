"""`landauf self-test`, whole: it opens, imports, plans, prints, exports and paints everything once."""

import json
import subprocess
import sys

import pytest

from tests.gates.conftest import ROOT

pytestmark = [pytest.mark.gate, pytest.mark.timeout(600)]


def test_everything_this_checkout_can_do_works():
    done = subprocess.run(
        [sys.executable, "-m", "gui", "self-test", "--json"],
        cwd=ROOT, capture_output=True, text=True, check=False, timeout=500,
    )  # fmt: skip
    outcomes = json.loads(done.stdout)
    assert {outcome["name"]: outcome["trouble"] for outcome in outcomes if outcome["trouble"]} == {}
    assert len(outcomes) == 10
    assert done.returncode == 0

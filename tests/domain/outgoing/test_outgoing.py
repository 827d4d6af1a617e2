"""Files that leave the house hold only what their audience may see."""

import json

import pytest

from domain import outgoing
from domain.i18n import language
from domain.rows.filters import PartnerFilter
from domain.terms import Audience
from tests.builders import make_partner, open_workspace


@pytest.mark.parametrize("audience", [Audience.public, Audience.partners])
def test_partners_that_have_not_agreed_stay_in_the_house(tmp_path, clock, audience):
    with open_workspace(tmp_path / "a.landauf", clock) as ws:
        make_partner(ws, "Verein Süd")
        make_partner(ws, "Beratungsstelle, noch nicht gefragt", confirmed=False)
        found = {}
        for each in (audience, Audience.internal):
            out = tmp_path / f"{each}.json"
            outgoing.export_partners(ws, out, each, PartnerFilter(), language())
            found[each] = [entry["name"] for entry in json.loads(out.read_text())]
    assert found[audience] == ["Verein Süd"]
    assert len(found[Audience.internal]) == 2

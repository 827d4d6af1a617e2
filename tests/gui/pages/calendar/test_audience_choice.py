"""Choosing whose view the calendar shows."""

from domain.terms import Audience
from gui.pages.calendar.toolbar import AudienceButton


def test_every_audience_can_be_chosen_and_comes_as_an_audience(qtbot):
    button = AudienceButton()
    qtbot.addWidget(button)
    heard = []
    button.picked.connect(heard.append)
    for action in button.menu_of_audiences().actions():
        action.trigger()
    assert [type(each) for each in heard] == [Audience] * len(Audience)

"""The settings of a workspace."""

from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given
from hypothesis import settings as examples
from hypothesis import strategies as st

from domain.errors import InvalidInputError
from domain.region.travel import TravelParameters
from domain.rows.settings import DutySettings, OfficeSettings, Settings
from domain.usecases import settings
from tests.domain.usecases.typed import texts

PNG = b"\x89PNG\r\n\x1a\n"


def test_a_new_workspace_has_the_defaults(ws):
    assert ws.ask(settings.load) == Settings()


@examples(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=25)
@given(
    st.builds(
        Settings,
        office=st.builds(
            OfficeSettings,
            name=texts(300),
            imprint=texts(5000),
            postcode=st.sampled_from(["", "39104"]),
            logo=st.none() | st.binary(max_size=200).map(lambda data: PNG + data),
        ),
        duty=st.builds(
            DutySettings,
            max_duty_minutes=st.integers(1, 1440),
            breaks=st.sampled_from([(), ((360, 30), (540, 45)), ((300, 20),)]),
        ),
        travel=st.builds(TravelParameters, road_factor=st.floats(1, 3), round_to_minutes=st.integers(1, 60)),
        author=texts(200),
        language=st.sampled_from(["de", "en"]),
        theme=st.sampled_from(["system", "light", "dark"]),
    )
)
def test_every_setting_comes_back(ws, wanted):
    ws.run("Settings", settings.save, wanted)
    assert ws.ask(settings.load) == wanted


def test_the_largest_logo_comes_back_byte_by_byte(ws):
    logo = PNG + bytes(range(256)) * 7812
    ws.run("Settings", settings.save, Settings(office=OfficeSettings(logo=logo)))
    assert ws.ask(settings.load).office.logo == logo


def test_saving_without_a_change_is_no_step(ws):
    ws.run("Settings", settings.save, Settings())
    assert ws.undo_state().undo is None
    wanted = Settings(author="Kühne")
    ws.run("Settings", settings.save, wanted)
    step = ws.undo_state().undo
    ws.run("Settings", settings.save, wanted)
    assert ws.undo_state().undo == step


def test_settings_go_back_to_their_defaults(ws):
    ws.run("Settings", settings.save, Settings(author="Kühne", theme="dark"))
    ws.run("Settings", settings.save, Settings())
    assert ws.ask(settings.load) == Settings()
    ws.undo()
    assert ws.ask(settings.load) == Settings(author="Kühne", theme="dark")


def test_impossible_settings_are_refused_as_a_whole(ws):
    impossible = replace(Settings(author="Kühne"), office=OfficeSettings(email="kein at"))
    with pytest.raises(InvalidInputError) as refusal:
        ws.run("Settings", settings.save, impossible)
    assert refusal.value.field == "office.email"
    assert ws.ask(settings.load) == Settings()

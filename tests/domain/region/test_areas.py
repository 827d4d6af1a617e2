"""Areas that somebody can be responsible for."""

from domain.region.areas import areas, areas_over
from domain.region.gemeinden import gemeinden


def test_all_kreise_verbandsgemeinden_and_gemeinden_are_areas():
    lengths = [len(key) for key in areas()]
    assert [lengths.count(digits) for digits in (5, 9, 8)] == [14, 18, 218]


def test_a_gemeinde_lies_in_itself_its_verbandsgemeinde_and_its_kreis():
    assert areas_over("15081026") == ("15081026", "150815051", "15081")
    assert areas_over("15082180") == ("15082180", "15082")


def test_each_gemeinde_is_found_in_every_area_over_it():
    for each in gemeinden():
        assert all(area in areas() for area in areas_over(each.ags))


def test_a_kreis_and_a_gemeinde_of_one_name_read_differently():
    assert areas()["15002"].name == "Stadt Halle (Saale)"
    assert areas()["15002000"].name == "Halle (Saale)"
    assert areas()["15083"].name == "Landkreis Börde"
    assert areas()["15084"].name == "Burgenlandkreis"
    assert len({area.name for area in areas().values()}) == len(areas())

"""Labels that give way."""

from gui.widgets.labels import ElidedText


def test_a_text_too_long_for_its_place_stands_in_full_in_the_tooltip_whenever_it_comes(qtbot):
    label = ElidedText("kurz")
    qtbot.addWidget(label)
    label.resize(80, 20)
    label.show()
    assert label.toolTip() == ""
    label.setText("42 Anliegen, 16 offen, 24 beantwortet oder erledigt")
    assert label.toolTip() == label.text()
    label.resize(800, 20)
    assert label.toolTip() == ""

from domain.rules.counting_rules import FOOTNOTES, CountingRule, footnotes


def test_every_counting_rule_is_told_once_and_in_order():
    assert [footnote.rule for footnote in FOOTNOTES] == list(CountingRule)
    assert len(footnotes()) == len(set(footnotes())) == len(CountingRule)


def test_chosen_rules_keep_the_order_of_telling():
    chosen = footnotes([CountingRule.patrols, CountingRule.held, CountingRule.patrols])
    assert chosen == tuple(note.msgid for note in FOOTNOTES if note.rule in {CountingRule.held, CountingRule.patrols})

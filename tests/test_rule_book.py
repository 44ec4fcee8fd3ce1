"""Every rule can be looked up, and says what it asks, why, what a blank means, and what breaks it."""

from __future__ import annotations

import re

import pytest

from cchc_core import CATALOGUE, RULE_BOOK, Rule, UnknownNameError
from cchc_core.checks import example_of
from cchc_core.words import LANGUAGES

CODE = re.compile(r"[A-Z]{3}-\d{3}")


@pytest.mark.parametrize("rule", RULE_BOOK.rules, ids=lambda rule: rule.code)
def test_a_rule_says_everything_about_itself_in_both_languages(rule: Rule) -> None:
    """Whoever is sent a finding can be told what the rule asks, what a blank means, and one breach of it."""
    assert CODE.fullmatch(rule.code)
    assert rule is RULE_BOOK.rule(rule.code)
    for lang in LANGUAGES:
        assert rule.statement.to(lang).endswith(".")
        assert rule.blank_means.to(lang)
        assert example_of(rule, lang)
    assert rule.statement.vi != rule.statement.en
    assert example_of(rule, "vi") != rule.statement.vi


@pytest.mark.parametrize("rule", RULE_BOOK.rules, ids=lambda rule: rule.code)
def test_a_rule_is_applied_somewhere(rule: Rule) -> None:
    """No rule stands in the book that no form and no condition applies."""
    conditions = list(RULE_BOOK.conditions_of(rule))
    assert rule in CATALOGUE.rules or conditions
    assert all(RULE_BOOK.records_of(condition) for condition in conditions)


def test_a_rule_that_is_not_there_is_refused_with_those_that_are() -> None:
    """A mistyped code is answered with the codes that exist."""
    with pytest.raises(UnknownNameError) as caught:
        RULE_BOOK.rule("DOS-999")
    assert "DOS-002" in caught.value.known
    assert "CIT-001" in caught.value.known

"""Every rule there is: those that the forms apply, and those that are conditions on them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from attrs import frozen

from cchc_core.conditions import CONDITIONS, Condition
from cchc_core.errors import UnknownNameError
from cchc_core.forms import Catalogue, Record
from cchc_core.report import CATALOGUE
from cchc_core.rules import Rule

__all__ = ["RULE_BOOK", "RuleBook"]


@frozen
class RuleBook:
    """The rules of a catalogue of forms and of conditions, by code.

    Args:
        catalogue: The forms.
        conditions: The conditions.

    >>> RULE_BOOK.rule("DOS-002").kind.value
    'identity'
    """

    catalogue: Catalogue
    conditions: tuple[Condition[Any], ...]

    def __repr__(self) -> str:
        """Show how many there are."""
        return f"<RuleBook: {len(self.rules)} rules of {len(self.catalogue.forms)} forms>"

    @property
    def rules(self) -> tuple[Rule, ...]:
        """Every rule, by code."""
        found = {rule.code: rule for rule in self.catalogue.rules}
        found |= {condition.rule.code: condition.rule for condition in self.conditions}
        return tuple(found[code] for code in sorted(found))

    def rule(self, code: str) -> Rule:
        """Give a rule by its code.

        Raises:
            UnknownNameError: If there is none; it names the codes there are.
        """
        for each in self.rules:
            if each.code == code:
                return each
        raise UnknownNameError("rule", code, [each.code for each in self.rules])

    def conditions_of(self, rule: Rule) -> Iterator[Condition[Any]]:
        """Give the conditions by which a rule is applied."""
        return (condition for condition in self.conditions if condition.rule is rule)

    def records_of(self, condition: Condition[Any]) -> tuple[type[Record], ...]:
        """Give the record classes of the catalogue that a condition looks at."""
        return tuple(form.record for form in self.catalogue if issubclass(form.record, condition.on))


RULE_BOOK = RuleBook(CATALOGUE, CONDITIONS)
"""The rules that come with the library."""

"""A set of dated forms, in which a form is found by its key and a day."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from attrs import frozen

from cchc_core.errors import DeclarationError, UnknownNameError
from cchc_core.forms.record import Form, Record, form_of
from cchc_core.rules import Rule

__all__ = ["Catalogue"]


@frozen
class Catalogue:
    """Forms by key and date; two forms of one key never share a day.

    Args:
        forms: The forms, in the order in which they are listed.
    """

    forms: tuple[Form, ...]

    @classmethod
    def of(cls, records: Iterable[type[Record]]) -> Catalogue:
        """Make a catalogue of record classes.

        Raises:
            DeclarationError: If two of them have one key or one line on one day, or two rules have one code.
        """
        forms: list[Form] = []
        rules: dict[str, Rule] = {}
        for record in records:
            new = form_of(record)
            for old in forms:
                if old.key == new.key and old.in_force.overlaps(new.in_force):
                    raise DeclarationError(new.key, "", f"is declared by {old.record.__name__} for the same days")
            for rule in new.rules:
                if rules.setdefault(rule.code, rule) is not rule:
                    raise DeclarationError(new.key, rule.code, "is the code of another rule of the catalogue")
            _refuse_repeated_lines(new, forms)
            forms.append(new)
        return cls(tuple(forms))

    def find(self, key: str, on: date) -> Form:
        """Give the form of this key in force on a day, usually the last day of the reporting period.

        >>> from cchc_core import CATALOGUE
        >>> CATALOGUE.find("dossiers", date(2021, 12, 14)).number
        'II.06a'

        Raises:
            UnknownNameError: If there is none; it names the keys there are.
        """
        for each in self.forms:
            if each.key == key and on in each.in_force:
                return each
        raise UnknownNameError("form", f"{key} ({on:%d/%m/%Y})", sorted({each.key for each in self.forms}))

    @property
    def rules(self) -> tuple[Rule, ...]:
        """Every rule that some form applies, by code."""
        found = {rule.code: rule for each in self.forms for rule in each.rules}
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

    def __repr__(self) -> str:
        """Show the keys of the forms."""
        return f"<Catalogue: {', '.join(form.key for form in self.forms)}>"

    def __iter__(self) -> Iterator[Form]:
        """Give the forms in order."""
        return iter(self.forms)


def _refuse_repeated_lines(new: Form, forms: Iterable[Form]) -> None:
    """Refuse two lines of one number in the statistical appendix of a period."""
    taken = {number: old.key for old in forms if old.in_force.overlaps(new.in_force) for number in old.lines.numbers}
    for number in new.lines.numbers:
        if number in taken:
            field = new.lines.names.get(number, "lines")
            raise DeclarationError(new.key, field, f"stands on line {number}, as a line of {taken[number]!r} does")

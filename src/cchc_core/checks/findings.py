"""What a check gives: the status of each rule at each place, and findings, all as data."""

from __future__ import annotations

from decimal import Decimal
from enum import Enum
from fractions import Fraction

from attrs import field, frozen

from cchc_core.forms import Level
from cchc_core.forms.expressions import Operator
from cchc_core.law import Source
from cchc_core.rules import Rule, Severity

__all__ = ["CheckResult", "Finding", "Operand", "Outcome", "Place", "Reason", "Status"]

Exact = int | Decimal | Fraction
"""A value in a finding."""


class Status(Enum):
    """What became of a rule at a place."""

    PASSED = "passed"
    FAILED = "failed"
    NOT_APPLICABLE = "not applicable"


@frozen(kw_only=True)
class Place:
    """Where in a report something stands.

    Args:
        path: Path in the JSON file, e.g. ``procedures.online.total.received``.
        form: Key of the form.
        number: Number of the form as printed, if it has one.
        title: Vietnamese title of the table, or of the form.
        row: Label of the row, empty outside tables.
        level: Level of the row, in a table by level and at the total of any table.
        figure: Name of the figure, empty for a whole record.
        label: Vietnamese label of the figure.
        header: Shorter label, as at the head of its column.
        column: Column number of the figure, if it has one.
    """

    path: str
    form: str
    number: str = ""
    title: str = ""
    row: str = ""
    level: Level | None = None
    figure: str = ""
    label: str = ""
    header: str = ""
    column: int | None = None


@frozen(kw_only=True)
class Operand:
    """One figure in a relation.

    Args:
        place: Where it stands.
        coefficient: What its term is multiplied by.
        value: Its value, ``None`` for a blank counted as nothing.
        worked_out_by: Code of the rule that gave the value of a blank; empty for a reported value.
        term: Which term of its side it stands in, from 0; figures multiplied with one another share one.
    """

    place: Place
    coefficient: int
    value: Exact | None
    worked_out_by: str = ""
    term: int = 0


@frozen(kw_only=True)
class Reason:
    """Why a rule was not applied.

    Args:
        kind: Which of the known reasons: ``blank``, ``blank_decides``, ``no_parts``, ``no_total``,
            ``no_figures``, ``absent``, ``not_in_force``, ``disputed``, ``told``,
            ``no_such_level``.
        places: The blanks it speaks of.
        value: What the blank would have to be.
        code: Rule that tells the same contradiction already.
    """

    kind: str
    places: tuple[Place, ...] = ()
    value: Exact | None = None
    code: str = ""


@frozen(kw_only=True)
class Outcome:
    """The status of a rule at one place of the report.

    Args:
        rule: The rule.
        relation: Name of the relation in its form.
        place: Where it was applied: the first figure of the relation, or a record.
        status: What became of it.
        reason: Why it was not applied, if it was not.
        worked_out: Blanks whose values were worked out from other rules, and blanks counted as nothing.
    """

    rule: Rule
    relation: str
    place: Place
    status: Status
    reason: Reason | None = None
    worked_out: tuple[Operand, ...] = ()


@frozen(kw_only=True)
class Finding:
    """A rule that is broken at one place, with the facts that show it.

    Args:
        rule: The rule.
        relation: Name of the relation in its form.
        place: The first figure of the relation.
        operator: How the sides should compare.
        left: Figures of the left side.
        right: Figures of the right side.
        reported: Value of the left side.
        expected: Value of the right side.
        source: Where the form comes from, or what the rule itself rests on.
        printed: The relation as the form prints it, if its text was seen to.
    """

    rule: Rule
    relation: str
    place: Place
    operator: Operator
    left: tuple[Operand, ...]
    right: tuple[Operand, ...]
    reported: Fraction
    expected: Fraction
    source: Source
    printed: str = ""

    @property
    def code(self) -> str:
        """Code of the rule."""
        return self.rule.code

    @property
    def severity(self) -> Severity:
        """How grave it is."""
        return self.rule.severity

    @property
    def gap(self) -> Fraction:
        """Reported minus expected."""
        return self.reported - self.expected

    @property
    def operands(self) -> tuple[Operand, ...]:
        """Figures of both sides, left to right."""
        return self.left + self.right


@frozen(kw_only=True)
class CheckResult:
    """The outcome of every rule, and the findings, both in the order of the report."""

    outcomes: tuple[Outcome, ...] = field(factory=tuple)
    findings: tuple[Finding, ...] = field(factory=tuple)

    @property
    def has_errors(self) -> bool:
        """Whether a finding is an error, which sends the report back."""
        return any(finding.severity is Severity.ERROR for finding in self.findings)

    def findings_at(self, path: str) -> tuple[Finding, ...]:
        """Give the findings in which the figure at ``path`` takes part."""
        return tuple(
            finding for finding in self.findings if any(operand.place.path == path for operand in finding.operands)
        )

"""What a check gives: the status of each rule at each place, and findings, all as data."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from attrs import Factory, field, frozen

from cchc_core.checks.causes import Cause
from cchc_core.checks.places import Operand, Place
from cchc_core.checks.system import System
from cchc_core.conditions import Fact, Facts, Grade
from cchc_core.engine import Exact, Status
from cchc_core.forms.expressions import Operator
from cchc_core.law import Source
from cchc_core.rules import Rule, Severity
from cchc_core.words import Text

__all__ = ["CheckResult", "Finding", "Reason", "RuleOutcome"]


@frozen(kw_only=True)
class Reason:
    """Why a rule was not applied.

    Args:
        kind: Which of the known reasons: ``blank``, ``blank_decides``, ``no_parts``, ``no_total``,
            ``no_figures``, ``absent``, ``not_in_force``, ``disputed``, ``told``,
            ``no_such_level``, ``switched_off``, ``unknown_calendar``, ``no_shares``, ``no_base``,
            ``no_citations``, ``nothing_known``, ``not_stated``, ``not_registered``.
        places: The blanks it speaks of.
        value: What the blank would have to be.
        code: Rule that tells the same contradiction already.
        said: The reason in words, for one that the library does not know.
    """

    kind: str
    places: tuple[Place, ...] = ()
    value: Exact | None = None
    code: str = ""
    said: Text | None = None

    @property
    def is_undecided(self) -> bool:
        """Whether the relation says something of the figures, and only blanks leave it open."""
        return self.kind in {"blank_decides", "disputed", "told"}


@frozen(kw_only=True)
class RuleOutcome:
    """The status of a rule at one place of the report.

    Args:
        rule: The rule.
        relation: Name of the relation in its form, or of the condition.
        place: Where it was applied: the first figure of the relation, or a record.
        status: What became of it: passed, failed, not applicable, or could not run.
        reason: Why it was not applied, if it was not.
        worked_out: Blanks whose values were worked out from other rules, and blanks counted as nothing.
    """

    rule: Rule
    relation: str
    place: Place
    status: Status
    reason: Reason | None = None
    worked_out: tuple[Operand, ...] = ()

    @classmethod
    def not_applied(cls, rule: Rule, relation: str, place: Place, reason: Reason) -> RuleOutcome:
        """Say that a rule was not applied, and why."""
        return cls(rule=rule, relation=relation, place=place, status=Status.NOT_APPLICABLE, reason=reason)

    @property
    def key(self) -> tuple[str, str]:
        """Name of the relation and path of its place, by which its finding has the same key."""
        return self.relation, self.place.path


def _own_severity(finding: Finding) -> Severity:
    return finding.rule.severity


@frozen(kw_only=True)
class Finding:
    """A rule that is broken at one place, with the facts that show it.

    Args:
        rule: The rule.
        relation: Name of the relation in its form, or of the condition.
        place: The first figure of the relation, or what the condition finds fault with.
        operator: How the sides should compare; ``None`` where nothing is computed.
        left: Figures of the left side.
        right: Figures of the right side.
        reported: Value of the left side; ``None`` where nothing is computed.
        expected: Value of the right side; ``None`` where nothing is computed.
        source: Where the form comes from, or what the rule itself rests on.
        printed: The relation as the form prints it, if its text was seen to.
        said: What is wrong, with a place for each fact, where a relation does not say it.
        facts: The facts that ``said`` speaks of, by name.
        severity: How grave it is: as the rule says, unless the site's settings or the grade say otherwise.
        grade: Whether the figure is wrong, or only rounded otherwise.
    """

    rule: Rule
    relation: str
    place: Place
    operator: Operator | None = None
    left: tuple[Operand, ...] = ()
    right: tuple[Operand, ...] = ()
    reported: Fraction | None = None
    expected: Fraction | None = None
    source: Source
    printed: str = ""
    said: Text | None = None
    facts: Facts = ()
    severity: Severity = field(default=Factory(_own_severity, takes_self=True))
    grade: Grade = Grade.WRONG

    @property
    def code(self) -> str:
        """Code of the rule."""
        return self.rule.code

    @property
    def key(self) -> tuple[str, str]:
        """Name of the relation and path of its place, by which its outcome has the same key."""
        return self.relation, self.place.path

    @property
    def gap(self) -> Fraction | None:
        """Reported minus expected; ``None`` where nothing is computed."""
        return None if self.reported is None or self.expected is None else self.reported - self.expected

    @property
    def operands(self) -> tuple[Operand, ...]:
        """Figures of both sides, left to right."""
        return self.left + self.right

    def __repr__(self) -> str:
        """Show rule, severity and place."""
        return f"<Finding {self.code} ({self.severity.value}): {self.place.path or self.place.form}>"

    def _repr_html_(self) -> str:
        """Show it in a notebook, in words."""
        from cchc_core.checks.notebook import finding_html  # noqa: PLC0415 - only notebooks need it

        return finding_html(self)

    def fact(self, name: str) -> Fact:
        """Give one of the facts.

        Raises:
            KeyError: If the finding has no such fact.
        """
        return dict(self.facts)[name]


@frozen(kw_only=True)
class CheckResult:
    """The outcome of every rule, the findings in the order of the report, and their causes.

    Args:
        outcomes: The status of each rule at each place.
        findings: What is broken.
        causes: What lies behind it.
        system: The report as the check laid it out, for whoever goes on with it; ``None`` if the result was made
            otherwise.
    """

    outcomes: tuple[RuleOutcome, ...] = field(factory=tuple)
    findings: tuple[Finding, ...] = field(factory=tuple)
    causes: tuple[Cause, ...] = field(factory=tuple)
    system: System | None = field(default=None, eq=False, repr=False)

    def __reduce__(self) -> tuple[object, ...]:
        """Leave the layout behind in a copy, for another process or for keeping; it can be made again."""
        return _result_of, (self.outcomes, self.findings, self.causes)

    @property
    def has_errors(self) -> bool:
        """Whether a finding is an error, which sends the report back."""
        return any(finding.severity is Severity.ERROR for finding in self.findings)

    @property
    def could_not_run(self) -> tuple[RuleOutcome, ...]:
        """Where a rule lacked what it needs, or failed itself: it neither holds nor is broken there."""
        return tuple(outcome for outcome in self.outcomes if outcome.status is Status.COULD_NOT_RUN)

    def count(self, severity: Severity) -> int:
        """Count the findings of a severity."""
        return sum(finding.severity is severity for finding in self.findings)

    def __repr__(self) -> str:
        """Count what was found; the rest is there to be asked for."""
        *counts, causes = (f"{count} {name if count != 1 else name[:-1]}" for name, count in self.__rich_repr__())
        return f"<CheckResult: {', '.join(counts)}; {causes}>"

    def __rich_repr__(self) -> Iterator[tuple[str, int]]:
        """Give the same counts to a console."""
        yield from zip(("errors", "warnings", "notes"), map(self.count, Severity), strict=True)
        yield "causes", len(self.causes)

    def _repr_html_(self) -> str:
        """Show counts, causes and findings in a notebook, in words."""
        from cchc_core.checks.notebook import result_html  # noqa: PLC0415 - only notebooks need it

        return result_html(self)

    def cause_of(self, finding: Finding) -> Cause | None:
        """Give the cause that a finding belongs to; ``None`` for one that no figure of the report explains.

        Raises:
            ValueError: If the finding is none of this result.
        """
        number = self.findings.index(finding)
        return next((cause for cause in self.causes if number in cause.findings), None)

    def findings_of(self, cause: Cause) -> tuple[Finding, ...]:
        """Give the findings that a cause explains."""
        return tuple(self.findings[number] for number in cause.findings)

    def findings_at(self, path: str) -> tuple[Finding, ...]:
        """Give the findings in which the figure at ``path`` takes part."""
        return tuple(
            finding for finding in self.findings if any(operand.place.path == path for operand in finding.operands)
        )


def _result_of(
    outcomes: tuple[RuleOutcome, ...], findings: tuple[Finding, ...], causes: tuple[Cause, ...]
) -> CheckResult:
    return CheckResult(outcomes=outcomes, findings=findings, causes=causes)

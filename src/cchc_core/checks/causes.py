"""What lies behind findings: the figures that must be wrong, and what they probably were, as data."""

from __future__ import annotations

from attrs import frozen

from cchc_core.checks.places import Operand, Place
from cchc_core.engine import Exact, LocalisationStatus, RepairKind
from cchc_core.rules import Rule

__all__ = ["Candidate", "Cause", "Change", "Evidence", "Support"]


@frozen(kw_only=True)
class Change:
    """One figure of a candidate, and what it would have to be.

    Args:
        place: Where it stands.
        reported: What the report says.
        value: What it would have to be; ``None`` where the rules leave a choice.
        kind: The mistake that leads from the one to the other, if there is a value.
    """

    place: Place
    reported: Exact | None
    value: Exact | None = None
    kind: RepairKind | None = None


@frozen(kw_only=True)
class Support:
    """A rule of plausibility that holds with one candidate and not with another.

    Args:
        rule: The rule.
        operands: The figures that it adds up, with the candidate's values.
        total: What they add up to, and are held against.
    """

    rule: Rule
    operands: tuple[Operand, ...]
    total: Exact


@frozen(kw_only=True)
class Candidate:
    """A least set of figures whose change repairs every rule that the cause breaks.

    Args:
        changes: The figures, in the order of the report.
        kind: The mistake that explains them all, where there is one.
        distance: How many slips of the hand lie between report and candidate; ``None`` without values.
        votes: Codes of the broken rules that agree on the values.
        supports: Rules of plausibility that hold with this candidate and not with every other.
    """

    changes: tuple[Change, ...]
    kind: RepairKind | None = None
    distance: int | None = None
    votes: tuple[str, ...] = ()
    supports: tuple[Support, ...] = ()

    @property
    def places(self) -> tuple[Place, ...]:
        """Where its figures stand."""
        return tuple(change.place for change in self.changes)


@frozen(kw_only=True)
class Evidence:
    """Why one of some figures must be wrong: rules that together leave no other way.

    Args:
        codes: The rules, by code.
        places: The reported figures that stand in the rule they imply; one of them must be wrong.
        gap: By how much the implied rule is missed; ``None`` where it is no sum that is missed, but that a
            figure must be whole.
    """

    codes: tuple[str, ...]
    places: tuple[Place, ...]
    gap: Exact | None = None


@frozen(kw_only=True)
class Cause:
    """One story behind one or several findings.

    Args:
        findings: Positions of the findings in the result.
        status: Whether the figures were located, or a cap was reached.
        weight: How much must change at least; ``None`` if not located.
        at_least: What is known of that weight in any case.
        candidates: Every least set of figures, the likeliest first.
        suggestion: The candidate that stands out; ``None`` where several are as likely.
        suspects: Every figure of a candidate, in the order of the report.
        voters: Number of broken equalities, each of which may give the value of a figure.
        confirmed: Number of passed relations that hold the other figures of the broken rules.
        evidence: Why the figures in question cannot all be right.
    """

    findings: tuple[int, ...]
    status: LocalisationStatus
    weight: Exact | None = None
    at_least: Exact = 0
    candidates: tuple[Candidate, ...] = ()
    suggestion: Candidate | None = None
    suspects: tuple[Place, ...] = ()
    voters: int = 0
    confirmed: int = 0
    evidence: tuple[Evidence, ...] = ()

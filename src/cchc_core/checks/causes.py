"""What lies behind findings: the figures that must be wrong, and what they probably were, as data."""

from __future__ import annotations

from attrs import frozen

from cchc_core.checks.places import Place
from cchc_core.engine import Exact, LocalisationStatus, RepairKind

__all__ = ["Candidate", "Cause", "Change", "Proof"]


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
class Candidate:
    """A least set of figures whose change repairs every rule that the cause breaks.

    Args:
        changes: The figures, in the order of the report.
        kind: The mistake that explains them all, where there is one.
        distance: How many slips of the hand lie between report and candidate; ``None`` without values.
        votes: Codes of the broken rules that agree on the values.
        supported_by: Codes of rules of plausibility that hold with this candidate and not otherwise.
    """

    changes: tuple[Change, ...]
    kind: RepairKind | None = None
    distance: int | None = None
    votes: tuple[str, ...] = ()
    supported_by: tuple[str, ...] = ()

    @property
    def places(self) -> tuple[Place, ...]:
        """Where its figures stand."""
        return tuple(change.place for change in self.changes)


@frozen(kw_only=True)
class Proof:
    """Why one of some figures must be wrong: rules that together leave no other way.

    Args:
        codes: The rules, by code.
        places: The reported figures that stand in the rule they imply; one of them must be wrong.
        gap: By how much the implied rule is missed.
    """

    codes: tuple[str, ...]
    places: tuple[Place, ...]
    gap: Exact


@frozen(kw_only=True)
class Cause:
    """One story behind one or several findings.

    Args:
        findings: Positions of the findings in the result.
        status: Whether the figures were located, or a cap was reached.
        weight: How much must change at least; ``None`` if not located.
        candidates: Every least set of figures, the likeliest first.
        suggestion: The candidate that stands out; ``None`` where several are as likely.
        suspects: Every figure of a candidate, in the order of the report.
        confirmed: Number of passed relations that hold the other figures of the broken rules.
        proofs: Why the figures in question cannot all be right.
    """

    findings: tuple[int, ...]
    status: LocalisationStatus
    weight: Exact | None = None
    candidates: tuple[Candidate, ...] = ()
    suggestion: Candidate | None = None
    suspects: tuple[Place, ...] = ()
    confirmed: int = 0
    proofs: tuple[Proof, ...] = ()

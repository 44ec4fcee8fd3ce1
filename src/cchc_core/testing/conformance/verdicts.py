"""What became of each check: met, failed, waived or not reached, as data and as one readable error."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from enum import Enum

from attrs import frozen

from cchc_core.errors import CchcError

__all__ = ["ConformanceError", "Demand", "Verdict", "VerdictStatus"]

_MOST_TOLD = 5
_LONGEST = 600


@frozen(kw_only=True)
class Demand:
    """What one check of the kit demands.

    Args:
        name: Name of its test method without ``test_``, stable.
        sentence: What must hold.
        mend: What to do about a failure.
        needs: Checks without which this one cannot be made.
        may_be_waived: Whether a format may say, with a reason, that this is not for it.
    """

    name: str
    sentence: str
    mend: str
    needs: tuple[str, ...] = ()
    may_be_waived: bool = False


class VerdictStatus(Enum):
    """What became of a check."""

    MET = "met"
    FAILED = "failed"
    WAIVED = "waived"
    NOT_REACHED = "not reached"


@frozen(kw_only=True)
class Verdict:
    """The outcome of one check.

    Args:
        demand: What was demanded.
        status: What became of it.
        seen: What was seen instead, if it failed; why it was not made, if it was not.
    """

    demand: Demand
    status: VerdictStatus
    seen: tuple[str, ...] = ()

    @property
    def failed(self) -> bool:
        """Whether the demand is broken."""
        return self.status is VerdictStatus.FAILED

    def describe(self) -> str:
        """Say the name, what is demanded, what was seen and how to mend it.

        >>> demand = Demand(name="is_bytes", sentence="It gives bytes.", mend="Encode the text.")
        >>> print(Verdict(demand=demand, status=VerdictStatus.FAILED, seen=("it gave str",)).describe())
        is_bytes: It gives bytes.
            seen: it gave str
            mend: Encode the text.
        """
        if not self.failed:
            return "\n".join((f"{self.demand.name}: {self.status.value}", *(f"    {each}" for each in self.seen)))
        return "\n".join((f"{self.demand.name}: {self.demand.sentence}", *self._told()))

    def _told(self) -> Iterator[str]:
        for each in self.seen[:_MOST_TOLD]:
            yield f"    seen: {_shortened(each)}"
        if len(self.seen) > _MOST_TOLD:
            yield f"    seen: and {len(self.seen) - _MOST_TOLD} more"
        yield f"    mend: {self.demand.mend}"


class ConformanceError(CchcError, AssertionError):
    """Raised when something does not do what its contract says; mend what each failed check names.

    Args:
        subject: What was checked.
        verdicts: The outcome of every check made, those that were met among them.
    """

    def __init__(self, subject: str, verdicts: Iterable[Verdict]) -> None:
        made = tuple(verdicts)
        super().__init__(subject, made)
        self.subject = subject
        self.verdicts = made

    @property
    def failures(self) -> tuple[Verdict, ...]:
        """The checks that failed."""
        return tuple(verdict for verdict in self.verdicts if verdict.failed)

    def __str__(self) -> str:
        """Name the subject, then say every failure."""
        failures = self.failures
        head = f"{self.subject} fails {len(failures)} of {len(self.verdicts)} checks"
        return "\n".join((head, *(failure.describe() for failure in failures)))


def _shortened(text: str) -> str:
    """Write what was seen so that every line of it stands below the first, and not too much of it."""
    short = text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…"
    return "\n          ".join(short.splitlines())

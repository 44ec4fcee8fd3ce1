"""A suite of checks as a class whose test methods are the checks; pytest runs it, and so does a plain function."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from traceback import walk_tb
from typing import Any, ClassVar, Generic, TypeVar
from unittest import SkipTest

from attrs import define, field, frozen

from cchc_core.testing.conformance.verdicts import ConformanceError, Demand, Verdict, VerdictStatus

__all__ = ["Conformance", "NotAsked", "Raised", "demand", "demands_of"]

B = TypeVar("B")
S = TypeVar("S", bound="Conformance[Any]")

_PREFIX = "test_"
_MARK = "__cchc_check__"
_RESTS_ON = "it rests on"


class NotAsked(Exception):  # noqa: N818 - no error: what is checked does not do what the check is about
    """Raised by a check that there is nothing to make it of, with the reason."""


class Raised(Exception):  # noqa: N818 - it carries what the checked code raised, and is no error of the kit
    """Carries what the checked code raised, and for which input, to the check that was being made.

    Args:
        doing: The input, in words.
        error: What was raised.
        own: Name of the package that is checked, whose own line is told first.
    """

    def __init__(self, doing: str, error: BaseException, own: str = "") -> None:
        super().__init__(doing, error, own)
        self.doing = doing
        self.error = error
        self.own = own

    def __str__(self) -> str:
        """Name the input, the error, the last line of the checked package that led to it, and the line that raised."""
        places = [
            (str(frame.f_globals.get("__name__")).partition(".")[0], f"{frame.f_code.co_filename}:{line}")
            for frame, line in walk_tb(self.error.__traceback__)
        ]
        own = [place for package, place in places if package == self.own][-1:]
        told = ", in ".join(dict.fromkeys((*own, *(place for _, place in places[-1:]))))
        return f"{self.doing}: raised {type(self.error).__name__}: {self.error}{f' ({told})' if told else ''}"


@frozen
class _Check:
    """A demand and the function that looks whether it is met; it gives what it saw of the contrary."""

    demand: Demand
    probe: Callable[[Any], Iterator[str]]
    after_groundwork: bool = False


@define(eq=False)
class _Kept:
    """The verdicts on one subject and what they were reached with, so that nothing is made twice."""

    subject: object
    bench: Any
    verdicts: dict[str, Verdict] = field(factory=dict)


class Conformance(Generic[B]):
    """Base of the suites: inherit from one of them, name what is to be checked, and let pytest collect the class.

    Attributes:
        waived: Checks that are not for this format, each with the reason; only some may be waived, and one that
            would be met must not be.
    """

    waived: Mapping[str, str] = {}
    groundwork: ClassVar[tuple[str, ...]] = ()
    """Checks without which those that several suites share cannot be made."""
    _kept: ClassVar[_Kept | None] = None

    @property
    def subject(self) -> object:
        """What is checked."""
        raise NotImplementedError

    @property
    def subject_name(self) -> str:
        """What is checked, by name."""
        raise NotImplementedError

    def _prepared(self) -> B:
        """Make what the checks of this subject share."""
        raise NotImplementedError

    @property
    def bench(self) -> B:
        """What the checks of the subject share."""
        bench: B = self._shared().bench
        return bench

    def _shared(self) -> _Kept:
        cls, subject = type(self), self.subject
        kept: _Kept | None = vars(cls).get("_kept")  # not that of a base, which may waive other checks
        if kept is None or kept.subject != subject:
            unknown = self.waived.keys() - {each.name for each in demands_of(cls)}
            if unknown:
                raise ValueError(f"{cls.__name__}.waived names no check: {', '.join(sorted(unknown))}")
            cls._kept = kept = _Kept(subject, self._prepared())
        return kept

    def verdicts(self) -> tuple[Verdict, ...]:
        """Make every check, and give what became of each."""
        return tuple(self.verdict(each.name) for each in demands_of(type(self)))

    def verdict(self, name: str) -> Verdict:
        """Make one check, unless it was made already.

        Args:
            name: Its name, without ``test_``.
        """
        made = self._shared().verdicts
        if name not in made:
            check: _Check = vars(getattr(type(self), _PREFIX + name))[_MARK]
            made[name] = self._made(check)
        return made[name]

    def _made(self, check: _Check) -> Verdict:
        wanted = check.demand
        reason = self.waived.get(wanted.name)
        if reason is not None and not wanted.may_be_waived:
            return Verdict(
                demand=wanted, status=VerdictStatus.FAILED, seen=(f"waived ({reason}), which it may not be",)
            )
        for need in (*(self.groundwork if check.after_groundwork else ()), *wanted.needs):
            verdict = self.verdict(need)
            if verdict.status is not VerdictStatus.MET:
                return Verdict(demand=wanted, status=VerdictStatus.NOT_REACHED, seen=(_rests_on(verdict),))
        try:
            seen = self._seen(check)
        except NotAsked as nothing:
            return Verdict(demand=wanted, status=VerdictStatus.NOT_REACHED, seen=(str(nothing),))
        if reason is None:
            status = VerdictStatus.FAILED if seen else VerdictStatus.MET
            return Verdict(demand=wanted, status=status, seen=seen)
        if seen:
            return Verdict(demand=wanted, status=VerdictStatus.WAIVED, seen=(reason,))
        return Verdict(demand=wanted, status=VerdictStatus.FAILED, seen=("waived, though it is met; take it out",))

    def _seen(self, check: _Check) -> tuple[str, ...]:
        seen: list[str] = []
        try:
            seen.extend(check.probe(self))
        except Raised as raised:
            seen.append(str(raised))
        return tuple(seen)


def _rests_on(needed: Verdict) -> str:
    """Say why a check is not made: which one it rests on in the end, and what became of that."""
    name = needed.demand.name
    if needed.failed:
        return f"{_RESTS_ON} {name}, which failed; mend that first"
    if needed.status is VerdictStatus.WAIVED:
        return f"{_RESTS_ON} {name}, which is waived"
    (why,) = needed.seen
    return why if why.startswith(_RESTS_ON) else f"{_RESTS_ON} {name}, which was not made: {why}"


def demand(
    mend: str, *, needs: tuple[str, ...] = (), may_be_waived: bool = False, after_groundwork: bool = False
) -> Callable[[Callable[[S], Iterator[str]]], Callable[[S], None]]:
    """Make a check of a method of a suite, whose name begins with ``test_`` and whose docstring is the demand.

    Args:
        mend: What to do about a failure.
        needs: Names of the checks without which it cannot be made.
        may_be_waived: Whether a format may say that it is not for it.
        after_groundwork: Whether it needs the groundwork of the suite that it is in, too.

    Returns:
        A decorator for a method that gives, one by one, what it sees of the contrary.
    """

    def decorate(probe: Callable[[S], Iterator[str]]) -> Callable[[S], None]:
        name = probe.__name__.removeprefix(_PREFIX)
        sentence = " ".join((probe.__doc__ or "").split())
        wanted = Demand(name=name, sentence=sentence, mend=mend, needs=needs, may_be_waived=may_be_waived)

        def test(self: S) -> None:
            verdict = self.verdict(name)
            if verdict.failed:
                raise ConformanceError(self.subject_name, (verdict,))
            if verdict.status is not VerdictStatus.MET:
                raise SkipTest(": ".join((verdict.status.value, *verdict.seen)))

        # No functools.wraps: pytest follows it to the generator, which it would not run.
        test.__name__, test.__qualname__ = probe.__name__, probe.__qualname__
        test.__doc__, test.__module__ = probe.__doc__, probe.__module__
        setattr(test, _MARK, _Check(wanted, probe, after_groundwork))
        return test

    return decorate


def demands_of(suite: type[Conformance[Any]]) -> tuple[Demand, ...]:
    """Give what a suite demands, in the order in which it is checked.

    >>> from cchc_core.testing.conformance import ExporterConformance
    >>> demands_of(ExporterConformance)[0].name
    'name_is_free'
    """
    names: dict[str, None] = {}
    for cls in reversed(suite.__mro__):
        names |= dict.fromkeys(name for name, member in vars(cls).items() if _MARK in getattr(member, "__dict__", {}))
    checks: list[_Check] = [vars(getattr(suite, name))[_MARK] for name in names]
    return tuple(check.demand for check in checks)

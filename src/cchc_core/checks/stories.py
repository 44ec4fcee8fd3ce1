"""A cause told as one story: which figure must be wrong, what it probably was, and why."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from fractions import Fraction

from cchc_core.checks.causes import Candidate, Cause, Change, Evidence, Support
from cchc_core.checks.describe import describe_figure, describe_title
from cchc_core.checks.places import Place
from cchc_core.engine import Exact, LocalisationStatus, RepairKind
from cchc_core.engine.mistypes import slips_between
from cchc_core.numbers import printed
from cchc_core.words import Language, say

__all__ = ["MOST_TOLD", "describe_candidate", "describe_cause", "describe_change"]

MOST_TOLD = 8
"""Of more candidates than this, the text tells the likeliest; the cause itself has them all."""

_NINE = 9
_TIMES = {RepairKind.TIMES_10: 10, RepairKind.TIMES_100: 100, RepairKind.TIMES_1000: 1000}


def describe_cause(cause: Cause, lang: Language = "vi") -> tuple[str, ...]:
    """Tell a cause, one sentence an entry: what must be wrong, what it probably was, what speaks for it.

    >>> from cchc_core import check, load
    >>> cause = check(load("examples/dinh-hoa-2021.json")).causes[0]
    >>> print(describe_cause(cause, "en")[1])
    it was probably 19,042: 19,024 is 19,042 with two digits swapped (18 = 2 × 9, same digits); broken relations \
that agree on this value: 3 of 3
    """
    return tuple(_Story(cause, lang).told())


def describe_candidate(candidate: Candidate, lang: Language = "vi") -> str:
    """Say what a candidate would change, and by which mistake the report came to say otherwise."""
    return "; ".join(describe_change(change, lang) for change in candidate.changes)


def describe_change(change: Change, lang: Language = "vi", *, with_title: bool = True) -> str:
    """Say what one figure would have to be, and by which mistake the report came to say otherwise."""
    figure = describe_figure(change.place, lang, with_title=with_title)
    if change.value is None:
        return figure
    mistake = _mistake(change, lang)
    text = f"{figure}: {_number(change.reported, lang)} → {_number(change.value, lang)}"
    return f"{text}; {mistake}" if mistake else text


class _Story:
    """Tells one cause; a table that all its figures stand in is named once, at the beginning."""

    def __init__(self, cause: Cause, lang: Language) -> None:
        self._cause = cause
        self._lang: Language = lang
        titles = {describe_title(place, lang) for place in cause.suspects}
        self._title = titles.pop() if len(titles) == 1 else ""

    def told(self) -> Iterator[str]:
        """Tell it, sentence by sentence."""
        cause = self._cause
        if cause.status is LocalisationStatus.NOT_SOLVED:
            yield say("cause.not_solved", self._lang, least=printed(cause.at_least, self._lang))
        elif len(cause.candidates) > 1:
            yield from self._choices()
        else:
            for candidate in cause.candidates:
                yield from self._only(candidate)

    def _only(self, candidate: Candidate) -> Iterator[str]:
        cause, lang = self._cause, self._lang
        count, broken = len(candidate.changes), len(cause.findings)
        key = "cause.several" if count > 1 else "cause.one" if broken > 1 else "cause.one_alone"
        confirmed = say("cause.confirmed", lang, count=cause.confirmed) if cause.confirmed else ""
        yield (
            self._headed(say(key, lang, places=self._figures(candidate.places), broken=broken, count=count)) + confirmed
        )
        if cause.suggestion is not None and count == 1:
            change = candidate.changes[0]
            agreed = say("cause.agreed", lang, votes=len(candidate.votes), voters=cause.voters)
            text = say("cause.probably", lang, value=_number(change.value, lang), mistake=_mistake(change, lang))
            yield text + (agreed if cause.voters else "")
        elif cause.suggestion is not None:
            yield say("cause.probably_all", lang, changes=self._changes(candidate))
        else:
            yield from self._proof()
            yield say(_unsure(candidate), lang, changes=self._changes(candidate))

    def _choices(self) -> Iterator[str]:
        """List the candidates by number, so that remarks and answers can speak of them."""
        cause, lang = self._cause, self._lang
        size = printed(cause.weight or 0, lang)
        single = all(len(candidate.changes) == 1 for candidate in cause.candidates)
        key = "cause.one_of" if single else "cause.ways"
        yield self._headed(say(key, lang, ways=len(cause.candidates), size=size))
        for number, candidate in enumerate(cause.candidates[:MOST_TOLD], 1):
            yield f"  ({number}) {self._changes(candidate)}"
        if len(cause.candidates) > MOST_TOLD:
            yield say("cause.more", lang, count=len(cause.candidates) - MOST_TOLD)
        if cause.suggestion is not None:
            yield say("cause.likeliest", lang, number=cause.candidates.index(cause.suggestion) + 1)
        else:
            yield from self._proof()
            yield say("cause.nothing_suggested", lang)
        for number, candidate in enumerate(cause.candidates, 1):
            for support in candidate.supports:
                yield say("cause.support", lang, number=number, sum=_added(support, lang), code=support.rule.code)

    def _proof(self) -> Iterator[str]:
        """Tell the shortest proof in which several rules only together leave no other way."""
        together = [each for each in self._cause.evidence if len(each.codes) > 1]
        shortest = min(together, key=lambda each: (len(each.places), len(each.codes)), default=None)
        if shortest is not None and len(shortest.places) < _fewest_alone(self._cause.evidence):
            gap = "" if shortest.gap is None else self._gap(shortest.gap)
            figures = "; ".join(describe_figure(place, self._lang) for place in shortest.places)
            yield say("cause.proof", self._lang, codes=", ".join(shortest.codes), figures=figures, gap=gap)

    def _gap(self, gap: Exact) -> str:
        return say("cause.gap", self._lang, gap=printed(abs(Fraction(gap)), self._lang))

    def _headed(self, text: str) -> str:
        return f"{self._title}: {text}" if self._title else text

    def _figures(self, places: Iterable[Place]) -> str:
        return "; ".join(describe_figure(place, self._lang, with_title=not self._title) for place in places)

    def _changes(self, candidate: Candidate) -> str:
        changes = (describe_change(each, self._lang, with_title=not self._title) for each in candidate.changes)
        return "; ".join(changes)


def _unsure(candidate: Candidate) -> str:
    """Choose the sentence for the only candidate, where it is not suggested."""
    if any(change.value is None for change in candidate.changes):
        return "cause.no_value"
    return "cause.fits" if candidate.kind in {None, RepairKind.UNKNOWN} else "cause.fits_unsure"


def _fewest_alone(evidence: Iterable[Evidence]) -> int:
    """Give the number of figures in the shortest broken rule; a proof that names as many tells nothing new."""
    return min((len(each.places) for each in evidence if len(each.codes) == 1), default=10**6)


def _mistake(change: Change, lang: Language) -> str:
    """Say by which slip the reported figure came about; nothing if none is known."""
    kind = change.kind
    if kind is None or kind is RepairKind.UNKNOWN or change.value is None:
        return ""
    old, new = _number(change.reported, lang), _number(change.value, lang)
    before, after = Fraction(change.reported or 0), Fraction(change.value)
    if kind is RepairKind.TRANSPOSITION and (before - after) % _NINE == 0:
        gap, times = printed(abs(before - after), lang), printed(abs(before - after) / _NINE, lang)
        return say("mistake.transposition_by_nine", lang, old=old, new=new, gap=gap, times=times)
    if kind in _TIMES:
        key = "mistake.times_more" if abs(before) > abs(after) else "mistake.times_less"
        return say(key, lang, old=old, new=new, times=printed(_TIMES[kind], lang))
    if kind is RepairKind.DIGIT_SLIP:
        longer = len(_digits(change.reported)) - len(_digits(change.value))
        slip = "digit_added" if longer > 0 else "digit_lost" if longer < 0 else "digit_slip"
        slips = slips_between(change.reported or 0, change.value)
        return say(f"mistake.{slip}" if slips == 1 else "mistake.digit_slips", lang, old=old, new=new, slips=slips)
    return say(f"mistake.{kind.name.lower()}", lang, old=old, new=new)


def _digits(value: Exact | None) -> str:
    return "".join(character for character in str(value) if character.isdigit())


def _added(support: Support, lang: Language) -> str:
    numbers = " + ".join(_number(operand.value, lang) for operand in support.operands)
    return f"{numbers} = {printed(support.total, lang)}"


def _number(value: Exact | None, lang: Language) -> str:
    return say("cause.blank", lang) if value is None else printed(value, lang)

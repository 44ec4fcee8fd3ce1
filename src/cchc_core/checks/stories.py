"""A cause told as one story: which figure must be wrong, what it probably was, and why."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from cchc_core.checks.causes import Candidate, Cause, Change, Support
from cchc_core.checks.describe import describe_figure
from cchc_core.engine import Exact, LocalisationStatus, RepairKind
from cchc_core.numbers import printed
from cchc_core.words import Language, say

__all__ = ["describe_candidate", "describe_cause", "describe_change"]

_MOST_TOLD = 8
"""Of more candidates than this, the text tells the likeliest; the cause itself has them all."""

_NINE = 9


def describe_cause(cause: Cause, lang: Language = "vi") -> tuple[str, ...]:
    """Tell a cause, one sentence an entry: what must be wrong, what it probably was, what speaks for it.

    >>> from cchc_core import check, load
    >>> cause = check(load("examples/dinh-hoa-2021.json")).causes[0]
    >>> print(describe_cause(cause)[1])
    có lẽ đúng là 19.042: 19.024 là 19.042 bị đảo hai chữ số liền nhau (lệch 18 = 2 × 9, cùng các chữ số); 3 trên 3 \
quan hệ không đạt cùng cho giá trị này
    """
    return tuple(_told(cause, lang))


def describe_candidate(candidate: Candidate, lang: Language = "vi") -> str:
    """Say what a candidate would change, and by which mistake the report came to say otherwise."""
    return "; ".join(describe_change(change, lang) for change in candidate.changes)


def describe_change(change: Change, lang: Language = "vi") -> str:
    """Say what one figure would have to be, and by which mistake the report came to say otherwise."""
    figure = describe_figure(change.place, lang)
    if change.value is None:
        return figure
    mistake = _mistake(change, lang)
    text = f"{figure}: {_number(change.reported, lang)} → {_number(change.value, lang)}"
    return f"{text}; {mistake}" if mistake else text


def _told(cause: Cause, lang: Language) -> Iterator[str]:
    broken = len(cause.findings)
    if cause.status is LocalisationStatus.NOT_SOLVED:
        yield say("cause.not_solved", lang, least=printed(cause.at_least, lang))
        return
    if len(cause.candidates) > 1:
        yield from _choices(cause, lang)
        return
    places = "; ".join(describe_figure(change.place, lang) for change in cause.candidates[0].changes)
    count = len(cause.candidates[0].changes)
    key = "cause.one" if count == 1 else "cause.several"
    confirmed = say("cause.confirmed", lang, count=cause.confirmed) if cause.confirmed else ""
    yield say(key, lang, places=places, broken=broken, count=count) + confirmed
    yield from _proof(cause, lang)
    yield from _suggestion(cause, lang)


def _suggestion(cause: Cause, lang: Language) -> Iterator[str]:
    only = cause.candidates[0]
    if cause.suggestion is not None and len(only.changes) == 1:
        change = only.changes[0]
        agreed = say("cause.agreed", lang, votes=len(only.votes), broken=len(cause.findings))
        mistake = _mistake(change, lang)
        yield say("cause.probably", lang, value=_number(change.value, lang), mistake=mistake) + agreed
    elif cause.suggestion is not None:
        yield say("cause.probably_all", lang, changes=describe_candidate(only, lang))
    elif all(change.value is not None for change in only.changes):
        yield say("cause.fits", lang, changes=describe_candidate(only, lang))
    else:
        yield say("cause.no_value", lang)


def _choices(cause: Cause, lang: Language) -> Iterator[str]:
    """List the candidates by number, so that remarks and answers can speak of them."""
    size = printed(cause.weight or 0, lang)
    single = all(len(candidate.changes) == 1 for candidate in cause.candidates)
    key = "cause.one_of" if single else "cause.ways"
    yield say(key, lang, ways=len(cause.candidates), size=size, broken=len(cause.findings))
    for number, candidate in enumerate(cause.candidates[:_MOST_TOLD], 1):
        yield f"  ({number}) {describe_candidate(candidate, lang)}"
    if len(cause.candidates) > _MOST_TOLD:
        yield say("cause.more", lang, count=len(cause.candidates) - _MOST_TOLD)
    yield from _proof(cause, lang)
    if cause.suggestion is not None:
        number = cause.candidates.index(cause.suggestion) + 1
        yield say("cause.likeliest", lang, number=number)
    else:
        yield say("cause.nothing_suggested", lang)
    for number, candidate in enumerate(cause.candidates, 1):
        for support in candidate.supports:
            yield say("cause.support", lang, number=number, sum=_added(support, lang), code=support.rule.code)


def _proof(cause: Cause, lang: Language) -> Iterator[str]:
    """Tell the proof where several rules only together leave no other way."""
    for proof in cause.evidence:
        if len(proof.codes) > 1:
            codes = ", ".join(proof.codes)
            figures = "; ".join(describe_figure(place, lang) for place in proof.places)
            gap = "" if proof.gap is None else say("cause.gap", lang, gap=printed(abs(Fraction(proof.gap)), lang))
            yield say("cause.proof", lang, codes=codes, figures=figures, gap=gap)


def _mistake(change: Change, lang: Language) -> str:
    """Say by which slip the reported figure came about; nothing if none is known."""
    if change.kind in {None, RepairKind.UNKNOWN} or change.value is None:
        return ""
    assert change.kind is not None  # noqa: S101 - said above
    old, new = _number(change.reported, lang), _number(change.value, lang)
    gap = abs(Fraction(change.reported or 0) - Fraction(change.value))
    if change.kind is RepairKind.TRANSPOSITION and gap % _NINE == 0:
        times = printed(gap / _NINE, lang)
        return say("mistake.transposition_by_nine", lang, old=old, new=new, gap=printed(gap, lang), times=times)
    if change.kind is RepairKind.DIGIT_SLIP:
        longer = len(_digits(change.reported)) - len(_digits(change.value))
        slip = "digit_added" if longer > 0 else "digit_lost" if longer < 0 else "digit_slip"
        return say(f"mistake.{slip}", lang, old=old, new=new)
    return say(f"mistake.{change.kind.name.lower()}", lang, old=old, new=new)


def _digits(value: Exact | None) -> str:
    return "".join(character for character in str(value) if character.isdigit())


def _added(support: Support, lang: Language) -> str:
    numbers = " + ".join(_number(operand.value, lang) for operand in support.operands)
    return f"{numbers} = {printed(support.total, lang)}"


def _number(value: Exact | None, lang: Language) -> str:
    return say("cause.blank", lang) if value is None else printed(value, lang)

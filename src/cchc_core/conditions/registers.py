"""The order of numbers in registers: in one register and year, a higher number is not dated earlier."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from datetime import date
from itertools import pairwise

from attrs import frozen

from cchc_core.conditions.cited import breach_at, place_of
from cchc_core.conditions.condition import Breach, Context, Fact, Judgement, Skipped
from cchc_core.conditions.names import folded, is_letter, issuer_key, named, symbol_key
from cchc_core.report import Citation, Report
from cchc_core.words import Text

__all__ = ["numbers_follow_dates"]

_NUMBER = re.compile(r"\d{1,15}", re.ASCII)

_ODD_LATE = Text(
    "{document} đề ngày {day}, trong khi {other} có số lớn hơn lại đề ngày {other_day}, sớm hơn;"
    " xét cả sổ năm {year}, văn bản lệch thứ tự là {document}",
    "{document} is dated {day}, while {other} has a higher number and the earlier date {other_day};"
    " in the register of {year} the one out of order is {document}",
)
_ODD_EARLY = Text(
    "{document} đề ngày {day}, trong khi {other} có số nhỏ hơn lại đề ngày {other_day}, muộn hơn;"
    " xét cả sổ năm {year}, văn bản lệch thứ tự là {document}",
    "{document} is dated {day}, while {other} has a lower number and the later date {other_day};"
    " in the register of {year} the one out of order is {document}",
)
_EITHER = Text(
    "{document} đề ngày {day}, trong khi {other} có số lớn hơn lại đề ngày {other_day}, sớm hơn;"
    " số hoặc ngày của một trong hai văn bản sai",
    "{document} is dated {day}, while {other} has a higher number and the earlier date {other_day};"
    " the number or date of one of the two is wrong",
)


@frozen
class _Entry:
    """A numbered and dated document in its register; ``place`` is its number in the list of citations, from 0."""

    place: int
    number: int
    day: date
    cited: Citation

    @property
    def name(self) -> str:
        return named(self.cited, self.place + 1)


def numbers_follow_dates(report: Report, _context: Context) -> Judgement:
    """CIT-002: told of the document that is out of line with all others, or of both where that cannot be decided.

    The dates in order of numbers are held against their longest runs that never go back. What stands in none of the
    longest runs is out of line; among what stands in some of them, only neighbours that go back are told, so that
    one slip is one finding.
    """
    if not report.citations:
        return Skipped(kind="no_citations")
    registers = _registers(report.citations)
    if not any(len(entries) > 1 for entries in registers):
        return Skipped(kind="not_stated")
    return tuple(breach for entries in registers for breach in _disorder(entries))


def _registers(citations: Sequence[Citation]) -> list[list[_Entry]]:
    """Give the registers of one year each, in order of numbers; numbers with two dates are left to CIT-003."""
    found: dict[tuple[object, ...], list[_Entry]] = {}
    for place, cited in enumerate(citations):
        if cited.date is None or not _NUMBER.fullmatch(cited.number) or not cited.issuer.strip():
            continue
        if cited.year is None or cited.year == cited.date.year:
            entry = _Entry(place, int(cited.number), cited.date, cited)
            found.setdefault(_register(cited, cited.date.year), []).append(entry)
    return [_unambiguous(entries) for entries in found.values()]


def _register(cited: Citation, year: int) -> tuple[object, ...]:
    """Tell in which register a document is numbered.

    Letters of an office share one, whatever the unit that wrote them; documents with a name have one for each
    symbol; those with a year in their number have their own.
    """
    symbol = symbol_key(cited.symbol)
    letters = is_letter(cited.type)
    kind = ("", symbol.partition("-")[0]) if letters else (folded(cited.type), symbol)
    return (issuer_key(cited.issuer), *kind, cited.separator, cited.year is not None, year)


def _unambiguous(entries: list[_Entry]) -> list[_Entry]:
    found: dict[int, list[_Entry]] = {}
    for entry in entries:
        found.setdefault(entry.number, []).append(entry)
    return [found[number][0] for number in sorted(found) if len({each.day for each in found[number]}) == 1]


def _disorder(entries: list[_Entry]) -> Iterator[Breach]:
    """Tell what is out of line, and neighbours that go back among the rest."""
    kept = _in_a_longest_run(entries)
    for index, entry in enumerate(entries):
        if not kept[index]:
            yield _odd(entry, [each for at, each in enumerate(entries) if kept[at]])
    rest = [each for at, each in enumerate(entries) if kept[at]]
    for lower, higher in pairwise(rest):
        if higher.day < lower.day:
            yield _breach(_EITHER, lower, higher)


def _in_a_longest_run(entries: Sequence[_Entry]) -> list[bool]:
    """Tell of each document whether a longest run of dates that never go back holds it."""
    days = [each.day.toordinal() for each in entries]
    up_to = _longest_ending(days)
    onwards = _longest_ending([-day for day in reversed(days)])[::-1]
    longest = max(up_to, default=0)
    return [before + after - 1 == longest for before, after in zip(up_to, onwards, strict=True)]


def _longest_ending(days: Sequence[int]) -> list[int]:
    """Give, for each day, the length of the longest run that ends with it."""
    ends: list[int] = []
    lengths: list[int] = []
    for day in days:
        length = bisect_right(ends, day)
        ends[length : length + 1] = [day]
        lengths.append(length + 1)
    return lengths


def _odd(entry: _Entry, kept: Sequence[_Entry]) -> Breach:
    """Hold a document out of line against the nearest in line that it contradicts; there is always one."""
    against = [each for each in kept if (each.number - entry.number) * (each.day - entry.day).days < 0]
    other = min(against, key=lambda each: abs(each.number - entry.number))
    return _breach(_ODD_EARLY if other.number < entry.number else _ODD_LATE, entry, other)


def _breach(said: Text, entry: _Entry, other: _Entry) -> Breach:
    facts: dict[str, Fact] = {
        "day": entry.day,
        "other": other.name,
        "other_day": other.day,
        "other_at": place_of(other.place),
        "year": str(entry.day.year),
    }
    return breach_at(entry.place, entry.cited, said, facts)

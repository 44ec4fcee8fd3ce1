"""Conditions that hold cited documents against what is known of them: repealed, misdated, older than what they amend."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from cchc_core.conditions.cited import breach_at
from cchc_core.conditions.condition import Context, Judgement, Skipped
from cchc_core.conditions.known import KnownDocument, known_of
from cchc_core.conditions.names import folded, named, symbol_key
from cchc_core.report import Citation, Report
from cchc_core.words import Text

__all__ = ["amending_documents_are_younger", "cited_documents_are_in_force", "known_dates_are_printed"]

_REPEALED = Text(
    "{document} hết hiệu lực từ ngày {repealed} trong khi kỳ báo cáo kết thúc ngày {end} (theo {source});"
    " nếu viện dẫn để áp dụng thì thay bằng văn bản mới",
    "{document} is out of force since {repealed}, and the period ends on {end} (according to {source});"
    " if it is cited as applied, cite what replaced it",
)
_REPLACED = Text(
    "{document} hết hiệu lực từ ngày {repealed}, được thay thế bởi {repealed_by}, trong khi kỳ báo cáo kết thúc ngày"
    " {end} (theo {source}); nếu viện dẫn để áp dụng thì thay bằng văn bản mới",
    "{document} is out of force since {repealed}, replaced by {repealed_by}, and the period ends on {end} (according to"
    " {source}); if it is cited as applied, cite what replaced it",
)
_OTHER_DATE = Text(
    "{document} được ghi ngày {day}, nhưng ngày ban hành là {issued} (theo {source}); hãy sửa ngày",
    "{document} is dated {day}, but it was issued on {issued} (according to {source}); correct the date",
)
_OLDER = Text(
    "{document} ngày {day} sửa đổi {amended} ngày {amended_day}, ban hành sau nó; một trong hai ngày sai",
    "{document} of {day} amends {amended} of {amended_day}, which is younger; one of the two dates is wrong",
)
_AMENDS = re.compile(
    r"(?:sửa đổi|bổ sung)\b.{0,200}?\b(?P<type>nghị định|thông tư|quyết định|nghị quyết|chỉ thị)\s+(?:số\s+)?"
    r"(?P<number>\d{1,15}/\d{4}(?:/[^\s,;.]+)?)",
    re.IGNORECASE,
)


def cited_documents_are_in_force(report: Report, context: Context) -> Judgement:
    """CIT-007: what is cited was not repealed before the period ended."""
    found = _known(report, context)
    if not found:
        return Skipped(kind=_nothing(report))
    return tuple(
        breach_at(
            index,
            cited,
            _REPLACED if known.repealed_by else _REPEALED,
            {
                "repealed": known.repealed,
                "repealed_by": known.repealed_by,
                "end": context.day,
                "source": known.said_by,
            },
        )
        for index, cited, known in found
        if known.repealed is not None and known.repealed <= context.day
    )


def known_dates_are_printed(report: Report, context: Context) -> Judgement:
    """CIT-008: each date printed for a known document is its date of issue."""
    found = _known(report, context)
    dated = [
        (index, cited, known, day)
        for index, cited, known in found
        for day in dict.fromkeys((cited.date, *(variant.date for variant in cited.variants)))
        if day is not None
    ]
    if not dated:
        return Skipped(kind="not_stated" if found else _nothing(report))
    return tuple(
        breach_at(index, cited, _OTHER_DATE, {"day": day, "issued": known.issued, "source": known.said_by})
        for index, cited, known, day in dated
        if day != known.issued
    )


def amending_documents_are_younger(report: Report, context: Context) -> Judgement:
    """CIT-009: a document that amends another, as its subject says or as is known, is not older than it."""
    pairs = [
        (index, cited, day, name, amended_day)
        for index, cited in enumerate(report.citations)
        if (day := _day_of(cited, context)) is not None
        for name, amended_day in _amended(cited, report, context)
    ]
    if not pairs:
        return Skipped(kind="not_stated" if report.citations else "no_citations")
    return tuple(
        breach_at(index, cited, _OLDER, {"day": day, "amended": name, "amended_day": amended_day})
        for index, cited, day, name, amended_day in pairs
        if day < amended_day
    )


def _known(report: Report, context: Context) -> list[tuple[int, Citation, KnownDocument]]:
    found = ((index, each, known_of(each, context.documents)) for index, each in enumerate(report.citations))
    return [(index, cited, known) for index, cited, known in found if known is not None]


def _nothing(report: Report) -> str:
    return "nothing_known" if report.citations else "no_citations"


def _day_of(cited: Citation, context: Context) -> date | None:
    """Give the date as printed, or else as known."""
    known = known_of(cited, context.documents) if cited.date is None else None
    return known.issued if known is not None else cited.date


def _amended(cited: Citation, report: Report, context: Context) -> Iterator[tuple[str, date]]:
    """Give name and date of what a document amends: as the report cites it, or else as it is known."""
    known = known_of(cited, context.documents)
    stated = _AMENDS.search(cited.subject)
    if known is not None and known.amends:
        type_, number = known.type, known.amends
    elif stated is not None:
        type_, number = stated["type"], stated["number"]
    else:
        return
    for index, other in enumerate(report.citations):
        day = _day_of(other, context)
        if other is not cited and day is not None and _is(other.type, other.notation, type_, number):
            yield named(other, index + 1), day
            return
    for each in context.documents:
        if _is(each.type, each.notation, type_, number):
            yield f"{each.type} số {each.notation}", each.issued
            return


def _is(type_: str, notation: str, wanted_type: str, number: str) -> bool:
    """Tell whether a document is the one of a type and a number, which may stop before the symbol."""
    key, wanted = symbol_key(notation), symbol_key(number)
    return folded(type_) == folded(wanted_type) and (key == wanted or key.startswith(f"{wanted}/"))

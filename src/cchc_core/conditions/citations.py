"""Conditions on each cited document: the year in its number, one wording, completeness, a date that can be."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from cchc_core.conditions.cited import TITLE, breach_at, place_of
from cchc_core.conditions.condition import Breach, Context, Fact, Judgement, Skipped
from cchc_core.conditions.known import known_of
from cchc_core.conditions.names import folded, issuer_key, listed, named, symbol_key
from cchc_core.report import Citation, Report, Variant, parse_notation, printed_date
from cchc_core.rules import Severity
from cchc_core.words import Text

__all__ = [
    "citation_is_complete",
    "dates_are_possible",
    "one_document_one_wording",
    "symbol_year_is_date_year",
]

_SATURDAY = 5
_YEARS_IN_NUMBERS = date(2005, 1, 1)
_LAWS = {"luat", "bo luat", "phap lenh", "hien phap"}
_ALWAYS_WITH_YEAR = {"nghi dinh", "thong tu", "thong tu lien tich"}

_OTHER_YEAR = Text(
    "{document} ghi năm {year} trong số, ký hiệu nhưng đề ngày {day}; hãy kiểm tra lại ngày",
    "{document} has the year {year} in its number but is dated {day}; check the date",
)
_OTHER_NOTATION = Text(
    "{document} được viết là {notation} ở mục {section}; hãy viết thống nhất",
    "{document} is written {notation} in section {section}; write it the same everywhere",
)
_OTHER_DATE = Text(
    "{document} đề ngày {day}, nhưng mục {section} ghi ngày {other}; hãy kiểm tra lại ngày",
    "{document} is dated {day}, but {other} in section {section}; check the date",
)
_OTHER_SUBJECT = Text(
    "{document} được nêu nội dung là “{subject}”, nhưng mục {section} nêu “{other}”; hãy viết thống nhất",
    "{document} has the subject “{subject}”, but “{other}” in section {section}; write it the same everywhere",
)
_TWO_DATES = Text(
    "{document} được viện dẫn hai lần với hai ngày khác nhau, {day} và {other}; hãy kiểm tra lại ngày",
    "{document} is cited twice with two dates, {day} and {other}; check the date",
)
_INCOMPLETE = Text(
    "{document} còn thiếu {missing}; hãy ghi đủ khi viện dẫn lần đầu",
    "{document} is cited without {missing}; complete it where it is cited first",
)
_KNOWN_DATE = Text(
    " (ngày ban hành là {day}, theo {source})",
    " (it was issued on {day}, according to {source})",
)
_FUTURE = Text(
    "{document} đề ngày {day}, sau ngày {limit} là ngày muộn nhất có thể của báo cáo; hãy kiểm tra lại ngày",
    "{document} is dated {day}, later than {limit}, the last day the report can have; check the date",
)
_WEEKEND = Text(
    "các văn bản đề ngày thứ Bảy hoặc Chủ nhật: {documents}; ngày có thể đúng, hãy đối chiếu với bản gốc",
    "documents dated on a Saturday or Sunday: {documents}; the dates may be right, compare them with the originals",
)


def symbol_year_is_date_year(report: Report, _context: Context) -> Judgement:
    """CIT-001: a year in a number is the year of the date, in each way the report writes the document."""
    if not report.citations:
        return Skipped(kind="no_citations")
    dated = [
        (index, cited, year, day)
        for index, cited in enumerate(report.citations)
        for year, day in _years(cited)
        if year is not None and day is not None
    ]
    if not dated:
        return Skipped(kind="not_stated")
    return tuple(
        breach_at(index, cited, _OTHER_YEAR, {"year": str(year), "day": day})
        for index, cited, year, day in dated
        if year != day.year
    )


def _years(cited: Citation) -> Iterator[tuple[int | None, date | None]]:
    """Give year and date as written, and as written otherwise where either differs."""
    yield cited.year, cited.date
    for variant in cited.variants:
        if variant.notation or variant.date:
            yield _year_of(variant.notation) if variant.notation else cited.year, variant.date or cited.date


def _year_of(notation: str) -> int | None:
    try:
        return parse_notation(notation)[1]
    except ValueError:
        return None


def one_document_one_wording(report: Report, _context: Context) -> Judgement:
    """CIT-003: number, date and subject are the same wherever a document is cited.

    Subjects are shortened when a report is made into data, so a difference in the subject alone is information.
    """
    if not report.citations:
        return Skipped(kind="no_citations")
    varying = (
        breach
        for index, cited in enumerate(report.citations)
        for variant in cited.variants
        for breach in _variation(index, cited, variant)
    )
    return (*varying, *_cited_twice(report.citations))


def _variation(index: int, cited: Citation, variant: Variant) -> Iterator[Breach]:
    """Tell in what a variant differs, by the first thing that does: number, date, subject."""
    section = variant.section
    if variant.notation and variant.notation.strip() != cited.notation:
        yield breach_at(index, cited, _OTHER_NOTATION, {"section": section, "notation": variant.notation})
    elif variant.date and cited.date and variant.date != cited.date:
        yield breach_at(index, cited, _OTHER_DATE, {"section": section, "day": cited.date, "other": variant.date})
    elif variant.subject and cited.subject and variant.subject.split() != cited.subject.split():
        wording: dict[str, Fact] = {"section": section, "subject": cited.subject, "other": variant.subject}
        yield breach_at(index, cited, _OTHER_SUBJECT, wording, Severity.INFO)


def _cited_twice(citations: tuple[Citation, ...]) -> Iterator[Breach]:
    """Find documents listed twice with two dates; a number without a year comes again each year."""
    first: dict[tuple[object, ...], tuple[int, date]] = {}
    for index, cited in enumerate(citations):
        if not (cited.number and cited.symbol and cited.issuer and cited.date):
            continue
        key = (symbol_key(cited.notation), issuer_key(cited.issuer), cited.year or cited.date.year)
        earlier, day = first.setdefault(key, (index, cited.date))
        if day != cited.date:
            facts: dict[str, Fact] = {"day": day, "other": cited.date, "first": place_of(earlier)}
            yield breach_at(index, cited, _TWO_DATES, facts)


def citation_is_complete(report: Report, context: Context) -> Judgement:
    """CIT-004: type, number, symbol, date and issuer; a year in the number of decrees and circulars."""
    if not report.citations:
        return Skipped(kind="no_citations")
    found = ((index, cited, _missing(cited)) for index, cited in enumerate(report.citations))
    return tuple(_incomplete(index, cited, missing, context) for index, cited, missing in found if missing)


def _missing(cited: Citation) -> list[Text]:
    if folded(cited.type) in _LAWS:
        return [] if cited.subject.strip() or cited.number.strip() else [Text("tên luật", "the name of the law")]
    parts = (
        (cited.type.strip(), Text("tên loại văn bản", "the type")),
        (cited.number.strip(), Text("số", "the number")),
        (cited.symbol.strip(), Text("ký hiệu", "the symbol")),
        (cited.year or not _needs_year(cited), Text("năm trong số, ký hiệu", "the year in its number")),
        (cited.date, Text("ngày ban hành", "the date")),
        (cited.issuer.strip(), Text("cơ quan ban hành", "the issuer")),
    )
    return [name for value, name in parts if not value]


def _needs_year(cited: Citation) -> bool:
    """Tell whether a document is always a legal one, of the years since these carry the year in their number."""
    recent = cited.date is None or cited.date >= _YEARS_IN_NUMBERS
    return recent and bool(cited.number.strip()) and folded(cited.type) in _ALWAYS_WITH_YEAR


def _incomplete(index: int, cited: Citation, missing: list[Text], context: Context) -> Breach:
    known = known_of(cited, context.documents) if cited.date is None else None
    if known is None:
        return breach_at(index, cited, _INCOMPLETE, {"missing": listed(missing)})
    said = Text(_INCOMPLETE.vi + _KNOWN_DATE.vi, _INCOMPLETE.en + _KNOWN_DATE.en)
    return breach_at(index, cited, said, {"missing": listed(missing), "day": known.issued, "source": known.said_by})


def dates_are_possible(report: Report, _context: Context) -> Judgement:
    """CIT-006: no document is younger than the report; those of a weekend are listed in one finding."""
    if not report.citations:
        return Skipped(kind="no_citations")
    dated = [
        (index, cited, day)
        for index, cited in enumerate(report.citations)
        for day in dict.fromkeys((cited.date, *(variant.date for variant in cited.variants)))
        if day is not None
    ]
    if not dated:
        return Skipped(kind="not_stated")
    limit = _last_day(report)
    future = tuple(
        breach_at(index, cited, _FUTURE, {"day": day, "limit": limit})
        for index, cited, day in dated
        if limit is not None and day > limit
    )
    weekend = tuple(
        f"{named(cited, index + 1)} ({printed_date(day)})" for index, cited, day in dated if day.weekday() >= _SATURDAY
    )
    listed_once = Breach(
        said=_WEEKEND, facts={"documents": weekend}, at="citations", title=TITLE, severity=Severity.INFO
    )
    return (*future, listed_once) if weekend else future


def _last_day(report: Report) -> date | None:
    """Give the last day that the report can have: its own, or the end of the year that it prints."""
    document = report.document
    if document.date is not None:
        return document.date
    if document.year is None or not date.min.year <= document.year <= date.max.year:
        return None
    return date(document.year, 12, 31)

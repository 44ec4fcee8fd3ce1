"""The list of cited documents, by the level of their issuers."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from attrs import frozen

from cchc_core.prose.shown import BLANK
from cchc_core.prose.text import one_line
from cchc_core.report import Citation, IssuerLevel, Report, Variant, printed_date

__all__ = ["CITATION_HEADS", "CITATION_TITLE", "CitationGroup", "CitedRow", "citation_groups", "cited_in"]

CITATION_TITLE = "DANH MỤC VĂN BẢN ĐƯỢC VIỆN DẪN"
CITATION_HEADS = ("TT", "Loại văn bản", "Số, ký hiệu", "Ngày ban hành", "Cơ quan ban hành", "Nội dung", "Mục viện dẫn")


@frozen(kw_only=True)
class CitedRow:
    """A document of the list.

    Args:
        number: Its number in the list.
        path: Path of the citation in the report.
        cells: Its facts, under the heads after the first.
    """

    number: int
    path: str
    cells: tuple[str, ...]


@frozen(kw_only=True)
class CitationGroup:
    """The documents of issuers of one level."""

    title: str
    rows: tuple[CitedRow, ...]


def citation_groups(report: Report) -> tuple[CitationGroup, ...]:
    """Give the list, numbered throughout; nothing if nothing is cited."""
    listed = _listed(report.citations)
    found: list[CitationGroup] = []
    for level in IssuerLevel:
        rows = [_row(number, index, each) for number, (index, each) in enumerate(listed, 1) if each.level is level]
        if rows:
            title = f"{len(found) + 1}. {level.title} ({len(rows)} văn bản)"
            found.append(CitationGroup(title=title, rows=tuple(rows)))
    return tuple(found)


def cited_in(cited: Sequence[Citation], section: str) -> str:
    """Give the places, in the list, of the documents that a section or a part of it cites: ``2, 25-27``."""
    found = [
        number
        for number, (_, each) in enumerate(_listed(cited), 1)
        if any(place == section or place.startswith(f"{section}.") for place in each.sections)
    ]
    runs = (list(run) for _, run in groupby(enumerate(found), key=lambda each: each[1] - each[0]))
    return ", ".join(f"{run[0][1]}-{run[-1][1]}" if len(run) > 1 else str(run[0][1]) for run in runs)


def _listed(cited: Sequence[Citation]) -> list[tuple[int, Citation]]:
    """Sort the citations by level, each with its place in the report."""
    return sorted(enumerate(cited), key=lambda each: list(IssuerLevel).index(each[1].level))


def _row(number: int, index: int, cited: Citation) -> CitedRow:
    variants = "".join(f" ({_variant(each)})" for each in cited.variants)
    facts = (
        cited.type,
        cited.notation,
        printed_date(cited.date) if cited.date else "",
        cited.issuer,
        f"{cited.subject}{variants}",
        ", ".join(cited.sections),
    )
    cells = tuple(one_line(fact) or BLANK for fact in facts)
    return CitedRow(number=number, path=f"citations[{index}]", cells=cells)


def _variant(variant: Variant) -> str:
    facts = (
        f"số {variant.notation}" if variant.notation else "",
        f"ngày {printed_date(variant.date)}" if variant.date else "",
        f"nội dung “{variant.subject}”" if variant.subject else "",
    )
    return f"mục {variant.section} ghi: {', '.join(fact for fact in facts if fact)}"

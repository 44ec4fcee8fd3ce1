"""The list of cited documents, by the level of their issuers."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from cchc_core import Citation, IssuerLevel, Report
from cchc_core.report import Variant, printed_date
from cchc_exporters.markdown.letter import attached_to
from cchc_exporters.markdown.printing import BLANK
from cchc_exporters.markdown.syntax import escape, heading, table

__all__ = ["citations", "cited_in"]

_HEADER = ("TT", "Loại văn bản", "Số, ký hiệu", "Ngày ban hành", "Cơ quan ban hành", "Nội dung", "Mục viện dẫn")


def citations(report: Report) -> Iterator[str]:
    """Write the list as an appendix; nothing if nothing is cited."""
    if not report.citations:
        return
    yield heading(2, "DANH MỤC VĂN BẢN ĐƯỢC VIỆN DẪN")
    yield f"*({attached_to(report)})*"
    listed = _listed(report.citations)
    groups = [level for level in IssuerLevel if any(each.level is level for each in report.citations)]
    for index, level in enumerate(groups, 1):
        rows = [_row(number, each) for number, each in enumerate(listed, 1) if each.level is level]
        yield heading(3, f"{index}. {level.title} ({len(rows)} văn bản)")
        yield table(_HEADER, rows, "cllclll")


def cited_in(cited: Sequence[Citation], section: str) -> str:
    """Give the places, in the list, of the documents that a section or a part of it cites: ``2, 25-27``."""
    found = [
        number
        for number, each in enumerate(_listed(cited), 1)
        if any(place == section or place.startswith(f"{section}.") for place in each.sections)
    ]
    runs = (list(run) for _, run in groupby(enumerate(found), key=lambda each: each[1] - each[0]))
    return ", ".join(f"{run[0][1]}-{run[-1][1]}" if len(run) > 1 else str(run[0][1]) for run in runs)


def _listed(cited: Sequence[Citation]) -> list[Citation]:
    return sorted(cited, key=lambda each: list(IssuerLevel).index(each.level))


def _row(number: int, cited: Citation) -> tuple[str, ...]:
    variants = "".join(f" ({_variant(each)})" for each in cited.variants)
    facts = (
        cited.type,
        cited.notation,
        printed_date(cited.date) if cited.date else "",
        cited.issuer,
        f"{cited.subject}{variants}",
        ", ".join(cited.sections),
    )
    return (str(number), *(escape(fact) or BLANK for fact in facts))


def _variant(variant: Variant) -> str:
    facts = (
        f"số {variant.notation}" if variant.notation else "",
        f"ngày {printed_date(variant.date)}" if variant.date else "",
        f"nội dung “{variant.subject}”" if variant.subject else "",
    )
    return f"mục {variant.section} ghi: {', '.join(fact for fact in facts if fact)}"

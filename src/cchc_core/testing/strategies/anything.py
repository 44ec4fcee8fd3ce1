"""Hypothesis strategies for everything a report holds, derived from the declarations.

They give what a file may hold, not what a report should: figures that contradict one another, figures
below zero, hostile text. Whatever reads, checks or exports a report has to take all of it.
"""

from __future__ import annotations

import string
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from typing import Any, TypeVar, overload

import attrs

from cchc_core.forms import (
    AgencyRow,
    AgencyTable,
    FieldRow,
    FieldTable,
    FigureKind,
    Level,
    LevelTable,
    NestedDeclaration,
    OpenBound,
    OpenWord,
    Record,
    form_of,
)
from cchc_core.report import (
    PROGRAMMES,
    Agency,
    Citation,
    Document,
    IssuerLevel,
    Narrative,
    Period,
    PrintedTitle,
    Report,
    Signatory,
    StatedDay,
    Tier,
    Variant,
)
from cchc_core.testing.extra import SearchStrategy, st
from cchc_core.testing.strategies.documents import periods

__all__ = [
    "any_agencies",
    "any_citations",
    "any_documents",
    "any_records",
    "any_reports",
    "any_tables",
    "texts",
]

R = TypeVar("R", bound=Record)

_LARGEST = 10**15 - 1
_MOST_DOSSIERS = 10**6

_ORDINARY = (
    "Đất đai",
    "Tư pháp - Hộ tịch",
    "Ủy ban nhân dân huyện Định Hóa",
    "UBND các xã, thị trấn",
    "Lưu: VT, NV",
    "Giải quyết thủ tục hành chính theo cơ chế một cửa, một cửa liên thông",
)
_HOSTILE = (
    "",
    " ",
    "=1+1",
    "+1",
    "-1",
    "@SUM(A1)",
    '=HYPERLINK("http://localhost")',
    "1.250",
    "a|b|c",
    "# x\n- y\n\n1. z",
    "**x** _y_ `z` [t](u) <b>&amp;</b>",
    "]]><!--",
    "{x} {0} %s ${y}",
    "tab\tcarriage\rreturn",
    "\x00\x07\x1f\x7f",
    "\ufeff\u202e\u200b\u00ad",
    "Dinh Ho\u0301a",
    "\U0001f600\U0010ffff\ufffe",
    "x" * 300,
)


def texts() -> SearchStrategy[str]:
    """Any text a report may carry: Vietnamese, text that looks like a formula or markup, and anything else.

    There are no lone halves of characters in it, which no file can hold.
    """
    return st.sampled_from(_ORDINARY) | st.sampled_from(_HOSTILE) | st.text(max_size=12)


def _counts() -> SearchStrategy[int]:
    return st.integers(0, 99) | st.integers(0, _MOST_DOSSIERS) | st.integers(-_LARGEST, _LARGEST)


def _decimals(smallest: int, largest: int) -> SearchStrategy[Decimal]:
    """Draw decimals of up to two places, with the zeros at their end kept."""
    return st.builds(
        lambda number, places: Decimal(number).scaleb(-places), st.integers(smallest, largest), st.integers(0, 2)
    )


def _open_bounds() -> SearchStrategy[OpenBound]:
    return st.builds(OpenBound, st.sampled_from(OpenWord), _decimals(-100, _MOST_DOSSIERS))


_FIGURES: dict[FigureKind, Callable[[], SearchStrategy[Any]]] = {
    FigureKind.COUNT: _counts,
    FigureKind.MONEY: lambda: _decimals(0, _MOST_DOSSIERS) | _decimals(-_LARGEST, _LARGEST),
    FigureKind.SHARE: lambda: _decimals(-100, 20_000),
    FigureKind.OPEN: _open_bounds,
}


def any_records(cls: type[R]) -> SearchStrategy[R]:
    """Any record of a form: every figure blank, zero, small, large or below zero; tables with any rows.

    What stands in a record beside figures, parts and tables is drawn by its type.

    Args:
        cls: A record class, of the catalogue or of your own.

    Raises:
        DeclarationError: If the class was not made by `form`.

    >>> from cchc_core import PublicFinance
    >>> from hypothesis import find
    >>> find(any_records(PublicFinance), lambda record: record.savings is not None)
    PublicFinance(savings=Decimal('0'))
    """
    form = form_of(cls)
    parts: dict[str, SearchStrategy[Any]] = {name: _nested(each) for name, each in form.nested.items()}
    attributes: Any = cls
    for field in attrs.fields(attributes):
        if field.name not in form.figures and field.name not in form.nested:
            parts[field.name] = _plain(field.type)
    figures = {name: _FIGURES[kind]() for name, kind in form.kinds}
    return st.builds(
        lambda others, reported: cls(**others, **reported),
        st.fixed_dictionaries(parts),
        st.fixed_dictionaries({}, optional=figures),
    )


def _nested(declared: NestedDeclaration) -> SearchStrategy[Any]:
    kind: Any = declared.value
    return any_tables(declared.record, kind) if declared.is_table else any_records(declared.record)


def _plain(hint: Any) -> SearchStrategy[Any]:
    drawn: dict[Any, Callable[[], SearchStrategy[Any]]] = {
        Agency: any_agencies,
        Period: periods,
        Document: any_documents,
        Signatory: lambda: st.builds(Signatory, name=texts(), position=texts(), on_behalf_of=texts()),
        Narrative: _narratives,
        tuple[Citation, ...]: lambda: _several(any_citations()),
        tuple[PrintedTitle, ...]: lambda: _several(_titles()),
        tuple[Record, ...]: lambda: st.just(()),
        tuple[StatedDay, ...]: lambda: _several(
            st.builds(StatedDay, day=_dates(), subject=texts(), section=texts()),
        ),
    }
    return drawn[hint]() if hint in drawn else st.from_type(hint)


def _several(elements: SearchStrategy[Any]) -> SearchStrategy[tuple[Any, ...]]:
    return st.lists(elements, max_size=2).map(tuple)


@overload
def any_tables(cls: type[R], kind: type[LevelTable[Any]]) -> SearchStrategy[LevelTable[R]]: ...
@overload
def any_tables(cls: type[R], kind: type[FieldTable[Any]]) -> SearchStrategy[FieldTable[R]]: ...
@overload
def any_tables(cls: type[R], kind: type[AgencyTable[Any]]) -> SearchStrategy[AgencyTable[R]]: ...
def any_tables(cls: type[R], kind: type[Any]) -> SearchStrategy[Any]:
    """Any table of a form: with any levels, with one name twice, with no rows, or with a total alone.

    Args:
        cls: Record class of the rows.
        kind: `LevelTable`, `FieldTable` or `AgencyTable`.

    Raises:
        DeclarationError: If the class was not made by `form`.
    """
    row, number = any_records(cls), st.none() | st.integers(0, 99)
    if kind is LevelTable:
        levels = dict.fromkeys(("province", "district", "commune", "total"), row)
        return st.builds(lambda present: LevelTable(**present), st.fixed_dictionaries({}, optional=levels))
    if kind is FieldTable:
        fields = st.builds(FieldRow, field=texts(), figures=row, number=number)
        return st.builds(FieldTable, fields=_several(fields), total=st.none() | row)
    level = st.sampled_from(Level)
    agencies = st.builds(AgencyRow, agency=texts(), level=level, figures=row, number=number)
    return st.builds(AgencyTable, agencies=_several(agencies), total=st.none() | row)


def any_agencies() -> SearchStrategy[Agency]:
    """Any agency; codes may begin with zeros."""
    return st.builds(
        Agency,
        name=texts(),
        tier=st.sampled_from(Tier),
        code=st.text(string.digits, max_size=5),
        parent=texts(),
        place=texts(),
    )


def _dates() -> SearchStrategy[date]:
    return st.dates(date(1945, 9, 2), date(2100, 12, 31))


def any_citations() -> SearchStrategy[Citation]:
    """Any citation; number, year, symbol and date may each be absent."""
    numbers = st.integers(1, 9999).map(lambda number: f"{number:02d}")
    symbols = st.sampled_from(("", "KH-UBND", "QĐ-TTg", "UBND- NV", "SNV-TCBC&TCPCP"))
    return st.builds(
        Citation,
        type=st.sampled_from(("Kế hoạch", "Quyết định", "Công văn")) | texts(),
        issuer=texts(),
        level=st.sampled_from(IssuerLevel),
        number=st.just("") | numbers,
        year=st.none() | st.integers(1945, 2100),
        symbol=symbols,
        separator=st.sampled_from(("/", "-")),
        date=st.none() | _dates(),
        subject=texts(),
        sections=_several(texts()),
        variants=_several(
            st.builds(Variant, section=texts(), notation=texts(), date=st.none() | _dates(), subject=texts())
        ),
    )


def _titles() -> SearchStrategy[PrintedTitle]:
    areas = st.sampled_from([area.title for programme in PROGRAMMES for area in programme.areas])
    sections = st.integers(1, 7).map(lambda number: f"II.{number}")
    return st.builds(PrintedTitle, section=sections | texts(), title=areas | texts())


def any_documents() -> SearchStrategy[Document]:
    """Any outer marks of a report; number and date may still be open."""
    return st.builds(
        Document,
        title=texts(),
        symbol=texts(),
        number=texts(),
        date=st.none() | _dates(),
        year=st.none() | st.integers(1945, 2100),
        addressee=texts(),
        recipients=_several(texts()),
        appendices=_several(texts()),
    )


def _narratives() -> SearchStrategy[Narrative]:
    points = _several(texts())
    return st.builds(Narrative, strengths=points, limitations=points, orientation=points, proposals=points)


def any_reports() -> SearchStrategy[Report]:
    """Any report that a file can hold, consistent or not: ``load(dump(report)) == report`` for each."""
    return any_records(Report)

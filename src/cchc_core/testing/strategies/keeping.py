"""How drawn records keep the rules that are functions: one entry a record class, one line a rule.

Relations among figures are kept by themselves, and so are printed shares. What a condition asks beside
them stands here; what it asks of the document stands with the strategies of documents.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping
from datetime import date
from types import MappingProxyType
from typing import Any

from attrs import frozen

from cchc_core.catalogue import (
    DossierRow,
    OnlineBase,
    OverdueRow,
    Procedures,
    ProceduresBase,
    ReturnedPolicy,
)
from cchc_core.forms import Record
from cchc_core.testing.strategies.choosing import Choice

__all__ = ["Keeping", "keeping_of"]

_FULL_AND_PARTIAL = date(2022, 8, 15)
_LEVELS = ("level_4", "level_3")
_EXTENTS = ("full_online", "partial_online")

Share = tuple[Mapping[str, int], int]
"""Coefficients of figures by name, and a constant; together never below zero."""


def _nothing_hidden(_day: date) -> Collection[str]:
    return ()


def _no_lines(_stated: Collection[str], _tables: Mapping[str, Any]) -> Iterator[Share]:
    yield from ()


def _no_others(_choice: Choice, _tables: Mapping[str, Any]) -> Mapping[str, object]:
    return {}


@frozen(kw_only=True)
class Keeping:
    """What a record class needs to keep the conditions on it.

    Args:
        hidden: The figures that a record of a day leaves blank.
        together: Figures of a row that are stated wherever one of its figures is.
        needs: Figures of a row that are stated wherever another one is.
        is_alive: Whether no row may be all zeros.
        beside_tables: Figures that conditions hold against tables of the record.
        lines: Sums of stated figures that are never below zero, by the figures stated and the tables drawn.
        others: What is stated beside figures, by the tables drawn.
    """

    hidden: Callable[[date], Collection[str]] = _nothing_hidden
    together: tuple[str, ...] = ()
    needs: Mapping[str, str] = MappingProxyType({})
    is_alive: bool = False
    beside_tables: tuple[str, ...] = ()
    lines: Callable[[Collection[str], Mapping[str, Any]], Iterator[Share]] = _no_lines
    others: Callable[[Choice, Mapping[str, Any]], Mapping[str, object]] = _no_others


def keeping_of(record: type[Record]) -> Keeping:
    """Give what is kept for a record class; nothing more than its form says for most."""
    return _KEEPINGS.get(record, _PLAIN)


def _words_of_another_time(day: date) -> Collection[str]:
    """ONL-007: levels 3 and 4 before, full and partial since."""
    return _LEVELS if day >= _FULL_AND_PARTIAL else _EXTENTS


def _classes(stated: Collection[str], _tables: Mapping[str, Any]) -> Iterator[Share]:
    """DOS-014: what is in no class was returned or withdrawn."""
    if "unclassified" in stated:
        yield {"returned": 1, "withdrawn": 1, "unclassified": -1}, 0


def _online_procedures(stated: Collection[str], tables: Mapping[str, Any]) -> Iterator[Share]:
    """ONL-006: where dossiers came online, some procedure is provided online."""
    received = [row.record.received for row in tables["online"].rows()]
    received += [row.record.received_online for row in tables["dossiers"].rows()]
    for names in (_LEVELS, _EXTENTS):
        if any(received) and set(names) <= set(stated):
            yield dict.fromkeys(names, 1), -1


def _said_of_figures(choice: Choice, tables: Mapping[str, Any]) -> Mapping[str, object]:
    """DOS-013, ONL-009, ARE-008: how dossiers returned count, what online dossiers and procedures are a share of."""
    is_blank = all(not list(table.rows()) for table in tables.values())
    chosen = {"returned_policy": ReturnedPolicy, "online_base": OnlineBase}
    said: dict[str, object] = {} if is_blank else {name: choice.one_of(list(each)) for name, each in chosen.items()}
    return {"procedures_base": choice.one_of(list(ProceduresBase)), **said}


_PLAIN = Keeping()
_KEEPINGS: Mapping[type[Record], Keeping] = {
    DossierRow: Keeping(is_alive=True, needs={"unclassified": "returned"}, lines=_classes),  # DOS-012, DOS-014
    OverdueRow: Keeping(together=("by_other", "apologies")),  # DOS-016
    Procedures: Keeping(
        hidden=_words_of_another_time,  # ONL-007
        beside_tables=(*_LEVELS, *_EXTENTS),
        lines=_online_procedures,
        others=_said_of_figures,
    ),
}

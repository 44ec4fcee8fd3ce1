"""Strategies of records that keep every rule of their form: the parts are drawn, the totals computed."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from cchc_core.catalogue import DossierRow
from cchc_core.forms import LevelTable, form_of
from cchc_core.numbers import percent_of
from cchc_core.testing.extra import DrawFn, st

__all__ = ["consistent_dossiers"]

_MOST_DOSSIERS = 10**6
_LEAVES = ("not_due", "tax", "supplement", "overdue", "early", "on_time", "late")


@st.composite
def consistent_dossiers(draw: DrawFn) -> LevelTable[DossierRow]:
    """Dossiers of a district that keep every rule of form II.06a: the parts are drawn, the totals computed.

    The table has a row for the district, one for its communes, and their sum as the total. No row is empty,
    for that would be worth a warning. Shares are printed in every row or in none.

    >>> from hypothesis import find
    >>> find(consistent_dossiers(), lambda table: True).total.received
    2
    """
    district, commune = draw(_consistent_rows()), draw(_consistent_rows())
    sums = {name: (getattr(district, name), getattr(commune, name)) for name in form_of(DossierRow).figures}
    total: dict[str, Any] = {name: sum(parts) for name, parts in sums.items() if None not in parts}
    rows = {"district": district, "commune": commune, "total": DossierRow(**total)}
    decimals = draw(st.none() | st.integers(0, 4))
    if decimals is not None:
        rows = {name: row.revise(**_printed_shares(row, decimals)) for name, row in rows.items()}
    return LevelTable(**rows)


def _printed_shares(row: DossierRow, decimals: int) -> dict[str, Decimal]:
    """Give the shares that can be worked out, as a report prints them."""
    shares = ((ratio.reported, ratio.of(row)) for ratio in form_of(DossierRow).ratios.values())
    return {
        figure.name: percent_of(share, decimals) for figure, share in shares if figure is not None and share is not None
    }


@st.composite
def _consistent_rows(draw: DrawFn) -> DossierRow:
    parts = {name: draw(st.integers(0, _MOST_DOSSIERS)) for name in _LEAVES}
    parts[draw(st.sampled_from(_LEAVES))] += 1
    not_due, tax, supplement, overdue, early, on_time, late = parts.values()
    resolved = early + on_time + late
    in_time = not_due + tax + supplement
    received = resolved + in_time + overdue
    online = draw(st.integers(0, received))
    in_person = draw(st.integers(0, received - online))
    return DossierRow(
        received=received,
        received_online=online,
        received_in_person=in_person,
        carried_over=received - online - in_person,
        resolved=resolved,
        resolved_early=early,
        resolved_on_time=on_time,
        resolved_late=late,
        pending=in_time + overdue,
        pending_in_time=in_time,
        pending_overdue=overdue,
        pending_not_due=not_due,
        paused_tax_notice=tax,
        paused_supplement=supplement,
    )

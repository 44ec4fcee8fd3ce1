"""Strategies of records that keep every rule of their form: the parts are drawn, the totals computed."""

from __future__ import annotations

from cchc_core.catalogue import DossierRow
from cchc_core.forms import LevelTable, form_of
from cchc_core.testing.extra import DrawFn, st

__all__ = ["consistent_dossiers"]

_MOST_DOSSIERS = 10**6


@st.composite
def consistent_dossiers(draw: DrawFn) -> LevelTable[DossierRow]:
    """Dossiers of a district that keep every rule of form II.06a: the parts are drawn, the totals computed.

    The table has a row for the district, one for its communes, and their sum as the total.

    >>> from hypothesis import find
    >>> find(consistent_dossiers(), lambda table: table.total.received > 0).total.received
    1
    """
    district, commune = draw(_consistent_rows()), draw(_consistent_rows())
    names = form_of(DossierRow).figures
    total = {name: getattr(district, name) + getattr(commune, name) for name in names}
    return LevelTable(district=district, commune=commune, total=DossierRow(**total))


@st.composite
def _consistent_rows(draw: DrawFn) -> DossierRow:
    part = st.integers(0, _MOST_DOSSIERS)
    early, on_time, late = draw(part), draw(part), draw(part)
    overdue, not_due, tax, supplement = draw(part), draw(part), draw(part), draw(part)
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

"""One small way to break each rule that is a function of figures, and that no relation of a form can say."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from cchc_core.catalogue import DigitalGovernment, DossierRow, OnlineRow, OverdueRow, Procedures
from cchc_core.forms import FieldRow, FieldTable, LevelTable
from cchc_core.report import Report, Tier
from cchc_core.testing.extra import DrawFn, st
from cchc_core.testing.strategies.bases import ERAS, draw_base, number
from cchc_core.testing.strategies.documents import periods_between

__all__ = ["FIGURE_RECIPES"]


def _with_procedures(draw: DrawFn, **stated: Any) -> Report:
    return draw_base(draw).revise(procedures=Procedures(**stated))


def _total(**figures: Any) -> LevelTable[DossierRow]:
    return LevelTable(total=DossierRow(**figures))


def _fields(*rows: tuple[str, int, int | None]) -> FieldTable[DossierRow]:
    """Give a table of fields by name, dossiers received, and running number."""
    fields = tuple(FieldRow(field=name, figures=DossierRow(received=count), number=at) for name, count, at in rows)
    return FieldTable(fields=fields, total=DossierRow(received=sum(count for _, count, _ in rows)))


def _dos_010(draw: DrawFn) -> Report:
    name = draw(st.sampled_from(("Đất đai", "đất đai ", "", "Tổng số")))
    return _with_procedures(
        draw, dossiers_by_field=_fields(("Đất đai", number(draw), None), (name, number(draw), None))
    )


def _dos_011(draw: DrawFn) -> Report:
    rows = (("Đất đai", number(draw), 1), ("Hộ tịch", number(draw), draw(st.integers(3, 9))))
    return _with_procedures(draw, dossiers_by_field=_fields(*rows))


def _dos_012(draw: DrawFn) -> Report:
    return _with_procedures(draw, dossiers_by_field=_fields(("Đất đai", number(draw), None), ("Hộ tịch", 0, None)))


def _dos_013(draw: DrawFn) -> Report:
    return _with_procedures(draw, dossiers=_total(returned=number(draw)))


def _dos_014(draw: DrawFn) -> Report:
    return _with_procedures(draw, dossiers=_total(unclassified=number(draw)))


def _dos_016(draw: DrawFn) -> Report:
    """Letters of apology without a reason."""
    overdue = LevelTable(total=OverdueRow(apologies=number(draw, 0)))
    return _with_procedures(draw, dossiers=_total(resolved_late=number(draw)), overdue=overdue)


def _dos_018(draw: DrawFn) -> Report:
    on_time, late = (Decimal(draw(st.integers(1, 40))) for _ in range(2))
    return _with_procedures(draw, dossiers=_total(on_time_share_printed=on_time, late_share_printed=late))


def _onl_006(draw: DrawFn) -> Report:
    return _with_procedures(draw, level_4=0, level_3=0, online=LevelTable(total=OnlineRow(received=number(draw))))


def _onl_007(draw: DrawFn) -> Report:
    """Full and partial before 15/8/2022, levels 3 and 4 since."""
    early, late = Procedures(full_online=number(draw, 0)), Procedures(level_4=number(draw, 0))
    stated, era = draw(st.sampled_from(((early, ERAS[0]), (late, ERAS[1]))))
    return draw_base(draw, periods_between(*era)).revise(procedures=stated)


def _onl_009(draw: DrawFn) -> Report:
    return _with_procedures(draw, dossiers=_total(received_online=number(draw)))


def _lvl_006(draw: DrawFn) -> Report:
    """A district after there are none."""
    periods = [period for period in periods_between(*ERAS[2]) if period.start >= date(2025, 7, 1)]
    return draw_base(draw, periods, tiers=(Tier.DISTRICT,))


def _lvl_010(draw: DrawFn) -> Report:
    received = number(draw)
    online = LevelTable(
        district=OnlineRow(received=received), commune=OnlineRow(received=0), total=OnlineRow(received=received)
    )
    return draw_base(draw, tiers=(Tier.DISTRICT, Tier.PROVINCE)).revise(procedures=Procedures(online=online))


def _lvl_011(draw: DrawFn) -> Report:
    """One field with nearly everything, or all fields alike."""
    few = number(draw)
    most = few * draw(st.sampled_from((1, 9)))
    rows = (("Đất đai", most, None), ("Hộ tịch", few, None), ("Chứng thực", few, None))
    return _with_procedures(draw, dossiers_by_field=_fields(*rows))


def _are_008(draw: DrawFn) -> Report:
    return _with_procedures(draw, total=number(draw, 0), vertical_police=number(draw))


def _are_018(draw: DrawFn) -> Report:
    stated = DigitalGovernment(exchanged_online=Decimal(draw(st.integers(0, 100))))
    return draw_base(draw, without=("procedures", "digital_government")).revise(digital_government=stated)


FIGURE_RECIPES: Mapping[str, Callable[[DrawFn], Report]] = {
    "DOS-010": _dos_010,
    "DOS-011": _dos_011,
    "DOS-012": _dos_012,
    "DOS-013": _dos_013,
    "DOS-014": _dos_014,
    "DOS-016": _dos_016,
    "DOS-018": _dos_018,
    "ONL-006": _onl_006,
    "ONL-007": _onl_007,
    "ONL-009": _onl_009,
    "LVL-006": _lvl_006,
    "LVL-010": _lvl_010,
    "LVL-011": _lvl_011,
    "ARE-008": _are_008,
    "ARE-018": _are_018,
}
"""Recipes by the code of the rule."""

"""One small report that keeps every rule, the same every time."""

from __future__ import annotations

from datetime import date

from cchc_core.catalogue import DossierRow, OnlineBase, Procedures
from cchc_core.forms import LevelTable
from cchc_core.report import (
    ND09_2019,
    Agency,
    Citation,
    Document,
    IssuerLevel,
    PeriodKind,
    Report,
    Signatory,
    Tier,
)

__all__ = ["sample_report"]


def sample_report() -> Report:
    """Give a report of a district on the year 2021: its dossiers by level, and the plan that it cites.

    >>> from cchc_core import check
    >>> check(sample_report()).findings
    ()
    """
    district, commune = _dossiers(1), _dossiers(2)
    return Report(
        agency=Agency(
            name="Ủy ban nhân dân huyện Mẫu",
            tier=Tier.DISTRICT,
            code="001",
            parent="Ủy ban nhân dân tỉnh Mẫu",
            place="Mẫu",
        ),
        period=ND09_2019.period(PeriodKind.YEAR, 2021),
        document=Document(
            title="Kết quả công tác cải cách hành chính năm 2021",
            number="05",
            symbol="BC-UBND",
            date=date(2021, 12, 17),
            recipients=("Sở Nội vụ", "Lưu: VT, NV"),
        ),
        signatory=Signatory(name="Nguyễn Văn An", position="CHỦ TỊCH", on_behalf_of="TM. ỦY BAN NHÂN DÂN"),
        citations=(
            Citation(
                type="Kế hoạch",
                issuer="UBND huyện Mẫu",
                level=IssuerLevel.DISTRICT,
                number="05",
                symbol="KH-UBND",
                date=date(2021, 1, 7),
                subject="cải cách hành chính năm 2021",
                sections=("I.1",),
            ),
        ),
        procedures=Procedures(
            online_base=OnlineBase.ALL_DOSSIERS,
            dossiers=LevelTable(district=district, commune=commune, total=_dossiers(3)),
        ),
    )


def _dossiers(times: int) -> DossierRow:
    """Give so many times ten dossiers, of which one is late and two are not yet due."""
    return DossierRow(
        received=10 * times,
        received_online=6 * times,
        received_in_person=3 * times,
        carried_over=times,
        resolved=8 * times,
        resolved_early=5 * times,
        resolved_on_time=2 * times,
        resolved_late=times,
        pending=2 * times,
        pending_in_time=2 * times,
        pending_overdue=0,
        pending_not_due=2 * times,
    )

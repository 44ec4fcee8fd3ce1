"""Reasons for late dossiers, and the letters of apology that go with them."""

from __future__ import annotations

from cchc_core.catalogue.rules import DOS_001, DOS_015
from cchc_core.catalogue.sources import TT02_2017
from cchc_core.forms import Figure, Record, count, form, identity
from cchc_core.law import InForce

__all__ = ["OverdueRow"]

_LATE = "Hồ sơ quá hạn"
_REASONS = "Nguyên nhân"


@form(
    "overdue",
    title="Nguyên nhân quá hạn",
    source=TT02_2017.at("biểu mẫu về nguyên nhân quá hạn"),
    in_force=InForce(start=TT02_2017.issued),
    nonnegative=DOS_001,
)
class OverdueRow(Record):
    """Why dossiers of one level are late, unit: dossiers; each is counted under its main reason."""

    resolved: Figure[int] = count(
        "Hồ sơ giải quyết quá hạn được nêu nguyên nhân",
        header="Đã giải quyết",
        under=(_LATE,),
        optional=True,
        note="Để trống khi chỉ nêu nguyên nhân của hồ sơ tồn đọng.",
    )
    pending: Figure[int] = count(
        "Hồ sơ đang giải quyết quá hạn được nêu nguyên nhân", header="Đang giải quyết", under=(_LATE,), optional=True
    )
    by_agency: Figure[int] = count(
        "Quá hạn do cơ quan, đơn vị giải quyết", header="Do cơ quan, đơn vị", under=(_REASONS,), optional=True
    )
    by_coordination: Figure[int] = count(
        "Quá hạn do liên thông, phối hợp giữa các cơ quan",
        header="Do liên thông, phối hợp",
        under=(_REASONS,),
        optional=True,
    )
    by_regulation: Figure[int] = count(
        "Quá hạn do quy định của pháp luật", header="Do quy định", under=(_REASONS,), optional=True
    )
    by_system: Figure[int] = count(
        "Quá hạn do hệ thống thông tin", header="Do hệ thống", under=(_REASONS,), optional=True
    )
    by_other: Figure[int] = count(
        "Quá hạn do nguyên nhân khác", header="Nguyên nhân khác", under=(_REASONS,), optional=True
    )
    apologies: Figure[int] = count(
        "Phiếu xin lỗi và hẹn lại đã gửi", header="Phiếu xin lỗi và hẹn lại", unit="phiếu", optional=True
    )

    late_by_reason = identity(
        DOS_015, resolved + pending == by_agency + by_coordination + by_regulation + by_system + by_other
    )

"""Area 2: reform of administrative procedures, one-stop shops and their dossiers."""

from __future__ import annotations

from cchc_core.catalogue.dossiers import DossierRow, OnlineRow
from cchc_core.catalogue.rules import (
    ARE_007,
    ARE_015,
    DOS_009,
    DOS_021,
    FIG_001,
    LVL_001,
    LVL_002,
    ONL_002,
    ONL_003,
    ONL_004,
    ONL_005,
    ONL_008,
)
from cchc_core.catalogue.sources import CV725_2021
from cchc_core.forms import (
    ByAgency,
    ByField,
    ByLevel,
    Figure,
    Level,
    Record,
    bound,
    by_agency,
    by_field,
    by_level,
    count,
    form,
    identity,
    ratio,
    same,
)
from cchc_core.law import InForce

__all__ = ["Procedures"]


@form(
    "procedures",
    number="II.2",
    title="Cải cách thủ tục hành chính",
    source=CV725_2021.at("đề cương báo cáo, phần II.2"),
    in_force=InForce(start=CV725_2021.issued),
    nonnegative=FIG_001,
)
class Procedures(Record):
    """Procedures reviewed and published, one-stop premises, and dossiers by level, field and agency."""

    reviewed: Figure[int] = count("Thủ tục hành chính đã rà soát, đánh giá", unit="thủ tục", level=Level.DISTRICT)
    simplification_proposed: Figure[int] = count("Thủ tục kiến nghị đơn giản hóa", unit="thủ tục", level=Level.DISTRICT)
    commune_proposals: Figure[int] = count("Thủ tục cấp xã đề nghị sửa đổi", unit="thủ tục", level=Level.COMMUNE)
    complaints_late_return: Figure[int] = count("Đơn khiếu nại về chậm trả kết quả", unit="đơn", level=Level.DISTRICT)
    fields: Figure[int] = count("Lĩnh vực công khai tại Bộ phận một cửa", unit="lĩnh vực", level=Level.DISTRICT)
    total: Figure[int] = count("Thủ tục công khai tại Bộ phận một cửa", unit="thủ tục", level=Level.DISTRICT)
    level_4: Figure[int] = count("Thủ tục trực tuyến mức độ 4", unit="thủ tục", level=Level.DISTRICT)
    level_3: Figure[int] = count("Thủ tục trực tuyến mức độ 3", unit="thủ tục", level=Level.DISTRICT)
    interlinked: Figure[int] = count("Thủ tục liên thông", unit="thủ tục", level=Level.DISTRICT)
    interlinked_fields: Figure[int] = count("Lĩnh vực có thủ tục liên thông", unit="lĩnh vực", level=Level.DISTRICT)
    vertical_police: Figure[int] = count("Thủ tục ngành dọc: Công an", unit="thủ tục", level=Level.DISTRICT)
    vertical_social_insurance: Figure[int] = count(
        "Thủ tục ngành dọc: Bảo hiểm xã hội", unit="thủ tục", level=Level.DISTRICT
    )
    communes: Figure[int] = count("Xã, thị trấn có Bộ phận một cửa", unit="xã, thị trấn", level=Level.COMMUNE)
    premises_standard: Figure[int] = count(
        "Xã, thị trấn có nhà làm việc một cửa đạt chuẩn", unit="xã, thị trấn", level=Level.COMMUNE
    )
    premises_ground_floor: Figure[int] = count(
        "Xã có phòng làm việc một cửa tại tầng 1 trụ sở", unit="xã", level=Level.COMMUNE
    )
    premises_none: Figure[int] = count("Xã chưa có phòng làm việc một cửa", unit="xã", level=Level.COMMUNE)
    premises_not_separate: Figure[int] = count(
        "Xã chưa bố trí được nơi làm việc một cửa riêng", unit="xã", level=Level.COMMUNE
    )
    dossiers: ByLevel[DossierRow] = by_level(DossierRow, "Kết quả giải quyết hồ sơ theo cấp", sums=(LVL_001, LVL_002))
    online: ByLevel[OnlineRow] = by_level(
        OnlineRow, "Hồ sơ dịch vụ công trực tuyến mức độ 3, mức độ 4 theo cấp", sums=(LVL_001, LVL_002)
    )
    postal_dossiers: Figure[int] = count("Hồ sơ trả, nhận qua dịch vụ bưu chính công ích", level=Level.TOTAL)
    dossiers_by_field: ByField[DossierRow] = by_field(
        DossierRow, "Kết quả giải quyết hồ sơ theo lĩnh vực", sums=(DOS_009,)
    )
    dossiers_by_agency: ByAgency[DossierRow] = by_agency(
        DossierRow, "Kết quả giải quyết hồ sơ theo cơ quan", sums=(DOS_009,)
    )

    simplified_within_reviewed = bound(ARE_007, simplification_proposed <= reviewed)
    reviewed_within_total = bound(ARE_007, reviewed <= total)
    interlinked_within_total = bound(ARE_007, interlinked <= total)
    interlinked_fields_within_fields = bound(ARE_007, interlinked_fields <= fields)
    online_within_total = bound(ONL_005, level_4 + level_3 <= total)
    premises_by_class = identity(ARE_015, communes == premises_standard + premises_ground_floor + premises_none)
    not_separate_by_class = identity(ARE_015, premises_not_separate == premises_ground_floor + premises_none)
    online_received_agrees = same(ONL_002, online.received == dossiers.received_online)
    online_early_within_all = bound(ONL_003, online.returned_early <= dossiers.resolved_early)
    online_on_time_within_all = bound(ONL_003, online.returned_on_time <= dossiers.resolved_on_time)
    online_late_within_all = bound(ONL_003, online.returned_late <= dossiers.resolved_late)
    online_pending_within_all = bound(ONL_003, online.pending <= dossiers.pending)
    offline_residual = identity(
        ONL_004,
        dossiers.resolved
        - online.returned_early
        - online.returned_on_time
        - online.returned_late
        + dossiers.pending
        - online.pending
        == dossiers.received_in_person + dossiers.carried_over,
    )
    postal_within_received = bound(ONL_008, postal_dossiers <= dossiers.total.received_in_person)
    field_totals_agree = same(DOS_021, dossiers_by_field.total == dossiers.total)
    agency_totals_agree = same(DOS_021, dossiers_by_agency.total == dossiers.total)

    online_procedure_share = ratio("Tỷ lệ thủ tục cung cấp trực tuyến mức độ 3, mức độ 4", (level_4 + level_3) / total)
    commune_dossier_share = ratio("Tỷ lệ hồ sơ thuộc cấp xã", dossiers.commune.received / dossiers.total.received)
    standard_premises_share = ratio("Tỷ lệ xã, thị trấn có nhà một cửa đạt chuẩn", premises_standard / communes)

"""Area 2: reform of administrative procedures, one-stop shops and their dossiers."""

from __future__ import annotations

from decimal import Decimal
from enum import Enum

from cchc_core.catalogue.bases import OnlineBase, ProceduresBase
from cchc_core.catalogue.dossiers import DossierRow, OnlineRow
from cchc_core.catalogue.overdue import OverdueRow
from cchc_core.catalogue.rules import (
    ARE_007,
    ARE_015,
    ARE_017,
    ARE_023,
    ARE_027,
    DOS_009,
    DOS_015,
    DOS_021,
    FIG_001,
    LVL_001,
    LVL_002,
    ONL_002,
    ONL_003,
    ONL_004,
    ONL_005,
    ONL_006,
    ONL_008,
)
from cchc_core.catalogue.shares import INDICATOR_SHARE
from cchc_core.catalogue.sources import CV725_2021
from cchc_core.forms import (
    ByAgency,
    ByField,
    ByLevel,
    Figure,
    Level,
    LineGroup,
    Record,
    bound,
    by_agency,
    by_field,
    by_level,
    count,
    form,
    identity,
    listed,
    ratio,
    same,
    share,
)
from cchc_core.law import InForce

__all__ = ["Procedures", "ReturnedPolicy"]


class ReturnedPolicy(Enum):
    """How dossiers returned or withdrawn count in form II.06a."""

    IN_ON_TIME = "in_on_time"
    SEPARATE = "separate"
    EXCLUDED = "excluded"


@form(
    "procedures",
    number="II.2",
    title="Cải cách thủ tục hành chính",
    source=CV725_2021.at("đề cương báo cáo, phần II.2"),
    in_force=InForce(start=CV725_2021.issued),
    nonnegative=FIG_001,
    percentages=ARE_017,
    lines=LineGroup(
        "3",
        {
            "3.1": "Công bố thủ tục hành chính",
            "3.2": "Thủ tục liên thông, không phụ thuộc địa giới hành chính",
            "3.3": "Giải quyết hồ sơ đúng hạn",
            "3.4": "Phản ánh, kiến nghị về quy định hành chính",
            "3.5": "Rà soát, đơn giản hóa thủ tục hành chính",
        },
    ),
)
class Procedures(Record):
    """Procedures reviewed and published, one-stop premises, and dossiers by level, field and agency.

    Args:
        returned_policy: How dossiers returned or withdrawn count: among those on time, apart (then they are
            among the unclassified), or not at all; ``None`` where the report does not say.
        procedures_base: Whether ``total`` counts procedures of vertical agencies; ``None`` where it does not say.
        online_base: Which dossiers its online share is a share of; ``None`` where it does not say.
    """

    returned_policy: ReturnedPolicy | None = None
    procedures_base: ProceduresBase | None = None
    online_base: OnlineBase | None = None
    published_new: Figure[int] = count(
        "Thủ tục hành chính công bố mới", line="3.1.1", unit="thủ tục", level=Level.TOTAL
    )
    published_repealed: Figure[int] = count(
        "Thủ tục hành chính công bố thay thế, bãi bỏ", line="3.1.2", unit="thủ tục", level=Level.TOTAL
    )
    total_all: Figure[int] = count(
        "Thủ tục hành chính thuộc thẩm quyền của địa phương", line="3.1.3", unit="thủ tục", level=Level.TOTAL
    )
    total_province: Figure[int] = count(
        "Thủ tục hành chính cấp tỉnh", line="3.1.3.1", unit="thủ tục", level=Level.PROVINCE, optional=True
    )
    total_commune: Figure[int] = count("Thủ tục hành chính cấp xã", line="3.1.3.3", unit="thủ tục", level=Level.COMMUNE)
    reviewed: Figure[int] = count(
        "Thủ tục hành chính đã rà soát, đánh giá", line="3.5.1", unit="thủ tục", level=Level.DISTRICT
    )
    simplification_proposed: Figure[int] = count(
        "Thủ tục kiến nghị đơn giản hóa", line="3.5.2", unit="thủ tục", level=Level.DISTRICT
    )
    commune_proposals: Figure[int] = count("Thủ tục cấp xã đề nghị sửa đổi", unit="thủ tục", level=Level.COMMUNE)
    complaints_late_return: Figure[int] = count("Đơn khiếu nại về chậm trả kết quả", unit="đơn", level=Level.DISTRICT)
    feedback: Figure[int] = count(
        "Phản ánh, kiến nghị đã tiếp nhận", line="3.4.1.1", unit="phản ánh, kiến nghị", level=Level.TOTAL
    )
    feedback_handled: Figure[int] = count(
        "Phản ánh, kiến nghị đã xử lý", line="3.4.1.2", unit="phản ánh, kiến nghị", level=Level.TOTAL
    )
    feedback_handled_share_printed: Figure[Decimal] = share(
        "Tỷ lệ xử lý phản ánh, kiến nghị", level=Level.TOTAL, optional=True
    )
    fields: Figure[int] = count("Lĩnh vực công khai tại Bộ phận một cửa", unit="lĩnh vực", level=Level.DISTRICT)
    total: Figure[int] = count(
        "Thủ tục công khai tại Bộ phận một cửa", line="3.1.3.2", unit="thủ tục", level=Level.DISTRICT
    )
    level_4: Figure[int] = count("Thủ tục trực tuyến mức độ 4", line="7.4.1", unit="thủ tục", level=Level.DISTRICT)
    level_3: Figure[int] = count("Thủ tục trực tuyến mức độ 3", line="7.4.2", unit="thủ tục", level=Level.DISTRICT)
    full_online: Figure[int] = count(
        "Thủ tục trực tuyến toàn trình", line="7.4.3", unit="thủ tục", level=Level.DISTRICT, optional=True
    )
    partial_online: Figure[int] = count(
        "Thủ tục trực tuyến một phần", line="7.4.4", unit="thủ tục", level=Level.DISTRICT, optional=True
    )
    online_with_dossiers: Figure[int] = count(
        "Thủ tục trực tuyến phát sinh hồ sơ", line="7.4.5", unit="thủ tục", level=Level.DISTRICT, optional=True
    )
    interlinked: Figure[int] = count("Thủ tục liên thông", line="3.2.2", unit="thủ tục", level=Level.DISTRICT)
    interlinked_same_level: Figure[int] = count(
        "Thủ tục liên thông giữa các cơ quan cùng cấp", line="3.2.1", unit="thủ tục", level=Level.TOTAL
    )
    regardless_of_place: Figure[int] = count(
        "Thủ tục giải quyết không phụ thuộc địa giới hành chính", line="3.2.3", unit="thủ tục", level=Level.TOTAL
    )
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
    postal_dossiers: Figure[int] = count(
        "Hồ sơ trả, nhận qua dịch vụ bưu chính công ích", line="7.7.2", level=Level.TOTAL
    )
    overdue: ByLevel[OverdueRow] = by_level(OverdueRow, "Nguyên nhân hồ sơ quá hạn theo cấp", sums=(LVL_001, LVL_002))
    postal_procedures: Figure[int] = count(
        "Thủ tục triển khai qua dịch vụ bưu chính công ích", line="7.7.1", unit="thủ tục", level=Level.TOTAL
    )
    postal_received: Figure[int] = count("Hồ sơ nhận qua dịch vụ bưu chính công ích", line="7.7.2.1", level=Level.TOTAL)
    postal_returned: Figure[int] = count(
        "Hồ sơ trả kết quả qua dịch vụ bưu chính công ích", line="7.7.2.2", level=Level.TOTAL
    )
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
    full_and_partial_within_total = bound(ONL_005, full_online + partial_online <= total)
    with_dossiers_within_online = bound(ONL_006, online_with_dossiers <= level_4 + level_3)
    with_dossiers_within_full_and_partial = bound(ONL_006, online_with_dossiers <= full_online + partial_online)
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
        == dossiers.received_in_person + dossiers.carried_over - online.carried_over,
    )
    online_carried_over_within_all = bound(ONL_003, online.carried_over <= dossiers.carried_over)
    late_resolved_explained = identity(DOS_015, overdue.resolved == dossiers.resolved_late)
    late_pending_explained = identity(DOS_015, overdue.pending == dossiers.pending_overdue)
    postal_within_received = bound(ONL_008, postal_dossiers <= dossiers.total.received_in_person)
    field_totals_agree = same(DOS_021, dossiers_by_field.total == dossiers.total)
    agency_totals_agree = same(DOS_021, dossiers_by_agency.total == dossiers.total)

    total_by_level = identity(ARE_027, total_all == total_province + total + total_commune)
    postal_received_within_postal = bound(ARE_023, postal_received <= postal_dossiers)
    postal_returned_within_postal = bound(ARE_023, postal_returned <= postal_dossiers)

    province_on_time = listed(
        "3.3.1",
        "Tỷ lệ hồ sơ giải quyết trước và đúng hạn ở cấp tỉnh",
        dossiers.province.on_time_share,
        base="Hồ sơ đã giải quyết ở cấp tỉnh",
        part="Hồ sơ giải quyết trước và đúng hạn ở cấp tỉnh",
        level=Level.PROVINCE,
    )
    district_on_time = listed(
        "3.3.2",
        "Tỷ lệ hồ sơ giải quyết trước và đúng hạn ở cấp huyện",
        dossiers.district.on_time_share,
        base="Hồ sơ đã giải quyết ở cấp huyện",
        part="Hồ sơ giải quyết trước và đúng hạn ở cấp huyện",
        level=Level.DISTRICT,
    )
    commune_on_time = listed(
        "3.3.3",
        "Tỷ lệ hồ sơ giải quyết trước và đúng hạn ở cấp xã",
        dossiers.commune.on_time_share,
        base="Hồ sơ đã giải quyết ở cấp xã",
        part="Hồ sơ giải quyết trước và đúng hạn ở cấp xã",
        level=Level.COMMUNE,
    )

    feedback_handled_share = ratio(
        "Tỷ lệ xử lý phản ánh, kiến nghị",
        feedback_handled / feedback,
        line="3.4.1",
        reported=feedback_handled_share_printed,
        rules=INDICATOR_SHARE,
    )
    online_procedure_share = ratio("Tỷ lệ thủ tục cung cấp trực tuyến mức độ 3, mức độ 4", (level_4 + level_3) / total)
    commune_dossier_share = ratio("Tỷ lệ hồ sơ thuộc cấp xã", dossiers.commune.received / dossiers.total.received)
    offline_late_share = ratio(
        "Tỷ lệ hồ sơ không trực tuyến giải quyết quá hạn",
        (dossiers.total.resolved_late - online.total.returned_late)
        / (
            dossiers.total.resolved
            - online.total.returned_early
            - online.total.returned_on_time
            - online.total.returned_late
        ),
        note="So với tỷ lệ hồ sơ trực tuyến trả quá hạn.",
    )
    standard_premises_share = ratio("Tỷ lệ xã, thị trấn có nhà một cửa đạt chuẩn", premises_standard / communes)

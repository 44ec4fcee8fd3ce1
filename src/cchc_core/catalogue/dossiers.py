"""Dossier statistics: form II.06a, and the block on online public services."""

from __future__ import annotations

from decimal import Decimal

from cchc_core.catalogue.rules import (
    ARE_017,
    DOS_001,
    DOS_002,
    DOS_003,
    DOS_004,
    DOS_005,
    DOS_006,
    DOS_007,
    DOS_008,
    DOS_017,
    DOS_019,
    DOS_020,
    ONL_001,
    ONL_010,
)
from cchc_core.catalogue.sources import CV725_2021, QD766_2022, TT01_2020
from cchc_core.forms import Figure, Record, ShareRules, bound, count, form, identity, ratio, share
from cchc_core.law import InForce

__all__ = ["DossierRow", "OnlineRow"]

_RECEIVED = "Số hồ sơ nhận giải quyết"
_RESOLVED = "Số hồ sơ đã giải quyết"
_PENDING = "Số hồ sơ đang giải quyết"
_SHARES = ShareRules(recomputed=DOS_017, extremes=DOS_019, no_base=DOS_020)
_INDEX_766 = QD766_2022.at("nhóm chỉ số tiến độ, kết quả giải quyết").describe()


@form(
    "dossiers",
    number="II.06a",
    title="Tình hình, kết quả giải quyết thủ tục hành chính",
    source=TT01_2020.at("biểu mẫu II.06a/VPCP/KSTT"),
    in_force=InForce(start=TT01_2020.issued),
    nonnegative=DOS_001,
    percentages=ARE_017,
)
class DossierRow(Record):
    """Dossiers of one level, field of activity or agency in one reporting period, unit: dossiers.

    >>> row = DossierRow(resolved=100, resolved_early=60, resolved_on_time=39, resolved_late=1)
    >>> row.on_time_share
    Fraction(99, 100)
    >>> DossierRow.received
    <count received: Tổng số hồ sơ nhận giải quyết>
    """

    received: Figure[int] = count("Tổng số hồ sơ nhận giải quyết", header="Tổng số", column=3, under=(_RECEIVED,))
    received_online: Figure[int] = count(
        "Hồ sơ tiếp nhận trực tuyến", header="Trực tuyến", column=4, under=(_RECEIVED, "Trong kỳ")
    )
    received_in_person: Figure[int] = count(
        "Hồ sơ tiếp nhận trực tiếp hoặc qua dịch vụ bưu chính",
        header="Trực tiếp, dịch vụ bưu chính",
        column=5,
        under=(_RECEIVED, "Trong kỳ"),
    )
    carried_over: Figure[int] = count(
        "Hồ sơ từ kỳ trước chuyển qua", header="Từ kỳ trước", column=6, under=(_RECEIVED,)
    )
    resolved: Figure[int] = count("Tổng số hồ sơ đã giải quyết", header="Tổng số", column=7, under=(_RESOLVED,))
    resolved_early: Figure[int] = count("Hồ sơ giải quyết trước hạn", header="Trước hạn", column=8, under=(_RESOLVED,))
    resolved_on_time: Figure[int] = count("Hồ sơ giải quyết đúng hạn", header="Đúng hạn", column=9, under=(_RESOLVED,))
    resolved_late: Figure[int] = count("Hồ sơ giải quyết quá hạn", header="Quá hạn", column=10, under=(_RESOLVED,))
    pending: Figure[int] = count("Tổng số hồ sơ đang giải quyết", header="Tổng số", column=11, under=(_PENDING,))
    pending_in_time: Figure[int] = count(
        "Hồ sơ đang giải quyết trong hạn",
        header="Trong hạn",
        column=12,
        under=(_PENDING,),
        may_be_blank=True,
        note="Gồm hồ sơ chưa đến hạn và hồ sơ tạm dừng; để trống được khi đã nêu các phần này.",
    )
    pending_overdue: Figure[int] = count(
        "Hồ sơ đang giải quyết quá hạn", header="Quá hạn", column=13, under=(_PENDING,), may_be_blank=True
    )
    pending_not_due: Figure[int] = count("Hồ sơ đang giải quyết, chưa đến hạn", header="Chưa đến hạn")
    paused_tax_notice: Figure[int] = count(
        "Hồ sơ tạm dừng chờ thông báo thuế", header="Chờ thông báo thuế", may_be_blank=True
    )
    paused_supplement: Figure[int] = count("Hồ sơ tạm dừng chờ bổ sung", header="Chờ bổ sung", may_be_blank=True)
    returned: Figure[int] = count("Hồ sơ trả lại vì không đủ điều kiện", header="Trả lại", optional=True)
    withdrawn: Figure[int] = count("Hồ sơ được xin rút", header="Xin rút", optional=True)
    unclassified: Figure[int] = count(
        "Hồ sơ đã giải quyết, chưa xếp loại theo thời hạn",
        header="Chưa xếp loại",
        optional=True,
        note="Gồm hồ sơ trả lại, xin rút nếu nêu riêng; để trống nghĩa là không có.",
    )
    with_fee: Figure[int] = count("Hồ sơ có phí, lệ phí", header="Có phí, lệ phí", optional=True)
    paid_online: Figure[int] = count("Hồ sơ thanh toán trực tuyến", header="Thanh toán trực tuyến", optional=True)
    digitised: Figure[int] = count(
        "Hồ sơ tiếp nhận trong kỳ được số hóa thành phần", header="Số hóa thành phần", optional=True
    )
    digitised_results: Figure[int] = count(
        "Hồ sơ có kết quả giải quyết được số hóa", header="Số hóa kết quả", optional=True
    )
    on_time_share_printed: Figure[Decimal] = share(
        "Tỷ lệ trước và đúng hạn in trong báo cáo", header="Trước và đúng hạn", optional=True
    )
    early_share_printed: Figure[Decimal] = share("Tỷ lệ trước hạn in trong báo cáo", header="Trước hạn", optional=True)
    exactly_on_time_share_printed: Figure[Decimal] = share(
        "Tỷ lệ đúng hạn, không kể trước hạn, in trong báo cáo", header="Đúng hạn, không kể trước hạn", optional=True
    )
    late_share_printed: Figure[Decimal] = share("Tỷ lệ quá hạn in trong báo cáo", header="Quá hạn", optional=True)
    online_share_printed: Figure[Decimal] = share(
        "Tỷ lệ tiếp nhận trực tuyến in trong báo cáo", header="Tiếp nhận trực tuyến", optional=True
    )

    received_by_origin = identity(DOS_002, received == received_online + received_in_person + carried_over)
    resolved_by_term = identity(DOS_003, resolved == resolved_early + resolved_on_time + resolved_late + unclassified)
    pending_by_term = identity(DOS_004, pending == pending_in_time + pending_overdue)
    received_by_state = identity(DOS_005, received == resolved + pending)
    resolved_within_received = bound(DOS_006, resolved <= received)
    pending_within_received = bound(DOS_006, pending <= received)
    in_time_by_kind = identity(DOS_007, pending_in_time == pending_not_due + paused_tax_notice + paused_supplement)
    tax_notice_within_pending = bound(DOS_008, paused_tax_notice <= pending)
    supplement_within_pending = bound(DOS_008, paused_supplement <= pending)

    paid_within_fee = bound(ONL_010, paid_online <= with_fee)
    fee_within_received = bound(ONL_010, with_fee <= received)
    digitised_within_received = bound(ONL_010, digitised <= received_online + received_in_person)
    results_within_resolved = bound(ONL_010, digitised_results <= resolved)

    on_time_share = ratio(
        "Tỷ lệ hồ sơ giải quyết trước và đúng hạn",
        (resolved_early + resolved_on_time) / resolved,
        reported=on_time_share_printed,
        rules=_SHARES,
    )
    early_share = ratio(
        "Tỷ lệ hồ sơ giải quyết trước hạn", resolved_early / resolved, reported=early_share_printed, rules=_SHARES
    )
    exactly_on_time_share = ratio(
        "Tỷ lệ hồ sơ giải quyết đúng hạn, không kể trước hạn",
        resolved_on_time / resolved,
        reported=exactly_on_time_share_printed,
        rules=_SHARES,
    )
    late_share = ratio(
        "Tỷ lệ hồ sơ giải quyết quá hạn", resolved_late / resolved, reported=late_share_printed, rules=_SHARES
    )
    online_share = ratio(
        "Tỷ lệ hồ sơ tiếp nhận trực tuyến trong kỳ",
        received_online / (received_online + received_in_person),
        reported=online_share_printed,
        rules=_SHARES,
    )
    in_time_share = ratio(
        "Tỷ lệ hồ sơ đúng hạn, kể cả hồ sơ còn trong hạn",
        (resolved_early + resolved_on_time + pending_in_time) / (resolved + pending),
        note=f"Theo {_INDEX_766}.",
    )
    paid_online_share = ratio(
        "Tỷ lệ hồ sơ thanh toán trực tuyến", paid_online / with_fee, note=f"Theo {QD766_2022.at('').describe()}."
    )
    digitised_share = ratio(
        "Tỷ lệ hồ sơ tiếp nhận được số hóa thành phần", digitised / (received_online + received_in_person)
    )
    digitised_results_share = ratio("Tỷ lệ kết quả giải quyết được số hóa", digitised_results / resolved)


@form(
    "online",
    title="Kết quả triển khai dịch vụ công trực tuyến mức độ 3, mức độ 4",
    source=CV725_2021.at("đề cương báo cáo"),
    in_force=InForce(start=CV725_2021.issued),
    nonnegative=DOS_001,
)
class OnlineRow(Record):
    """Dossiers filed through online public services of levels 3 and 4, by outcome, unit: dossiers."""

    received: Figure[int] = count("Hồ sơ trực tuyến đã tiếp nhận", header="Đã tiếp nhận")
    returned_early: Figure[int] = count("Hồ sơ trực tuyến trả trước hạn", header="Trả trước hạn")
    returned_on_time: Figure[int] = count("Hồ sơ trực tuyến trả đúng hạn", header="Trả đúng hạn")
    returned_late: Figure[int] = count("Hồ sơ trực tuyến trả quá hạn", header="Trả quá hạn", may_be_blank=True)
    pending: Figure[int] = count("Hồ sơ trực tuyến đang giải quyết", header="Đang giải quyết")
    carried_over: Figure[int] = count(
        "Hồ sơ trực tuyến từ kỳ trước chuyển qua",
        header="Từ kỳ trước",
        optional=True,
        note="Chỉ nêu khi kết quả trả và đang giải quyết tính cả hồ sơ trực tuyến từ kỳ trước.",
    )

    received_by_outcome = identity(
        ONL_001, received + carried_over == returned_early + returned_on_time + returned_late + pending
    )

    late_share = ratio(
        "Tỷ lệ hồ sơ trực tuyến trả quá hạn", returned_late / (returned_early + returned_on_time + returned_late)
    )

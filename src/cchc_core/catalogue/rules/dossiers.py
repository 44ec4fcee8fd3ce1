"""Rules on dossiers and online public services: DOS, ONL."""

from __future__ import annotations

from cchc_core.catalogue.rules.reasons import ONE_FACT, PART, SUM
from cchc_core.rules import Rule, RuleKind, Severity
from cchc_core.words import Text

DOS_001 = Rule(
    code="DOS-001",
    kind=RuleKind.RANGE,
    statement=Text("Số hồ sơ là số nguyên không âm.", "A number of dossiers is a whole number, never negative."),
    because=Text("không đếm được số hồ sơ âm", "dossiers cannot be counted below zero"),
)
DOS_002 = Rule(
    code="DOS-002",
    kind=RuleKind.IDENTITY,
    statement=Text(
        "Tổng số hồ sơ nhận giải quyết bằng hồ sơ trực tuyến, trực tiếp hoặc qua bưu chính và kỳ trước chuyển qua.",
        "Dossiers to be resolved are those received online, in person or by post, and those carried over.",
    ),
    because=SUM,
)
DOS_003 = Rule(
    code="DOS-003",
    kind=RuleKind.IDENTITY,
    statement=Text(
        "Tổng số hồ sơ đã giải quyết bằng hồ sơ trước hạn, đúng hạn và quá hạn.",
        "Dossiers resolved are those resolved early, on time and late.",
    ),
    because=SUM,
)
DOS_004 = Rule(
    code="DOS-004",
    kind=RuleKind.IDENTITY,
    statement=Text(
        "Tổng số hồ sơ đang giải quyết bằng hồ sơ trong hạn và quá hạn.",
        "Dossiers pending are those in time and those overdue.",
    ),
    because=SUM,
)
DOS_005 = Rule(
    code="DOS-005",
    kind=RuleKind.IDENTITY,
    statement=Text(
        "Tổng số hồ sơ nhận giải quyết bằng hồ sơ đã giải quyết và đang giải quyết.",
        "Dossiers to be resolved are those resolved and those pending.",
    ),
    because=Text("mỗi hồ sơ hoặc đã xong hoặc còn đang giải quyết", "each dossier is either resolved or pending"),
)
DOS_006 = Rule(
    code="DOS-006",
    kind=RuleKind.BOUND,
    statement=Text(
        "Hồ sơ đã giải quyết, hồ sơ đang giải quyết không lớn hơn tổng số nhận giải quyết.",
        "Neither dossiers resolved nor dossiers pending exceed those to be resolved.",
    ),
    because=PART,
)
DOS_007 = Rule(
    code="DOS-007",
    kind=RuleKind.IDENTITY,
    statement=Text(
        "Hồ sơ đang giải quyết trong hạn bằng hồ sơ chưa đến hạn và hồ sơ tạm dừng (thông báo thuế, chờ bổ sung).",
        "Dossiers pending in time are those not yet due and those paused (tax notice, supplement).",
    ),
    because=SUM,
)
DOS_008 = Rule(
    code="DOS-008",
    kind=RuleKind.BOUND,
    statement=Text(
        "Hồ sơ tạm dừng không lớn hơn hồ sơ đang giải quyết.", "Paused dossiers never exceed dossiers pending."
    ),
    because=PART,
)
DOS_009 = Rule(
    code="DOS-009",
    kind=RuleKind.IDENTITY,
    statement=Text(
        "Dòng tổng cộng bằng tổng các dòng, theo từng cột.", "The total row is the sum of the rows, column by column."
    ),
    because=SUM,
)
DOS_021 = Rule(
    code="DOS-021",
    kind=RuleKind.SAME,
    statement=Text(
        "Dòng tổng của bảng theo lĩnh vực và theo cơ quan khớp dòng tổng của bảng theo cấp.",
        "The totals by field and by agency are the same as the total by level.",
    ),
    because=ONE_FACT,
)
ONL_001 = Rule(
    code="ONL-001",
    kind=RuleKind.IDENTITY,
    statement=Text(
        "Hồ sơ trực tuyến đã tiếp nhận bằng hồ sơ trả trước hạn, đúng hạn, quá hạn và đang giải quyết.",
        "Online dossiers received are those returned early, on time and late, and those pending.",
    ),
    because=Text(
        "mỗi hồ sơ đã tiếp nhận hoặc đã trả hoặc còn đang giải quyết",
        "each dossier received is either returned or pending",
    ),
)
ONL_002 = Rule(
    code="ONL-002",
    kind=RuleKind.SAME,
    statement=Text(
        "Hồ sơ trực tuyến đã tiếp nhận ở phần dịch vụ công trực tuyến khớp cột (4) tiếp nhận trực tuyến.",
        "Online dossiers received are the same in the online block and in column (4).",
    ),
    because=ONE_FACT,
)
ONL_003 = Rule(
    code="ONL-003",
    kind=RuleKind.BOUND,
    statement=Text(
        "Hồ sơ trực tuyến theo từng kết quả không lớn hơn toàn bộ hồ sơ có kết quả ấy.",
        "Online dossiers of an outcome never exceed all dossiers of that outcome.",
    ),
    because=PART,
)
ONL_004 = Rule(
    code="ONL-004",
    kind=RuleKind.IDENTITY,
    severity=Severity.WARNING,
    statement=Text(
        "Hồ sơ không trực tuyến đã và đang giải quyết bằng hồ sơ trực tiếp, bưu chính và kỳ trước chuyển qua.",
        "Dossiers not online, resolved and pending, are those in person or by post and those carried over.",
    ),
    because=Text(
        "đúng khi không có hồ sơ trực tuyến chuyển từ kỳ trước; nếu có thì cần nêu riêng",
        "holds when no online dossier was carried over; state them apart if some were",
    ),
)
ONL_005 = Rule(
    code="ONL-005",
    kind=RuleKind.BOUND,
    statement=Text(
        "Thủ tục trực tuyến mức độ 3 và mức độ 4 không nhiều hơn tổng số thủ tục.",
        "Online procedures of levels 3 and 4 never exceed all procedures.",
    ),
    because=PART,
)
ONL_008 = Rule(
    code="ONL-008",
    kind=RuleKind.BOUND,
    severity=Severity.WARNING,
    statement=Text(
        "Hồ sơ qua bưu chính công ích không nhiều hơn hồ sơ trực tiếp hoặc qua bưu chính.",
        "Dossiers sent by public post do not exceed those received in person or by post.",
    ),
    because=Text(
        "số bưu chính có thể gồm cả lượt trả của hồ sơ trực tuyến nên chỉ cảnh báo",
        "the postal figure may include returns of online dossiers, so this only warns",
    ),
)

"""Rules on online public services, postal dossiers, payment and digitisation: ONL."""

from __future__ import annotations

from cchc_core.catalogue.rules.reasons import ONE_FACT, PART
from cchc_core.catalogue.sources import QD766_2022
from cchc_core.rules import Rule, RuleKind, Severity
from cchc_core.words import Text

_NONE_CARRIED_OVER = Text(
    "hồ sơ trực tuyến từ kỳ trước để trống nghĩa là không tính hồ sơ nào; ô khác để trống thì không áp dụng",
    "where no online dossiers are stated to be carried over none is counted; with another blank it is not applicable",
)
ONL_001 = Rule(
    code="ONL-001",
    kind=RuleKind.IDENTITY,
    statement=Text(
        "Hồ sơ trực tuyến đã tiếp nhận, cộng hồ sơ từ kỳ trước nếu nêu, bằng hồ sơ đã trả và đang giải quyết.",
        "Online dossiers received, with those stated to be carried over, are those returned and those pending.",
    ),
    because=Text(
        "mỗi hồ sơ đã tiếp nhận hoặc đã trả hoặc còn đang giải quyết",
        "each dossier received is either returned or pending",
    ),
    blank=_NONE_CARRIED_OVER,
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
        "Hồ sơ trực tuyến của mỗi loại (theo kết quả, từ kỳ trước) không lớn hơn toàn bộ hồ sơ của loại ấy.",
        "Online dossiers of a kind, by outcome or carried over, never exceed all dossiers of that kind.",
    ),
    because=PART,
)
ONL_004 = Rule(
    code="ONL-004",
    kind=RuleKind.IDENTITY,
    severity=Severity.WARNING,
    statement=Text(
        "Hồ sơ không trực tuyến đã và đang giải quyết bằng hồ sơ trực tiếp, bưu chính và kỳ trước chuyển qua, "
        "trừ hồ sơ trực tuyến từ kỳ trước nếu nêu.",
        "Dossiers not online, resolved and pending, are those in person or by post and those carried over, "
        "less the online ones stated to be carried over.",
    ),
    because=Text(
        "hồ sơ trực tuyến từ kỳ trước nếu tính trong kết quả trực tuyến thì cần nêu riêng",
        "online dossiers carried over are stated apart where the online outcomes include them",
    ),
    blank=_NONE_CARRIED_OVER,
)
ONL_005 = Rule(
    code="ONL-005",
    kind=RuleKind.BOUND,
    statement=Text(
        "Thủ tục trực tuyến mức độ 3 và mức độ 4, hoặc toàn trình và một phần, không nhiều hơn tổng số thủ tục.",
        "Online procedures, of levels 3 and 4 or full and partial, never exceed all procedures.",
    ),
    because=PART,
)
ONL_006 = Rule(
    code="ONL-006",
    kind=RuleKind.BOUND,
    statement=Text(
        "Thủ tục trực tuyến phát sinh hồ sơ không nhiều hơn thủ tục được cung cấp; "
        "không cung cấp thủ tục nào thì không có hồ sơ trực tuyến.",
        "Online procedures with dossiers never exceed those provided; where none is provided, no dossier comes online.",
    ),
    because=PART,
    source=QD766_2022.at("chỉ số dịch vụ công trực tuyến phát sinh hồ sơ"),
    example=Text(
        "0 thủ tục trực tuyến nhưng 25 hồ sơ tiếp nhận trực tuyến", "0 procedures online, yet 25 dossiers came online"
    ),
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
ONL_010 = Rule(
    code="ONL-010",
    kind=RuleKind.BOUND,
    statement=Text(
        "Hồ sơ thanh toán trực tuyến không vượt hồ sơ có phí, lệ phí, và hồ sơ có phí, lệ phí không vượt số tiếp nhận; "
        "số được số hóa không vượt số tiếp nhận trong kỳ, số đã giải quyết.",
        "Dossiers paid online never exceed those with a fee, nor these the dossiers received; "
        "what is digitised never exceeds what is received in the period, or resolved.",
    ),
    because=PART,
    source=QD766_2022.at("chỉ số thanh toán trực tuyến, số hóa hồ sơ"),
)

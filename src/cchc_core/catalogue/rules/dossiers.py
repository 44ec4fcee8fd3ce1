"""Rules on dossiers that are relations among the figures of a form, or ranges of them: DOS."""

from __future__ import annotations

from cchc_core.catalogue.rules.reasons import ONE_FACT, PART, SUM
from cchc_core.catalogue.sources import TT02_2017
from cchc_core.rules import Rule, RuleKind
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
        "Tổng số hồ sơ đã giải quyết bằng hồ sơ trước hạn, đúng hạn, quá hạn và hồ sơ nêu là chưa xếp loại, nếu có.",
        "Dossiers resolved are those resolved early, on time and late, and those stated to be in none of these classes.",
    ),
    because=SUM,
    blank=Text(
        "số hồ sơ chưa xếp loại để trống nghĩa là không có; ô khác để trống thì không áp dụng",
        "where no dossiers are stated to be unclassified there are none; with another blank it is not applicable",
    ),
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
DOS_015 = Rule(
    code="DOS-015",
    kind=RuleKind.IDENTITY,
    statement=Text(
        "Hồ sơ quá hạn theo các nguyên nhân cộng lại bằng cột (10) và (13), hoặc cột (13) nếu chỉ nêu hồ sơ tồn đọng.",
        "Late dossiers by reason add up to columns (10) and (13), or to column (13) where only the backlog is explained.",
    ),
    because=Text("mỗi hồ sơ quá hạn có một nguyên nhân chính", "each late dossier has one main reason"),
    source=TT02_2017.at(""),
    blank=Text(
        "nguyên nhân để trống nghĩa là không có hồ sơ nào; cột (10) để trống nghĩa là chỉ nêu hồ sơ tồn đọng",
        "a reason left blank has no dossiers; with column (10) left blank only the backlog is explained",
    ),
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

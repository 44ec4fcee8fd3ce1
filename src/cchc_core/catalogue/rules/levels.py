"""Rules across levels of government: LVL."""

from __future__ import annotations

from datetime import date

from cchc_core.catalogue.rules.reasons import ONE_FACT
from cchc_core.law import InForce
from cchc_core.rules import Rule, RuleKind, Severity
from cchc_core.words import Text

LVL_001 = Rule(
    code="LVL-001",
    kind=RuleKind.IDENTITY,
    statement=Text("Tổng số bằng tổng các cấp.", "The total is the sum of the levels."),
    because=Text(
        "đến hết 30/6/2025 số liệu cấp huyện và cấp xã cộng lại thành tổng",
        "until 30/6/2025 district and commune figures add up to the total",
    ),
    in_force=InForce(end=date(2025, 6, 30)),
)
LVL_002 = Rule(
    code="LVL-002",
    kind=RuleKind.IDENTITY,
    statement=Text(
        "Tổng số bằng số của các cơ quan cấp tỉnh cộng số của cấp xã.",
        "The total is the provincial departments plus the communes.",
    ),
    because=Text("từ 01/7/2025 chính quyền địa phương có hai cấp", "since 01/7/2025 local government has two levels"),
    in_force=InForce(start=date(2025, 7, 1)),
)
LVL_008 = Rule(
    code="LVL-008",
    kind=RuleKind.SAME,
    statement=Text(
        "Số xã, thị trấn như nhau ở mọi chỗ trong báo cáo.",
        "The number of communes is the same wherever the report states it.",
    ),
    because=ONE_FACT,
)
LVL_006 = Rule(
    code="LVL-006",
    kind=RuleKind.PERIOD,
    statement=Text(
        "Cơ quan báo cáo và các cấp có số liệu là cấp chính quyền địa phương có trong kỳ.",
        "The agency and the levels that have figures are levels of local government in the period.",
    ),
    because=Text(
        "từ 01/7/2025 chính quyền địa phương không còn cấp huyện",
        "since 01/7/2025 local government has no districts",
    ),
    blank=Text("dòng không có số liệu nào thì bỏ qua", "rows without any figure are passed over"),
    example=Text(
        "kỳ bắt đầu 01/7/2025 có dòng cấp huyện",
        "a period that begins on 01/7/2025 with a row for districts",
    ),
)
LVL_010 = Rule(
    code="LVL-010",
    kind=RuleKind.TABLE,
    severity=Severity.WARNING,
    statement=Text(
        "Cấp không có thẩm quyền thì ghi 0; cấp có thẩm quyền mà chưa có số liệu thì để trống.",
        "A level without competence is written 0; one that has it but sent no figures is left blank.",
    ),
    because=Text(
        "0 nghĩa là không phát sinh, để trống nghĩa là chưa báo cáo",
        "0 means that there was nothing, a blank that nothing was reported",
    ),
    blank=Text("cấp để trống thì không xét", "a level left blank is not looked at"),
    example=Text(
        "mọi chỉ tiêu của cấp xã ghi 0 trong khi cấp huyện có 4.019 hồ sơ",
        "every figure of the communes is 0 while the district has 4,019 dossiers",
    ),
)
LVL_011 = Rule(
    code="LVL-011",
    kind=RuleKind.PLAUSIBILITY,
    severity=Severity.INFO,
    statement=Text(
        "Trong bảng có từ ba dòng, không dòng nào chiếm quá 60% tổng và các dòng không bằng nhau hết.",
        "In a table of three rows or more, none holds more than 60% of the total, and not all are equal.",
    ),
    because=Text(
        "số liệu dồn vào một nơi hoặc bằng nhau ở mọi nơi thường do nhập nhầm",
        "figures that pile up in one place, or are the same everywhere, often come from a slip",
    ),
    blank=Text("dòng để trống thì không tính", "blank rows do not count"),
    example=Text(
        "ba xã nhận 900, 50 và 50 hồ sơ: một xã chiếm 90%",
        "three communes received 900, 50 and 50 dossiers: one of them 90%",
    ),
)

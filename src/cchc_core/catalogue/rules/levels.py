"""Rules across levels of government: LVL."""

from __future__ import annotations

from datetime import date

from cchc_core.catalogue.rules.reasons import ONE_FACT
from cchc_core.law import InForce
from cchc_core.rules import Rule, RuleKind
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

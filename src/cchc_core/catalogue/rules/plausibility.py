"""What need not hold, but speaks for the figures with which it does."""

from __future__ import annotations

from cchc_core.rules import Rule, RuleKind, Severity
from cchc_core.words import Text

__all__ = ["ARE_029"]

ARE_029 = Rule(
    code="ARE-029",
    kind=RuleKind.PLAUSIBILITY,
    severity=Severity.INFO,
    statement=Text(
        "Số xã được kiểm tra theo kế hoạch, kiểm tra đột xuất và do cấp tỉnh kiểm tra cộng lại vừa đủ số xã hiện có.",
        "The communes inspected by plan, unannounced and by the province are together all communes there are.",
    ),
    because=Text(
        "thường mỗi xã được kiểm tra một lần trong năm; không bắt buộc, nên chỉ là căn cứ tham khảo",
        "each commune is usually inspected once a year; it need not be, so this only lends support",
    ),
)

"""Rules on the shares that a report prints: DOS-017 to DOS-020."""

from __future__ import annotations

from cchc_core.rules import Rule, RuleKind, Severity
from cchc_core.words import Text

DOS_017 = Rule(
    code="DOS-017",
    kind=RuleKind.SHARE,
    statement=Text(
        "Tỷ lệ in trong báo cáo bằng tỷ lệ tính lại từ số liệu, làm tròn đến số chữ số thập phân đã in.",
        "A printed share is the one its figures give, rounded half up to the decimals printed.",
    ),
    because=Text("tỷ lệ được tính từ số liệu của chính báo cáo", "a share is worked out from the report's own figures"),
    example=Text(
        "97,60% in trong báo cáo, nhưng 87.300/89.390 = 97,66%", "97.60% is printed, but 87,300/89,390 = 97.66%"
    ),
)
DOS_018 = Rule(
    code="DOS-018",
    kind=RuleKind.SHARE,
    severity=Severity.WARNING,
    statement=Text(
        "Các tỷ lệ trước hạn, đúng hạn, quá hạn cộng lại bằng 100%, sai khác không quá một đơn vị cuối cùng mỗi tỷ lệ.",
        "The shares early, on time and late add up to 100%, but for one unit of the last digit of each.",
    ),
    because=Text(
        "mỗi hồ sơ đã giải quyết thuộc đúng một loại, và mỗi tỷ lệ chỉ lệch do làm tròn",
        "each dossier resolved is in exactly one class, and each share is off by rounding alone",
    ),
    blank=Text(
        "thiếu một trong các tỷ lệ thì không áp dụng",
        "where one of the shares is blank, the rule is not applicable",
    ),
    example=Text("97,66% + 2,27% + 0,70% = 100,63%", "97.66% + 2.27% + 0.70% = 100.63%"),
)
DOS_019 = Rule(
    code="DOS-019",
    kind=RuleKind.SHARE,
    severity=Severity.WARNING,
    statement=Text(
        "Không in 100% khi còn hồ sơ ngoài tỷ lệ ấy, không in 0% khi có hồ sơ thuộc tỷ lệ ấy.",
        "100% is never printed while some dossiers are left out, nor 0% while there are some.",
    ),
    because=Text("làm tròn không được che mất hồ sơ quá hạn", "rounding must not make the last late dossier disappear"),
    example=Text(
        "in 100,00% đúng hạn trong khi 89.389 trên 89.390 hồ sơ đúng hạn",
        "100.00% on time is printed although 89,389 of 89,390 dossiers were on time",
    ),
)
DOS_020 = Rule(
    code="DOS-020",
    kind=RuleKind.SHARE,
    statement=Text(
        "Mẫu số bằng 0 thì tỷ lệ để trống, không in 0% hay 100%.",
        "With a base of 0 a share is left blank, and is neither 0% nor 100%.",
    ),
    because=Text("không có gì để chia thì không có tỷ lệ", "there is no share of nothing"),
    example=Text(
        "in 100% đúng hạn trong khi chưa giải quyết hồ sơ nào",
        "100% on time is printed although no dossier was resolved",
    ),
)

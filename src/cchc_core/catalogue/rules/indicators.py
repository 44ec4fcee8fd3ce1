"""Rules on the lines of the statistical appendix, ARE: shares with numerator and denominator, totals, codes."""

from __future__ import annotations

from cchc_core.catalogue.rules.reasons import PART, SUM
from cchc_core.rules import Rule, RuleKind, Severity
from cchc_core.words import Text

ARE_018 = Rule(
    code="ARE-018",
    kind=RuleKind.SHARE,
    severity=Severity.WARNING,
    statement=Text(
        "Tỷ lệ ghi trong phụ lục thống kê có kèm tử số và mẫu số.",
        "A share stated in the statistical appendix comes with its numerator and its denominator.",
    ),
    because=Text(
        "thiếu tử số hoặc mẫu số thì không kiểm tra lại được tỷ lệ",
        "without numerator and denominator nobody can work the share out again",
    ),
    blank=Text(
        "tỷ lệ để trống thì bỏ qua; tỷ lệ đã ghi mà tử số hoặc mẫu số để trống là phát hiện",
        "a blank share is passed over; a blank numerator or denominator of a share that is stated is what it finds",
    ),
    example=Text(
        "ghi tỷ lệ văn bản trao đổi qua mạng 100% nhưng không ghi số văn bản",
        "100% of documents are said to be exchanged online, but not how many documents",
    ),
)
ARE_023 = Rule(
    code="ARE-023",
    kind=RuleKind.BOUND,
    statement=Text(
        "Trong phụ lục thống kê, phần không vượt toàn thể: tử số của một tỷ lệ không lớn hơn mẫu số.",
        "In the statistical appendix a part never exceeds the whole, nor a numerator its denominator.",
    ),
    because=PART,
)
ARE_024 = Rule(
    code="ARE-024",
    kind=RuleKind.SHARE,
    statement=Text(
        "Tỷ lệ ghi trong báo cáo bằng tử số chia mẫu số, làm tròn nửa lên theo số chữ số đã ghi.",
        "A share stated in the report is its numerator over its denominator, rounded half up to the decimals stated.",
    ),
    because=Text("tỷ lệ phải tính từ số liệu gốc", "a share is worked out from its figures"),
    example=Text("ghi 95,54% trong khi 21/22 = 95,45%", "95.54% is stated, but 21/22 = 95.45%"),
)
ARE_025 = Rule(
    code="ARE-025",
    kind=RuleKind.SHARE,
    severity=Severity.WARNING,
    statement=Text(
        "Không ghi 100% khi phần còn thiếu so với toàn thể, không ghi 0% khi vẫn có một phần.",
        "Never 100% while something is missing from the whole, never 0% while there is a part.",
    ),
    because=Text("làm tròn không được che phần còn lại", "rounding must not hide what remains"),
    example=Text("ghi 100% trong khi mới xử lý 9.999/10.000 hồ sơ", "100% is stated for 9,999 of 10,000 files"),
)
ARE_026 = Rule(
    code="ARE-026",
    kind=RuleKind.SHARE,
    statement=Text("Mẫu số bằng 0 thì tỷ lệ để trống.", "Where the denominator is zero the share is left blank."),
    because=Text("không có tỷ lệ của số không", "nothing is a share of zero"),
    blank=Text("tỷ lệ hoặc mẫu số để trống thì không áp dụng", "not applicable where the share or its base is blank"),
    example=Text("ghi 100% trong khi không phát hiện vấn đề nào", "100% is stated although no issue was found"),
)
ARE_027 = Rule(
    code="ARE-027",
    kind=RuleKind.IDENTITY,
    statement=Text(
        "Chỉ tiêu tổng trong phụ lục thống kê bằng tổng các chỉ tiêu thành phần.",
        "A total in the statistical appendix is the sum of its parts.",
    ),
    because=SUM,
)
ARE_028 = Rule(
    code="ARE-028",
    kind=RuleKind.BOUND,
    statement=Text(
        "Chỉ tiêu ghi bằng mã chỉ nhận các mã của biểu: đối thoại 0 hoặc 1, hình thức khảo sát 0, 1 hoặc 2.",
        "A figure that is a code has one of the form's codes: dialogue 0 or 1, way of the survey 0, 1 or 2.",
    ),
    because=Text("mã khác không có nghĩa", "other codes mean nothing"),
)

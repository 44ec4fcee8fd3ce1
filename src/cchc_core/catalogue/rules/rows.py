"""Rules on the rows of dossier tables, and on what a row must come with: DOS-010 to DOS-014, DOS-016."""

from __future__ import annotations

from cchc_core.catalogue.sources import ND61_2018
from cchc_core.rules import Rule, RuleKind, Severity
from cchc_core.words import Text

DOS_010 = Rule(
    code="DOS-010",
    kind=RuleKind.TABLE,
    statement=Text(
        "Mỗi lĩnh vực, mỗi cơ quan có đúng một dòng có tên; dòng tổng không đứng lại giữa các dòng.",
        "Each field and each agency has one row with a name; the total does not stand among the rows again.",
    ),
    because=Text("dòng thừa bị cộng hai lần", "a row too many is counted twice"),
    blank=Text("bảng không có dòng nào thì không áp dụng", "a table without rows is passed over"),
    example=Text("lĩnh vực “Đất đai” có hai dòng", "the field “Đất đai” has two rows"),
)
DOS_011 = Rule(
    code="DOS-011",
    kind=RuleKind.TABLE,
    severity=Severity.INFO,
    statement=Text(
        "Số thứ tự của các dòng liên tục từ 1, chung cả bảng hoặc theo từng nhóm cấp.",
        "Running numbers go on from 1, in the whole table or under each band of a level.",
    ),
    because=Text("số thứ tự nhảy cho thấy thiếu hoặc thừa dòng", "a gap shows that a row is missing or one too many"),
    blank=Text(
        "dòng không in số thứ tự thì bỏ qua; bảng không in thì không áp dụng",
        "a row without a number is passed over; where no row has one, the rule is not applicable",
    ),
    example=Text("sau dòng số 3 là dòng số 5", "row number 5 follows row number 3"),
)
DOS_012 = Rule(
    code="DOS-012",
    kind=RuleKind.TABLE,
    severity=Severity.WARNING,
    statement=Text(
        "Dòng mà mọi số liệu bằng 0 hoặc để trống phải được xác nhận; để trống không phải là 0.",
        "A row whose figures are all zero or blank has to be confirmed; a blank is not a zero.",
    ),
    because=Text("dòng như vậy thường do chưa nhập số liệu", "such a row is mostly one whose figures were not entered"),
    blank=Text(
        "ô để trống không tính là 0; dòng của cấp mà cơ quan không có thì bỏ qua",
        "a blank does not count as zero; rows of levels that the agency has not are passed over",
    ),
    example=Text("dòng “Cấp xã” có 0 hồ sơ ở mọi cột", "the row “Commune” has 0 dossiers in every column"),
)
DOS_013 = Rule(
    code="DOS-013",
    kind=RuleKind.TABLE,
    severity=Severity.WARNING,
    statement=Text(
        "Có hồ sơ trả lại hoặc xin rút thì phải nêu cách tính: vào đúng hạn, nêu riêng hoặc không tính.",
        "With dossiers returned or withdrawn it is said how they count: as on time, apart, or not at all.",
    ),
    because=Text(
        "các hệ thống tính khác nhau, nên tỷ lệ đúng hạn chỉ so sánh được khi biết cách tính",
        "systems count them differently, and shares on time can only be compared when it is known how",
    ),
    blank=Text(
        "không có hồ sơ trả lại, xin rút thì không áp dụng",
        "where none is returned or withdrawn, the rule is not applicable",
    ),
    example=Text(
        "90 hồ sơ trả lại, xin rút, không nói tính vào đâu",
        "90 dossiers returned or withdrawn, not said how they count",
    ),
)
DOS_014 = Rule(
    code="DOS-014",
    kind=RuleKind.TABLE,
    severity=Severity.WARNING,
    statement=Text(
        "Mỗi hồ sơ đã giải quyết thuộc một loại: trước hạn, đúng hạn hoặc quá hạn, nếu không là trả lại, xin rút.",
        "Each dossier resolved is in a class: early, on time or late, unless it was returned or withdrawn.",
    ),
    because=Text(
        "biểu mẫu không có loại nào khác; số chưa xếp loại nêu ra thì mới chỉ là cảnh báo vì không che giấu gì",
        "the form has no other class; stated openly the rest only warns, since nothing is hidden",
    ),
    blank=Text(
        "số chưa xếp loại để trống thì không áp dụng; khi ấy DOS-003 bắt buộc các loại cộng đủ",
        "where the unclassified are blank it is not applicable; then DOS-003 wants the classes to add up",
    ),
    example=Text("9.612 hồ sơ đã giải quyết chưa xếp loại", "9,612 dossiers resolved are in no class"),
)
DOS_016 = Rule(
    code="DOS-016",
    kind=RuleKind.TABLE,
    severity=Severity.WARNING,
    statement=Text(
        "Có hồ sơ quá hạn thì phải nêu nguyên nhân và số phiếu xin lỗi, hẹn lại.",
        "With late dossiers come the reasons, and the number of letters of apology and new appointment.",
    ),
    because=Text(
        "chậm trả kết quả phải xin lỗi và hẹn lại bằng văn bản",
        "for a late result there is a written apology and a new appointment",
    ),
    source=ND61_2018.at(""),
    blank=Text(
        "báo cáo không có bảng nguyên nhân quá hạn thì không áp dụng",
        "where the report has no table of reasons, the rule is not applicable",
    ),
    example=Text("63 hồ sơ quá hạn, chưa nêu nguyên nhân", "63 dossiers are late, and no reason is given"),
)

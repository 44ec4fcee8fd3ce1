"""Rules on the report as a document: its titles, its outer marks, its days, its forms: DOC."""

from __future__ import annotations

from datetime import date

from cchc_core.catalogue.sources import ND30_2020, NQ76_2021
from cchc_core.law import InForce
from cchc_core.rules import Rule, RuleKind, Severity
from cchc_core.words import Text

DOC_002 = Rule(
    code="DOC-002",
    kind=RuleKind.DOCUMENT,
    severity=Severity.WARNING,
    statement=Text(
        "Báo cáo có đủ sáu lĩnh vực cải cách, tên mục theo một chương trình tổng thể: Nghị quyết số 30c/NQ-CP cho các năm"
        " 2011-2020, Nghị quyết số 76/NQ-CP cho các năm 2021-2030.",
        "The report has all six reform areas, titled by one programme: Resolution 30c/NQ-CP for 2011-2020, Resolution"
        " 76/NQ-CP for 2021-2030.",
    ),
    because=Text(
        "cấp trên tổng hợp theo từng lĩnh vực của chương trình đang thực hiện",
        "the level above consolidates by the areas of the programme in progress",
    ),
    source=NQ76_2021.at("sáu nội dung cải cách"),
    in_force=InForce(start=date(2011, 11, 8), end=date(2030, 12, 31)),
    blank=Text("báo cáo không nêu tên mục thì không áp dụng", "where no titles are given it is not applicable"),
    example=Text(
        "báo cáo năm 2021 đặt tên mục 6 là “Hiện đại hóa hành chính”",
        "a report of 2021 that titles area 6 “Hiện đại hóa hành chính”",
    ),
)
DOC_003 = Rule(
    code="DOC-003",
    kind=RuleKind.DOCUMENT,
    severity=Severity.WARNING,
    statement=Text(
        "Báo cáo có số, ký hiệu, địa danh, ngày ban hành, người ký, nơi nhận; báo cáo của UBND có dòng “TM.” (hoặc “TL.”,"
        " “TUQ.”) trên chức vụ người ký.",
        "The report has number, symbol, place, date, signatory and recipients; that of a people's committee has a line"
        " “TM.” (or “TL.”, “TUQ.”) above the position.",
    ),
    because=Text(
        "đó là các thành phần thể thức bắt buộc của văn bản hành chính",
        "these are parts that every administrative document has",
    ),
    source=ND30_2020.at("Điều 8 và Phụ lục I"),
    blank=Text("phần để trống chính là phần còn thiếu", "what is blank is what is missing"),
    example=Text("“Số: /BC-UBND”, chưa có số", "“Số: /BC-UBND”, with no number yet"),
)
DOC_004 = Rule(
    code="DOC-004",
    kind=RuleKind.DOCUMENT,
    severity=Severity.WARNING,
    statement=Text(
        "Báo cáo không đề ngày trước ngày cuối kỳ; các mốc “tính đến” nằm trong kỳ; văn bản viện dẫn ở phần kết quả không"
        " ban hành sau ngày cuối kỳ.",
        "The report is not dated before its period ends; the days it counts up to lie in the period; documents cited"
        " under results are not issued after it.",
    ),
    because=Text(
        "kết quả ngoài kỳ thuộc báo cáo của kỳ khác",
        "results outside the period belong to the report of another",
    ),
    blank=Text(
        "báo cáo chưa ghi ngày, văn bản không ghi ngày thì bỏ qua phần ấy",
        "what has no date is passed over",
    ),
    example=Text(
        "kỳ kết thúc 14/12/2021 nêu số liệu tính đến 15/12/2021",
        "a period until 14/12/2021 with figures up to 15/12/2021",
    ),
)
DOC_007 = Rule(
    code="DOC-007",
    kind=RuleKind.DOCUMENT,
    severity=Severity.WARNING,
    statement=Text(
        "Biểu mẫu, đề cương đã dùng có hiệu lực trong kỳ báo cáo.",
        "The forms that were filled in are in force for the period.",
    ),
    because=Text(
        "số liệu của mỗi kỳ lập theo biểu mẫu áp dụng cho kỳ ấy",
        "figures of a period are given on the forms for that period",
    ),
    blank=Text("biểu không có số liệu nào thì bỏ qua", "forms without any figure are passed over"),
    example=Text(
        "kỳ kết thúc 14/9/2020 dùng biểu II.06a của Thông tư số 01/2020/TT-VPCP ngày 21/10/2020",
        "a period until 14/9/2020 on form II.06a of Circular 01/2020/TT-VPCP of 21/10/2020",
    ),
)
DOC_008 = Rule(
    code="DOC-008",
    kind=RuleKind.DOCUMENT,
    severity=Severity.WARNING,
    statement=Text(
        "Tên và mã của cơ quan báo cáo khớp với danh mục đơn vị có hiệu lực vào ngày cuối kỳ.",
        "Name and code of the reporting agency are those of the register in force on the last day of the period.",
    ),
    because=Text(
        "khi tổng hợp, số liệu được gộp theo mã đơn vị",
        "figures are consolidated by the code of the agency",
    ),
    blank=Text(
        "báo cáo không ghi mã, hoặc không danh mục nào có đơn vị này, thì không áp dụng",
        "where no code is given, or no register knows the agency, it is not applicable",
    ),
    example=Text(
        "báo cáo của xã A ghi mã của xã B",
        "a report of commune A under the code of commune B",
    ),
)

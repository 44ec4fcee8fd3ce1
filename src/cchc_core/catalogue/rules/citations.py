"""Rules on the documents that a report cites: CIT."""

from __future__ import annotations

from cchc_core.catalogue.sources import ND30_2020
from cchc_core.rules import Rule, RuleKind, Severity
from cchc_core.words import Text

CIT_001 = Rule(
    code="CIT-001",
    kind=RuleKind.CITATION,
    statement=Text(
        "Năm ghi trong số, ký hiệu của văn bản là năm ban hành văn bản.",
        "The year in the number of a document is the year of its date.",
    ),
    because=Text(
        "số của văn bản quy phạm pháp luật gồm số thứ tự và năm ban hành",
        "the number of a legal document is made of its rank and the year of issue",
    ),
    blank=Text(
        "số, ký hiệu không ghi năm hoặc văn bản không ghi ngày thì bỏ qua",
        "documents without a year in the number, or without a date, are passed over",
    ),
    example=Text(
        "Nghị định số 37/2014/NĐ-CP ghi ngày 04/4/2020",
        "Nghị định số 37/2014/NĐ-CP dated 04/4/2020",
    ),
)
CIT_002 = Rule(
    code="CIT-002",
    kind=RuleKind.CITATION,
    severity=Severity.WARNING,
    statement=Text(
        "Trong một sổ văn bản của một cơ quan, trong một năm, văn bản có số lớn hơn không ban hành sớm hơn.",
        "In one register of one agency and year, a document of a higher number is not dated earlier.",
    ),
    because=Text(
        "văn bản được cấp số theo thứ tự ban hành trong năm",
        "numbers are given in the order of issue within the year",
    ),
    blank=Text(
        "văn bản không ghi số hoặc không ghi ngày thì bỏ qua",
        "documents without a number, or without a date, are passed over",
    ),
    example=Text(
        "Quyết định số 5565 ngày 30/10/2021, số 5566 ngày 30/9/2021",
        "Quyết định số 5565 of 30/10/2021 and số 5566 of 30/9/2021",
    ),
)
CIT_003 = Rule(
    code="CIT-003",
    kind=RuleKind.CITATION,
    severity=Severity.WARNING,
    statement=Text(
        "Một văn bản được viện dẫn nhiều lần thì số, ký hiệu, ngày và tên gọi như nhau ở mọi chỗ.",
        "A document cited several times has the same number, date and subject everywhere.",
    ),
    because=Text(
        "một văn bản chỉ có một số, một ngày, một tên gọi", "a document has one number, one date, one subject"
    ),
    blank=Text(
        "lần viện dẫn nào không ghi số, ngày hoặc tên gọi thì không so sánh phần ấy",
        "what a citation leaves out is not compared",
    ),
    example=Text(
        "mục I.5 ghi 01-NQ/TU, mục II.6.1 ghi 01/NQ-TU",
        "section I.5 writes 01-NQ/TU, section II.6.1 writes 01/NQ-TU",
    ),
)
CIT_004 = Rule(
    code="CIT-004",
    kind=RuleKind.CITATION,
    severity=Severity.WARNING,
    statement=Text(
        "Viện dẫn lần đầu ghi đủ tên loại, số, ký hiệu, ngày và cơ quan ban hành; nghị định, thông tư từ năm 2005 ghi cả"
        " năm trong số; luật, pháp lệnh ghi tên.",
        "A first citation gives type, number, symbol, date and issuer; decrees and circulars since 2005 have the year in"
        " their number; a law is cited by its name.",
    ),
    because=Text(
        "thiếu một phần thì người đọc không tìm được đúng văn bản",
        "without any of these a reader cannot find the document",
    ),
    source=ND30_2020.at("Phụ lục I"),
    blank=Text("phần để trống chính là phần còn thiếu", "what is blank is what is missing"),
    example=Text("“Nghị định 108/NĐ-CP”, không ghi năm và ngày", "“Nghị định 108/NĐ-CP”, without year or date"),
)
CIT_005 = Rule(
    code="CIT-005",
    kind=RuleKind.CITATION,
    severity=Severity.WARNING,
    statement=Text(
        "Số, ký hiệu viết đúng thể thức của loại văn bản: chữ viết tắt tên loại, không có khoảng trắng; văn bản của Đảng"
        " viết theo dạng 01-NQ/TU.",
        "Number and symbol are written as the type of document requires: the abbreviation of the type, no spaces; Party"
        " documents as in 01-NQ/TU.",
    ),
    because=Text(
        "ký hiệu viết khác thể thức thì khó tra cứu và dễ nhầm với văn bản khác",
        "a symbol written otherwise is hard to look up and easily taken for another document",
    ),
    source=ND30_2020.at("Phụ lục III, mục I"),
    blank=Text("văn bản không ghi ký hiệu thì bỏ qua", "documents without a symbol are passed over"),
    example=Text("4274/UBND- NV, thừa một khoảng trắng", "4274/UBND- NV, with a space too many"),
)
CIT_006 = Rule(
    code="CIT-006",
    kind=RuleKind.CITATION,
    statement=Text(
        "Văn bản được viện dẫn không đề ngày sau ngày của báo cáo; ngày nghỉ cuối tuần thì nêu để kiểm tra lại.",
        "No cited document is dated after the report itself; dates at weekends are listed to be looked at.",
    ),
    because=Text(
        "không thể viện dẫn văn bản chưa ban hành; văn bản thường được ban hành vào ngày làm việc",
        "what is not yet issued cannot be cited; documents are mostly issued on working days",
    ),
    blank=Text(
        "báo cáo chưa ghi ngày thì tính đến hết năm ghi ở dòng ngày tháng; văn bản không ghi ngày thì bỏ qua",
        "while the report has no date, the end of the year in its date line counts; documents without a date are passed"
        " over",
    ),
    example=Text(
        "báo cáo ngày 20/12/2021 viện dẫn văn bản ngày 21/12/2021",
        "a report of 20/12/2021 citing a document of 21/12/2021",
    ),
)
CIT_007 = Rule(
    code="CIT-007",
    kind=RuleKind.CITATION,
    severity=Severity.WARNING,
    statement=Text(
        "Văn bản được viện dẫn để áp dụng còn hiệu lực đến cuối kỳ báo cáo.",
        "A document cited as applied is still in force at the end of the period.",
    ),
    because=Text("không áp dụng văn bản đã hết hiệu lực", "what is no longer in force is not applied"),
    blank=Text(
        "chỉ xét văn bản có trong bảng văn bản đã biết và có ngày hết hiệu lực",
        "only documents in the table of known documents, with a day of repeal, are looked at",
    ),
    example=Text(
        "kỳ kết thúc 14/12/2021 viện dẫn văn bản hết hiệu lực từ 15/8/2021",
        "a period until 14/12/2021 citing a document out of force since 15/8/2021",
    ),
)
CIT_008 = Rule(
    code="CIT-008",
    kind=RuleKind.CITATION,
    severity=Severity.WARNING,
    statement=Text(
        "Ngày ghi khi viện dẫn là ngày ban hành đã biết của văn bản.",
        "The date printed for a known document is its date of issue.",
    ),
    because=Text("mỗi văn bản chỉ có một ngày ban hành", "a document has one date of issue"),
    blank=Text(
        "chỉ xét văn bản có trong bảng văn bản đã biết và được ghi ngày",
        "only documents in the table of known documents that are cited with a date are looked at",
    ),
    example=Text(
        "Nghị định số 37/2014/NĐ-CP ghi ngày 04/4/2020, ngày đã biết là 05/5/2014",
        "Nghị định số 37/2014/NĐ-CP dated 04/4/2020; its known date is 05/5/2014",
    ),
)
CIT_009 = Rule(
    code="CIT-009",
    kind=RuleKind.CITATION,
    statement=Text(
        "Văn bản sửa đổi, bổ sung không ban hành trước văn bản được sửa đổi.",
        "A document that amends another is not older than it.",
    ),
    because=Text("chỉ sửa đổi được văn bản đã ban hành", "only what exists can be amended"),
    blank=Text(
        "một trong hai ngày chưa biết thì không áp dụng",
        "with either date unknown it is not applicable",
    ),
    example=Text(
        "văn bản ngày 14/9/2020 sửa đổi văn bản ghi ngày 04/10/2020",
        "a document of 14/9/2020 amending one dated 04/10/2020",
    ),
)

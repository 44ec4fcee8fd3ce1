"""Rules on what a report says of its figures: the words of the time, and what a number counts: ONL, ARE."""

from __future__ import annotations

from cchc_core.catalogue.sources import ND42_2022
from cchc_core.rules import Rule, RuleKind, Severity
from cchc_core.words import Text

ONL_007 = Rule(
    code="ONL-007",
    kind=RuleKind.DOCUMENT,
    severity=Severity.WARNING,
    statement=Text(
        "Dịch vụ công trực tuyến gọi tên theo quy định của kỳ: mức độ 3, mức độ 4 với kỳ kết thúc trước 15/8/2022; toàn"
        " trình, một phần với kỳ kết thúc từ ngày ấy.",
        "Online services are named as the period requires: levels 3 and 4 for periods that end before 15/8/2022, full and"
        " partial from then on.",
    ),
    because=Text(
        "hai cách phân loại không quy đổi trọn vẹn cho nhau nên không cộng, so sánh được",
        "the two classifications do not map onto one another, so their figures cannot be added or compared",
    ),
    source=ND42_2022.at("Điều 11 khoản 1"),
    blank=Text("chỉ tiêu để trống nghĩa là không dùng cách gọi ấy", "a blank means that the word is not used"),
    example=Text(
        "kỳ kết thúc 14/12/2022 báo cáo thủ tục mức độ 4",
        "a period until 14/12/2022 that reports procedures of level 4",
    ),
)
ONL_009 = Rule(
    code="ONL-009",
    kind=RuleKind.DOCUMENT,
    severity=Severity.INFO,
    statement=Text(
        "Báo cáo nêu tỷ lệ hồ sơ trực tuyến tính trên mọi hồ sơ hay chỉ trên hồ sơ của thủ tục có dịch vụ công trực tuyến.",
        "The report says whether the online share is of all dossiers, or of those of procedures offered online.",
    ),
    because=Text(
        "cùng một số hồ sơ cho hai tỷ lệ khác nhau tùy mẫu số",
        "the same dossiers give two shares, depending on the base",
    ),
    blank=Text(
        "không có hồ sơ trực tuyến thì không áp dụng; cách tính để trống nghĩa là chưa nêu",
        "without online dossiers it is not applicable; a blank base means that it is not stated",
    ),
    example=Text(
        "có 19.042 hồ sơ trực tuyến mà không nêu mẫu số của tỷ lệ",
        "19,042 online dossiers, without the base of their share",
    ),
)
ARE_008 = Rule(
    code="ARE-008",
    kind=RuleKind.DOCUMENT,
    severity=Severity.WARNING,
    statement=Text(
        "Báo cáo nêu tổng số thủ tục hành chính đã gồm thủ tục của ngành dọc hay chưa.",
        "The report says whether its total of procedures includes those of vertical agencies.",
    ),
    because=Text(
        "không biết tổng số gồm những gì thì không so sánh được với kỳ trước và đơn vị khác",
        "without knowing what the total counts, it compares with no other period or agency",
    ),
    blank=Text(
        "không có tổng số hoặc không có thủ tục ngành dọc thì không áp dụng; cách tính để trống nghĩa là chưa nêu",
        "without a total, or without procedures of vertical agencies, it is not applicable; a blank base means that it is"
        " not stated",
    ),
    example=Text(
        "276 thủ tục, ngoài ra nêu 8 của Công an và 6 của Bảo hiểm xã hội",
        "276 procedures, with 8 of the police and 6 of social insurance named beside them",
    ),
)

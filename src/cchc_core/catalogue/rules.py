"""The rules of the catalogue that are exact arithmetic: code, statement, reason.

The relations that apply a rule stand in the forms; a rule may be applied in several places.
"""

from __future__ import annotations

from datetime import date

from cchc_core.catalogue.sources import NQ07_2019_TN
from cchc_core.law import InForce
from cchc_core.rules import Rule, RuleKind, Severity
from cchc_core.words import Text

_SUM = Text("tổng số phải bằng các phần của nó", "a total equals its parts")
_PART = Text("phần không thể lớn hơn toàn thể", "a part is never above the whole")
_ONE_FACT = Text("một sự việc chỉ có một số liệu", "one fact has one figure")

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
    because=_SUM,
)
DOS_003 = Rule(
    code="DOS-003",
    kind=RuleKind.IDENTITY,
    statement=Text(
        "Tổng số hồ sơ đã giải quyết bằng hồ sơ trước hạn, đúng hạn và quá hạn.",
        "Dossiers resolved are those resolved early, on time and late.",
    ),
    because=_SUM,
)
DOS_004 = Rule(
    code="DOS-004",
    kind=RuleKind.IDENTITY,
    statement=Text(
        "Tổng số hồ sơ đang giải quyết bằng hồ sơ trong hạn và quá hạn.",
        "Dossiers pending are those in time and those overdue.",
    ),
    because=_SUM,
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
    because=_PART,
)
DOS_007 = Rule(
    code="DOS-007",
    kind=RuleKind.IDENTITY,
    statement=Text(
        "Hồ sơ đang giải quyết trong hạn bằng hồ sơ chưa đến hạn và hồ sơ tạm dừng (thông báo thuế, chờ bổ sung).",
        "Dossiers pending in time are those not yet due and those paused (tax notice, supplement).",
    ),
    because=_SUM,
)
DOS_008 = Rule(
    code="DOS-008",
    kind=RuleKind.BOUND,
    statement=Text(
        "Hồ sơ tạm dừng không lớn hơn hồ sơ đang giải quyết.", "Paused dossiers never exceed dossiers pending."
    ),
    because=_PART,
)
DOS_009 = Rule(
    code="DOS-009",
    kind=RuleKind.IDENTITY,
    statement=Text(
        "Dòng tổng cộng bằng tổng các dòng, theo từng cột.", "The total row is the sum of the rows, column by column."
    ),
    because=_SUM,
)
DOS_021 = Rule(
    code="DOS-021",
    kind=RuleKind.SAME,
    statement=Text(
        "Dòng tổng của bảng theo lĩnh vực và theo cơ quan khớp dòng tổng của bảng theo cấp.",
        "The totals by field and by agency are the same as the total by level.",
    ),
    because=_ONE_FACT,
)
ONL_001 = Rule(
    code="ONL-001",
    kind=RuleKind.IDENTITY,
    statement=Text(
        "Hồ sơ trực tuyến đã tiếp nhận bằng hồ sơ trả trước hạn, đúng hạn, quá hạn và đang giải quyết.",
        "Online dossiers received are those returned early, on time and late, and those pending.",
    ),
    because=Text(
        "mỗi hồ sơ đã tiếp nhận hoặc đã trả hoặc còn đang giải quyết",
        "each dossier received is either returned or pending",
    ),
)
ONL_002 = Rule(
    code="ONL-002",
    kind=RuleKind.SAME,
    statement=Text(
        "Hồ sơ trực tuyến đã tiếp nhận ở phần dịch vụ công trực tuyến khớp cột (4) tiếp nhận trực tuyến.",
        "Online dossiers received are the same in the online block and in column (4).",
    ),
    because=_ONE_FACT,
)
ONL_003 = Rule(
    code="ONL-003",
    kind=RuleKind.BOUND,
    statement=Text(
        "Hồ sơ trực tuyến theo từng kết quả không lớn hơn toàn bộ hồ sơ có kết quả ấy.",
        "Online dossiers of an outcome never exceed all dossiers of that outcome.",
    ),
    because=_PART,
)
ONL_004 = Rule(
    code="ONL-004",
    kind=RuleKind.IDENTITY,
    severity=Severity.WARNING,
    statement=Text(
        "Hồ sơ không trực tuyến đã và đang giải quyết bằng hồ sơ trực tiếp, bưu chính và kỳ trước chuyển qua.",
        "Dossiers not online, resolved and pending, are those in person or by post and those carried over.",
    ),
    because=Text(
        "đúng khi không có hồ sơ trực tuyến chuyển từ kỳ trước; nếu có thì cần nêu riêng",
        "holds when no online dossier was carried over; state them apart if some were",
    ),
)
ONL_005 = Rule(
    code="ONL-005",
    kind=RuleKind.BOUND,
    statement=Text(
        "Thủ tục trực tuyến mức độ 3 và mức độ 4 không nhiều hơn tổng số thủ tục.",
        "Online procedures of levels 3 and 4 never exceed all procedures.",
    ),
    because=_PART,
)
ONL_008 = Rule(
    code="ONL-008",
    kind=RuleKind.BOUND,
    severity=Severity.WARNING,
    statement=Text(
        "Hồ sơ qua bưu chính công ích không nhiều hơn hồ sơ trực tiếp hoặc qua bưu chính.",
        "Dossiers sent by public post do not exceed those received in person or by post.",
    ),
    because=Text(
        "số bưu chính có thể gồm cả lượt trả của hồ sơ trực tuyến nên chỉ cảnh báo",
        "the postal figure may include returns of online dossiers, so this only warns",
    ),
)
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
    because=_ONE_FACT,
)
ARE_001 = Rule(
    code="ARE-001",
    kind=RuleKind.IDENTITY,
    statement=Text(
        "Nhiệm vụ đề ra trong kế hoạch bằng nhiệm vụ đã hoàn thành và đang triển khai.",
        "Tasks planned are those done and those under way.",
    ),
    because=_SUM,
)
ARE_002 = Rule(
    code="ARE-002",
    kind=RuleKind.IDENTITY,
    statement=Text(
        "Tổng số nhiệm vụ trong các kế hoạch bằng nhiệm vụ của cấp huyện và cấp xã; số của huyện khớp kế hoạch huyện.",
        "Tasks in all plans are those of the district and the communes; the district's match its plan.",
    ),
    because=_SUM,
)
ARE_003 = Rule(
    code="ARE-003",
    kind=RuleKind.BOUND,
    statement=Text(
        "Số xã được kiểm tra trong một đợt không nhiều hơn số xã hiện có.",
        "The communes inspected never exceed the communes there are.",
    ),
    because=_PART,
)
ARE_004 = Rule(
    code="ARE-004",
    kind=RuleKind.SAME,
    statement=Text(
        "Số liệu kiểm tra ở phần chỉ đạo, điều hành khớp số liệu ở phần cải cách chế độ công vụ.",
        "Inspection figures are the same in the section on direction and in that on the civil service.",
    ),
    because=_ONE_FACT,
)
ARE_005 = Rule(
    code="ARE-005",
    kind=RuleKind.IDENTITY,
    statement=Text(
        "Văn bản quy phạm pháp luật đã rà soát bằng số của cấp huyện và cấp xã.",
        "Legal normative documents reviewed are those of the district and of the communes.",
    ),
    because=_SUM,
)
ARE_006 = Rule(
    code="ARE-006",
    kind=RuleKind.IDENTITY,
    statement=Text(
        "Văn bản hành chính đã rà soát bằng tổng theo loại văn bản.",
        "Administrative documents reviewed are the sum over their types.",
    ),
    because=_SUM,
)
ARE_007 = Rule(
    code="ARE-007",
    kind=RuleKind.BOUND,
    statement=Text(
        "Thủ tục kiến nghị đơn giản hóa ≤ thủ tục rà soát ≤ tổng số thủ tục; thủ tục và lĩnh vực liên thông là một phần.",
        "Procedures proposed for simplification ≤ reviewed ≤ all; interlinked procedures and fields are part of all.",
    ),
    because=_PART,
)
ARE_009 = Rule(
    code="ARE-009",
    kind=RuleKind.BOUND,
    statement=Text("Số người có mặt không vượt biên chế được giao.", "Staff present never exceed the quota assigned."),
    because=Text("vượt biên chế thì phải giải trình", "staff above the quota needs an explanation"),
)
ARE_010 = Rule(
    code="ARE-010",
    kind=RuleKind.IDENTITY,
    statement=Text(
        "Số người có mặt bằng tổng theo trình độ đào tạo.", "Staff present are the sum over their qualifications."
    ),
    because=_SUM,
)
ARE_011 = Rule(
    code="ARE-011",
    kind=RuleKind.BOUND,
    statement=Text(
        "Số lãnh đạo, quản lý không nhiều hơn số có mặt; số được đánh giá không nhiều hơn số lãnh đạo, quản lý.",
        "Leaders never exceed staff present; leaders evaluated never exceed leaders.",
    ),
    because=_PART,
)
ARE_012 = Rule(
    code="ARE-012",
    kind=RuleKind.IDENTITY,
    statement=Text(
        "Đơn vị sự nghiệp công lập bằng tổng theo lĩnh vực.", "Public service units are the sum over their fields."
    ),
    because=_SUM,
)
ARE_013 = Rule(
    code="ARE-013",
    kind=RuleKind.IDENTITY,
    statement=Text(
        "Số người tinh giản biên chế bằng tổng theo căn cứ pháp lý.",
        "Staff downsized are the sum over the legal bases.",
    ),
    because=_SUM,
)
ARE_014 = Rule(
    code="ARE-014",
    kind=RuleKind.IDENTITY,
    statement=Text(
        "Số tiền bằng tổng các khoản của nó, theo mọi cách chia.",
        "An amount of money is the sum of its items, in every breakdown of it.",
    ),
    because=_SUM,
)
ARE_015 = Rule(
    code="ARE-015",
    kind=RuleKind.IDENTITY,
    statement=Text(
        "Các loại nơi làm việc của Bộ phận một cửa cộng lại đủ số xã, thị trấn.",
        "The classes of one-stop premises add up to the communes.",
    ),
    because=_SUM,
)
ARE_016 = Rule(
    code="ARE-016",
    kind=RuleKind.BOUND,
    severity=Severity.WARNING,
    statement=Text(
        "Người hoạt động không chuyên trách cấp xã không vượt định mức nhân với số đơn vị.",
        "Part-time commune staff never exceed the norm times the number of communes.",
    ),
    because=Text(
        "nghị quyết của Hội đồng nhân dân tỉnh quy định định mức cho mỗi đơn vị",
        "a resolution of the provincial People's Council sets a norm for each commune",
    ),
    source=NQ07_2019_TN.at(""),
)
ARE_017 = Rule(
    code="ARE-017",
    kind=RuleKind.RANGE,
    statement=Text("Tỷ lệ phần trăm nằm trong khoảng 0 đến 100.", "A percentage lies between 0 and 100."),
    because=_PART,
)
ARE_019 = Rule(
    code="ARE-019",
    kind=RuleKind.BOUND,
    statement=Text(
        "Sáng kiến đề nghị cấp tỉnh công nhận không nhiều hơn sáng kiến đã được công nhận.",
        "Initiatives proposed to the province never exceed those recognised.",
    ),
    because=_PART,
)
ARE_020 = Rule(
    code="ARE-020",
    kind=RuleKind.IDENTITY,
    statement=Text(
        "Xóm, tổ dân phố đổi tên bằng số xóm và số tổ dân phố đổi tên.",
        "Villages and residential groups renamed are the villages and the groups.",
    ),
    because=_SUM,
)
ARE_021 = Rule(
    code="ARE-021",
    kind=RuleKind.BOUND,
    statement=Text(
        "Công chức cấp xã giảm do tinh giản không nhiều hơn tổng số tinh giản.",
        "Commune officials downsized never exceed all staff downsized.",
    ),
    because=_PART,
)
ARE_022 = Rule(
    code="ARE-022",
    kind=RuleKind.IDENTITY,
    statement=Text(
        "Đơn vị dùng hệ thống quản lý văn bản bằng số cơ quan, đơn vị thuộc huyện và số xã, thị trấn.",
        "Agencies on the document system are those of the district and the communes.",
    ),
    because=_SUM,
)
FIG_001 = Rule(
    code="FIG-001",
    kind=RuleKind.RANGE,
    statement=Text("Số đếm và số tiền không âm.", "Counts and amounts of money are never negative."),
    because=Text("không đếm được số âm", "nothing is counted below zero"),
)

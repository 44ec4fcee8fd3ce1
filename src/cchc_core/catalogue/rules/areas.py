"""Rules on section I and the reform areas, ARE, and on every figure, FIG."""

from __future__ import annotations

from cchc_core.catalogue.rules.reasons import ONE_FACT, PART, SUM
from cchc_core.catalogue.sources import NQ07_2019_TN
from cchc_core.rules import Rule, RuleKind, Severity
from cchc_core.words import Text

ARE_001 = Rule(
    code="ARE-001",
    kind=RuleKind.IDENTITY,
    statement=Text(
        "Nhiệm vụ đề ra trong kế hoạch bằng nhiệm vụ đã hoàn thành và đang triển khai; tỷ lệ hoàn thành tính lại từ đó.",
        "Tasks planned are those done and those under way, from which the plan's rate is worked out again.",
    ),
    because=SUM,
)
ARE_002 = Rule(
    code="ARE-002",
    kind=RuleKind.IDENTITY,
    statement=Text(
        "Tổng số nhiệm vụ trong các kế hoạch bằng nhiệm vụ của cấp huyện và cấp xã; số của huyện khớp kế hoạch huyện.",
        "Tasks in all plans are those of the district and the communes; the district's match its plan.",
    ),
    because=SUM,
)
ARE_003 = Rule(
    code="ARE-003",
    kind=RuleKind.BOUND,
    statement=Text(
        "Số xã được kiểm tra trong một đợt không nhiều hơn số xã hiện có; số vấn đề đã xử lý không vượt số đã phát hiện.",
        "The communes inspected never exceed the communes there are, nor issues settled those found.",
    ),
    because=PART,
)
ARE_004 = Rule(
    code="ARE-004",
    kind=RuleKind.SAME,
    statement=Text(
        "Số liệu kiểm tra ở phần chỉ đạo, điều hành khớp số liệu ở phần cải cách chế độ công vụ.",
        "Inspection figures are the same in the section on direction and in that on the civil service.",
    ),
    because=ONE_FACT,
)
ARE_005 = Rule(
    code="ARE-005",
    kind=RuleKind.IDENTITY,
    statement=Text(
        "Văn bản quy phạm pháp luật đã ban hành, đã rà soát bằng số của các cấp cộng lại.",
        "Legal normative documents issued, and those reviewed, are those of the levels together.",
    ),
    because=SUM,
)
ARE_006 = Rule(
    code="ARE-006",
    kind=RuleKind.IDENTITY,
    statement=Text(
        "Văn bản hành chính đã rà soát bằng tổng theo loại văn bản.",
        "Administrative documents reviewed are the sum over their types.",
    ),
    because=SUM,
)
ARE_007 = Rule(
    code="ARE-007",
    kind=RuleKind.BOUND,
    statement=Text(
        "Thủ tục kiến nghị đơn giản hóa ≤ thủ tục rà soát ≤ tổng số thủ tục; thủ tục và lĩnh vực liên thông là một phần.",
        "Procedures proposed for simplification ≤ reviewed ≤ all; interlinked procedures and fields are part of all.",
    ),
    because=PART,
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
    because=SUM,
)
ARE_011 = Rule(
    code="ARE-011",
    kind=RuleKind.BOUND,
    statement=Text(
        "Số lãnh đạo, quản lý không nhiều hơn số có mặt; số được đánh giá không nhiều hơn số lãnh đạo, quản lý.",
        "Leaders never exceed staff present; leaders evaluated never exceed leaders.",
    ),
    because=PART,
)
ARE_012 = Rule(
    code="ARE-012",
    kind=RuleKind.IDENTITY,
    statement=Text(
        "Đơn vị sự nghiệp công lập bằng tổng theo lĩnh vực và bằng tổng theo mức tự chủ tài chính.",
        "Public service units are the sum over their fields, and over their degrees of financial autonomy.",
    ),
    because=SUM,
)
ARE_013 = Rule(
    code="ARE-013",
    kind=RuleKind.IDENTITY,
    statement=Text(
        "Số người tinh giản biên chế bằng tổng theo căn cứ pháp lý.",
        "Staff downsized are the sum over the legal bases.",
    ),
    because=SUM,
)
ARE_014 = Rule(
    code="ARE-014",
    kind=RuleKind.IDENTITY,
    statement=Text(
        "Số tiền bằng tổng các khoản của nó, theo mọi cách chia.",
        "An amount of money is the sum of its items, in every breakdown of it.",
    ),
    because=SUM,
)
ARE_015 = Rule(
    code="ARE-015",
    kind=RuleKind.IDENTITY,
    statement=Text(
        "Các loại nơi làm việc của Bộ phận một cửa cộng lại đủ số xã, thị trấn.",
        "The classes of one-stop premises add up to the communes.",
    ),
    because=SUM,
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
    because=PART,
)
ARE_019 = Rule(
    code="ARE-019",
    kind=RuleKind.BOUND,
    statement=Text(
        "Sáng kiến đề nghị cấp tỉnh công nhận không nhiều hơn sáng kiến đã được công nhận.",
        "Initiatives proposed to the province never exceed those recognised.",
    ),
    because=PART,
)
ARE_020 = Rule(
    code="ARE-020",
    kind=RuleKind.IDENTITY,
    statement=Text(
        "Xóm, tổ dân phố đổi tên bằng số xóm và số tổ dân phố đổi tên.",
        "Villages and residential groups renamed are the villages and the groups.",
    ),
    because=SUM,
)
ARE_021 = Rule(
    code="ARE-021",
    kind=RuleKind.BOUND,
    statement=Text(
        "Công chức cấp xã giảm do tinh giản không nhiều hơn tổng số tinh giản.",
        "Commune officials downsized never exceed all staff downsized.",
    ),
    because=PART,
)
ARE_022 = Rule(
    code="ARE-022",
    kind=RuleKind.IDENTITY,
    statement=Text(
        "Đơn vị dùng hệ thống quản lý văn bản bằng số cơ quan, đơn vị thuộc huyện và số xã, thị trấn.",
        "Agencies on the document system are those of the district and the communes.",
    ),
    because=SUM,
)
FIG_001 = Rule(
    code="FIG-001",
    kind=RuleKind.RANGE,
    statement=Text("Số đếm và số tiền không âm.", "Counts and amounts of money are never negative."),
    because=Text("không đếm được số âm", "nothing is counted below zero"),
)

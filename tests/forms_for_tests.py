"""Rules and a source for the forms that tests declare."""

from __future__ import annotations

from decimal import Decimal

from cchc_core.forms import (
    ByAgency,
    ByField,
    ByLevel,
    Figure,
    OpenBound,
    Part,
    Record,
    ShareRules,
    bound,
    by_agency,
    by_field,
    by_level,
    count,
    form,
    identity,
    money,
    open_bound,
    part,
    ratio,
    same,
    share,
)
from cchc_core.law import Instrument
from cchc_core.rules import Rule, RuleKind
from cchc_core.words import Text

SOURCE = Instrument(notation="Thông tư số 00/2000/TT-TEST").at("mẫu 1")
BECAUSE = Text("lý do", "reason")


def rule(kind: RuleKind, code: str = "TST-001", *, because: bool = True) -> Rule:
    """Make a rule of a kind."""
    return Rule(code=code, kind=kind, statement=Text("câu", "sentence"), because=BECAUSE if because else None)


IDENTITY = rule(RuleKind.IDENTITY)
PRINTED = rule(RuleKind.IDENTITY, "TST-007", because=False)
BOUND = rule(RuleKind.BOUND, "TST-002")
SAME = rule(RuleKind.SAME, "TST-003")
NONNEGATIVE = rule(RuleKind.RANGE, "TST-004")
PERCENTAGES = rule(RuleKind.RANGE, "TST-005")
SUMS = (rule(RuleKind.IDENTITY, "TST-006"),)
SHARES = ShareRules(
    recomputed=rule(RuleKind.SHARE, "TST-008"),
    extremes=rule(RuleKind.SHARE, "TST-009"),
    no_base=rule(RuleKind.SHARE, "TST-010"),
)


@form("steps", title="Bậc thang", source=SOURCE, nonnegative=NONNEGATIVE)
class Steps(Record):
    """Constants, and coefficients other than one."""

    low: Figure[int] = count("Bậc thấp")
    high: Figure[int] = count("Bậc cao")
    threes: Figure[int] = count("Phần ba")
    twos: Figure[int] = count("Phần hai", may_be_blank=True)
    rest: Figure[int] = count("Phần lẻ", optional=True)
    code: Figure[int] = count("Mã")

    one_higher = identity(IDENTITY, high == low + 1)
    by_parts = identity(IDENTITY, 3 * threes == 2 * twos + rest)
    within = bound(BOUND, threes <= high)
    is_a_code = bound(BOUND, code <= 2)


@form("products", title="Tích", source=SOURCE, nonnegative=NONNEGATIVE)
class Products(Record):
    """Figures multiplied with one another."""

    units: Figure[int] = count("Đơn vị")
    norm: Figure[int] = count("Định mức")
    staff: Figure[int] = count("Người")
    seats: Figure[int] = count("Chỗ")
    squares: Figure[int] = count("Ô vuông")

    staff_within_norm = bound(BOUND, staff <= units * norm)
    seats_by_norm = identity(IDENTITY, seats == units * norm)
    square = bound(BOUND, squares <= units * units)


@form("spending", title="Chi", source=SOURCE, nonnegative=NONNEGATIVE, percentages=PERCENTAGES)
class Spending(Record):
    """Money, with printed shares of it that are parts and one that need not be."""

    planned: Figure[Decimal] = money("Kế hoạch")
    spent: Figure[Decimal] = money("Đã chi")
    left: Figure[Decimal] = money("Còn lại")
    others: Figure[Decimal] = money("Nguồn khác")
    spent_share: Figure[Decimal] = share("Tỷ lệ đã chi")
    others_share: Figure[Decimal] = share("Tỷ lệ nguồn khác")
    satisfied: Figure[Decimal] = share("Tỷ lệ hài lòng")
    news: Figure[OpenBound] = open_bound("Tin, bài", unit="tin")

    by_state = identity(IDENTITY, planned == spent + left)
    others_within = bound(BOUND, others <= 2 * planned + 1)

    share_spent = ratio("Tỷ lệ đã chi", spent / planned, reported=spent_share, rules=SHARES)
    share_of_others = ratio("Tỷ lệ nguồn khác", others / planned, reported=others_share, rules=SHARES)


@form("limited", title="Dòng có giới hạn", source=SOURCE, nonnegative=NONNEGATIVE)
class Limited(Record):
    """A row that cannot be added to another without breaking its limit."""

    size: Figure[int] = count("Cỡ")

    small = bound(BOUND, size <= 5)


@form("visits", title="Lượt", source=SOURCE, nonnegative=NONNEGATIVE)
class Visits(Record):
    """A row of things counted."""

    visits: Figure[int] = count("Lượt")
    repeated: Figure[int] = count("Lượt lặp lại", optional=True)

    repeated_within = bound(BOUND, repeated <= visits)


@form("offices", title="Các bộ phận", source=SOURCE, nonnegative=NONNEGATIVE)
class Offices(Record):
    """Parts and tables of every kind, tied to figures beside them."""

    name: str
    visits_all: Figure[int] = count("Tổng số lượt")
    desks: Figure[int] = count("Quầy")
    spending: Part[Spending] = part(Spending)
    steps: Part[Steps] = part(Steps)
    limited: ByLevel[Limited] = by_level(Limited, "Bảng có giới hạn", sums=SUMS)
    by_level: ByLevel[Visits] = by_level(Visits, "Lượt theo cấp", sums=SUMS)
    by_field: ByField[Visits] = by_field(Visits, "Lượt theo lĩnh vực", sums=SUMS)
    by_agency: ByAgency[Visits] = by_agency(Visits, "Lượt theo cơ quan", sums=SUMS)

    visits_agree = identity(IDENTITY, visits_all == by_level.total.visits + 1)
    desks_within = bound(BOUND, desks <= steps.code)
    fields_agree = same(SAME, by_field.total == by_level.total)
    agencies_agree = same(SAME, by_agency.total.visits == by_level.total.visits)


@form("capped", title="Bảng có trần", source=SOURCE, nonnegative=NONNEGATIVE)
class Capped(Record):
    """A figure that limits every row of a table, and one that the total rules out."""

    cap: Figure[int] = count("Trần")
    few: Figure[int] = count("Ít")
    rows: ByLevel[Visits] = by_level(Visits, "Lượt theo cấp", sums=SUMS)
    named: ByLevel[Visits] = by_level(Visits, "Lượt có tên", sums=SUMS)

    each_within = bound(BOUND, rows.visits <= cap)
    few_are_many = bound(BOUND, named.total.visits + 10**12 <= few)
    but_few = bound(BOUND, few <= 3)
    named_are_few = bound(BOUND, named.total.visits + 7 <= rows.total.visits)


@form("impossible", title="Không thể có", source=SOURCE, nonnegative=NONNEGATIVE)
class Impossible(Record):
    """Relations that contradict one another, once all its figures are stated."""

    one: Figure[int] = count("Một")
    other: Figure[int] = count("Hai")

    higher = identity(IDENTITY, one == other + 1)
    lower = bound(BOUND, one <= other)


USERS_FORMS: tuple[type[Record], ...] = (Steps, Products, Spending, Limited, Visits, Offices, Capped)
"""Forms as users declare them, each with something that the shipped ones have not."""

"""The declaration language: what it makes of a form, and every mistake it refuses."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any

import attrs
import pytest

from cchc_core import (
    CATALOGUE,
    CivilService,
    DeclarationError,
    DossierRow,
    FigureValueError,
    InForce,
    Level,
    LevelTable,
    OnlineRow,
    OpenBound,
    OpenWord,
    Procedures,
    PublicFinance,
    Record,
    Report,
    UnknownNameError,
    form_of,
)
from cchc_core.forms import (
    ByField,
    ByLevel,
    Catalogue,
    Figure,
    Part,
    ShareRules,
    bound,
    by_field,
    by_level,
    count,
    form,
    identity,
    money,
    notation_of,
    open_bound,
    part,
    ratio,
    same,
    share,
)
from cchc_core.rules import RuleKind
from forms_for_tests import (
    BOUND,
    IDENTITY,
    NONNEGATIVE,
    PERCENTAGES,
    PRINTED,
    SAME,
    SHARES,
    SOURCE,
    SUMS,
    rule,
)

declare = form("t", title="T", source=SOURCE, nonnegative=NONNEGATIVE)
declare_shares = form("t", title="T", source=SOURCE, nonnegative=NONNEGATIVE, percentages=PERCENTAGES)


@declare
class Inner(Record):
    """A row for tests."""

    x: Figure[int] = count("X", column=1)
    y: Figure[int] = count("Y", column=2)


@declare
class Other(Record):
    """A row of another form."""

    x: Figure[int] = count("X")


# Each function declares one wrong form; its docstring is never read, its name tells the case.


def _different() -> None:
    @declare
    class Wrong(Record):
        a: Figure[int] = count("A")
        b: Figure[int] = count("B")
        bad = identity(IDENTITY, a != b)


def _strictly_less() -> None:
    @declare
    class Wrong(Record):
        a: Figure[int] = count("A")
        b: Figure[int] = count("B")
        bad = bound(BOUND, a < b)


def _bound_as_identity() -> None:
    @declare
    class Wrong(Record):
        a: Figure[int] = count("A")
        b: Figure[int] = count("B")
        bad = identity(IDENTITY, a <= b)


def _identity_as_bound() -> None:
    @declare
    class Wrong(Record):
        a: Figure[int] = count("A")
        b: Figure[int] = count("B")
        bad = bound(BOUND, a == b)


def _rule_of_another_kind() -> None:
    @declare
    class Wrong(Record):
        a: Figure[int] = count("A")
        b: Figure[int] = count("B")
        bad = same(IDENTITY, a == b)


def _no_comparison() -> None:
    @declare
    class Wrong(Record):
        a: Figure[int] = count("A")
        b: Figure[int] = count("B")
        bad = identity(IDENTITY, a / b)  # type: ignore[arg-type]


def _printed_and_because() -> None:
    @declare
    class Wrong(Record):
        a: Figure[int] = count("A")
        b: Figure[int] = count("B")
        bad = identity(IDENTITY, a == b, printed="(1)=(2)")


def _neither_printed_nor_because() -> None:
    @declare
    class Wrong(Record):
        a: Figure[int] = count("A")
        b: Figure[int] = count("B")
        bad = identity(PRINTED, a == b)


def _float() -> None:
    @declare
    class Wrong(Record):
        a: Figure[int] = count("A")
        bad = identity(IDENTITY, a == 0.5)  # type: ignore[arg-type]


def _float_factor() -> None:
    @declare
    class Wrong(Record):
        a: Figure[int] = count("A")
        b: Figure[int] = count("B")
        bad = bound(BOUND, a <= 1.5 * b)  # type: ignore[operator]


def _truth_value() -> None:
    @declare
    class Wrong(Record):
        a: Figure[int] = count("A")
        bad = bound(BOUND, a <= True)


def _foreign_figure() -> None:
    @declare
    class Wrong(Record):
        a: Figure[int] = count("A")
        bad = identity(IDENTITY, a == Inner.x)


def _foreign_table() -> None:
    table = by_level(Inner, "Bảng", sums=SUMS)

    @declare
    class Wrong(Record):
        a: Figure[int] = count("A")
        bad = identity(IDENTITY, a == table.total.x)


def _unknown_figure_in_part() -> None:
    @declare
    class Wrong(Record):
        a: Figure[int] = count("A")
        inner: Part[Inner] = part(Inner)
        bad = identity(IDENTITY, a == inner.z)


def _unknown_figure_in_table() -> None:
    @declare
    class Wrong(Record):
        a: Figure[int] = count("A")
        inner: ByLevel[Inner] = by_level(Inner, "Bảng", sums=SUMS)
        bad = identity(IDENTITY, a == inner.total.z)


def _too_many_steps() -> None:
    @declare
    class Wrong(Record):
        a: Figure[int] = count("A")
        inner: Part[Inner] = part(Inner)
        bad = identity(IDENTITY, a == inner.x.y)


def _too_few_steps() -> None:
    @declare
    class Wrong(Record):
        a: Figure[int] = count("A")
        inner: ByLevel[Inner] = by_level(Inner, "Bảng", sums=SUMS)
        bad = identity(IDENTITY, a == inner.total)


def _row_against_column() -> None:
    @declare
    class Wrong(Record):
        one: ByLevel[Inner] = by_level(Inner, "Bảng", sums=SUMS)
        two: ByLevel[Inner] = by_level(Inner, "Bảng", sums=SUMS)
        bad = same(SAME, one.total == two.x)


def _part_itself() -> None:
    @declare
    class Wrong(Record):
        a: Figure[int] = count("A")
        inner: Part[Inner] = part(Inner)
        bad = identity(IDENTITY, inner.x == inner)  # type: ignore[arg-type]


def _rows_of_different_records() -> None:
    @declare
    class Wrong(Record):
        one: ByLevel[Inner] = by_level(Inner, "Bảng", sums=SUMS)
        two: ByLevel[Other] = by_level(Other, "Bảng", sums=SUMS)
        bad = same(SAME, one.total == two.total)


def _column_of_a_table_by_field() -> None:
    @declare
    class Wrong(Record):
        a: Figure[int] = count("A")
        inner: ByField[Inner] = by_field(Inner, "Bảng", sums=SUMS)
        bad = identity(IDENTITY, a == inner.x)


def _table_inside_a_part() -> None:
    @declare
    class Middle(Record):
        table: ByLevel[Inner] = by_level(Inner, "Bảng", sums=SUMS)

    @declare
    class Wrong(Record):
        a: Figure[int] = count("A")
        middle: Part[Middle] = part(Middle)
        bad = identity(IDENTITY, a == middle.table.x)


def _counts_and_money() -> None:
    @declare
    class Wrong(Record):
        a: Figure[int] = count("A")
        b: Figure[Decimal] = money("B")
        bad = bound(BOUND, a <= b)


def _counts_and_money_of_parts() -> None:
    @declare
    class Wrong(Record):
        count_of: ByLevel[Inner] = by_level(Inner, "Bảng", sums=SUMS)
        finance: Part[PublicFinance] = part(PublicFinance)
        bad = bound(BOUND, count_of.total.x <= finance.savings)


def _share_in_a_relation() -> None:
    @declare_shares
    class Wrong(Record):
        a: Figure[Decimal] = share("A")
        b: Figure[Decimal] = share("B")
        bad = bound(BOUND, a <= b)


def _open_bound_in_a_relation() -> None:
    @declare
    class Wrong(Record):
        a: Figure[int] = count("A")
        b: Figure[OpenBound] = open_bound("B", unit="tin")
        bad = bound(BOUND, a <= b)


def _repeated_column() -> None:
    @declare
    class Wrong(Record):
        a: Figure[int] = count("A", column=3)
        bad: Figure[int] = count("B", column=3)


def _no_label() -> None:
    @declare
    class Wrong(Record):
        bad: Figure[int] = count(" ")


def _ratio_without_label() -> None:
    @declare
    class Wrong(Record):
        a: Figure[int] = count("A")
        b: Figure[int] = count("B")
        bad = ratio("", a / b)


def _no_unit() -> None:
    @declare
    class Wrong(Record):
        bad: Figure[int] = count("A", unit="")


def _one_figure_twice() -> None:
    @declare
    class Wrong(Record):
        a: Figure[int] = count("A")
        bad: Figure[int] = a


def _no_annotation() -> None:
    @declare
    class Wrong(Record):
        bad = count("A")


def _table_without_annotation() -> None:
    @declare
    class Wrong(Record):
        bad = by_level(Inner, "Bảng", sums=SUMS)


def _annotated_with_the_plain_type() -> None:
    @declare
    class Wrong(Record):
        bad: int = count("A")  # type: ignore[assignment]


def _annotated_as_another_kind() -> None:
    @declare
    class Wrong(Record):
        bad: Figure[int] = money("A")  # type: ignore[assignment]


def _share_without_a_rule() -> None:
    @declare
    class Wrong(Record):
        bad: Figure[Decimal] = share("A")


def _open_percentage_without_a_rule() -> None:
    @declare
    class Wrong(Record):
        bad: Figure[OpenBound] = open_bound("A", unit="%")


def _ratio_that_is_a_sum() -> None:
    @declare
    class Wrong(Record):
        a: Figure[int] = count("A")
        b: Figure[int] = count("B")
        bad = ratio("R", a + b)  # type: ignore[arg-type]


def _ratio_of_a_column() -> None:
    @declare
    class Wrong(Record):
        a: Figure[int] = count("A")
        inner: ByLevel[Inner] = by_level(Inner, "Bảng", sums=SUMS)
        bad = ratio("R", inner.x / a)


def _reported_without_rules() -> None:
    @declare_shares
    class Wrong(Record):
        a: Figure[int] = count("A")
        b: Figure[int] = count("B")
        p: Figure[Decimal] = share("P")
        bad = ratio("R", a / b, reported=p)


def _rules_without_reported() -> None:
    @declare
    class Wrong(Record):
        a: Figure[int] = count("A")
        b: Figure[int] = count("B")
        bad = ratio("R", a / b, rules=SHARES)


def _reported_in_another_form() -> None:
    @declare_shares
    class Wrong(Record):
        a: Figure[int] = count("A")
        b: Figure[int] = count("B")
        bad = ratio("R", a / b, reported=share("P"), rules=SHARES)


def _reported_in_a_count() -> None:
    @declare_shares
    class Wrong(Record):
        a: Figure[int] = count("A")
        b: Figure[int] = count("B")
        bad = ratio("R", a / b, reported=b, rules=SHARES)  # type: ignore[arg-type]


def _two_shares_reported_in_one_figure() -> None:
    @declare_shares
    class Wrong(Record):
        a: Figure[int] = count("A")
        b: Figure[int] = count("B")
        p: Figure[Decimal] = share("P")
        good = ratio("R", a / b, reported=p, rules=SHARES)
        bad = ratio("R", b / a, reported=p, rules=SHARES)


def _share_rule_of_another_kind() -> None:
    @declare_shares
    class Wrong(Record):
        a: Figure[int] = count("A")
        b: Figure[int] = count("B")
        p: Figure[Decimal] = share("P")
        bad = ratio("R", a / b, reported=p, rules=ShareRules(recomputed=IDENTITY))


def _part_rule_of_another_kind() -> None:
    @declare_shares
    class Wrong(Record):
        a: Figure[int] = count("A")
        b: Figure[int] = count("B")
        p: Figure[Decimal] = share("P")
        bad = ratio("R", a / b, reported=p, rules=attrs.evolve(SHARES, part=IDENTITY))


def _share_of_a_whole_that_has_the_part_in_it() -> None:
    @declare_shares
    class Wrong(Record):
        a: Figure[int] = count("A")
        b: Figure[int] = count("B")
        p: Figure[Decimal] = share("P")
        bad = ratio("R", a / (a + b), reported=p, rules=attrs.evolve(SHARES, part=BOUND))


def _share_rule_with_the_code_of_another() -> None:
    @declare_shares
    class Wrong(Record):
        a: Figure[int] = count("A")
        b: Figure[int] = count("B")
        p: Figure[Decimal] = share("P")
        bad = ratio("R", a / b, reported=p, rules=ShareRules(recomputed=rule(RuleKind.SHARE, "TST-001")))
        total = identity(IDENTITY, a == b)


def _name_of_a_record() -> None:
    @declare
    class Wrong(Record):
        revise: Figure[int] = count("A")  # type: ignore[assignment]


def _figure_that_cancels() -> None:
    @declare
    class Wrong(Record):
        a: Figure[int] = count("A")
        b: Figure[int] = count("B")
        bad = identity(IDENTITY, a + b == a)


MISTAKES: dict[Callable[[], None], str] = {
    _different: "a relation of kind identity is not written with '!='",
    _strictly_less: "a relation of kind bound is not written with '<'",
    _bound_as_identity: "a relation of kind identity is not written with '<='",
    _identity_as_bound: "a relation of kind bound is not written with '=='",
    _rule_of_another_kind: "TST-001 is a rule of kind identity, declared here as same",
    _no_comparison: "is not a comparison of figures, such as 'total == a + b'",
    _printed_and_because: "by exactly one of them",
    _neither_printed_nor_because: "by exactly one of them",
    _float: "speaks of 0.5, which is not a figure, part or table of this form",
    _float_factor: "speaks of 1.5, which is not a figure, part or table of this form",
    _truth_value: "speaks of True, which is not a figure, part or table of this form",
    _foreign_figure: "speaks of 'X', which is not a figure of this form",
    _foreign_table: "which is not a figure, part or table of this form",
    _unknown_figure_in_part: "there is no figure inner.z",
    _unknown_figure_in_table: "there is no figure inner.total.z",
    _too_many_steps: "there is no figure inner.x.y",
    _too_few_steps: "stops at inner.total, which is not a figure",
    _row_against_column: "compares rows of different records",
    _part_itself: "stops at inner, which is not a figure",
    _rows_of_different_records: "compares rows of different records",
    _column_of_a_table_by_field: "only the total of 'inner' can be named in a relation",
    _table_inside_a_part: "names the column middle.table.*.x, which only the form of that table can relate",
    _counts_and_money: "adds counts and money",
    _counts_and_money_of_parts: "adds counts and money",
    _share_in_a_relation: "only counts and amounts of money stand in exact relations",
    _open_bound_in_a_relation: "only counts and amounts of money stand in exact relations",
    _repeated_column: "stands in column (3), as a does",
    _no_label: "has no label",
    _ratio_without_label: "has no label",
    _no_unit: "has no unit",
    _one_figure_twice: "is a again; declare each figure on its own",
    _no_annotation: "is reported, so it needs an annotation such as 'Figure[int]'",
    _table_without_annotation: "is reported, so it needs an annotation such as 'Figure[int]'",
    _annotated_with_the_plain_type: "is a count, so it is annotated Figure[int]",
    _annotated_as_another_kind: "is a money, so it is annotated Figure[Decimal]",
    _share_without_a_rule: "is a share, so the form needs percentages=, the rule that bounds it",
    _open_percentage_without_a_rule: "is a share, so the form needs percentages=, the rule that bounds it",
    _ratio_that_is_a_sum: "is written numerator / denominator",
    _ratio_of_a_column: "a share speaks of one row; name it, as in 'dossiers.total.x'",
    _reported_without_rules: "is held against its base by reported= and rules= together",
    _rules_without_reported: "is held against its base by reported= and rules= together",
    _reported_in_another_form: "is reported in <share : P>, which is not a figure of this form",
    _reported_in_a_count: "is reported in b, which is no share; declare it with share(...)",
    _two_shares_reported_in_one_figure: "is reported in p, as good is; a printed share has one base",
    _share_rule_of_another_kind: "needs rules= of kind share that say because=, not TST-001",
    _part_rule_of_another_kind: "needs rules= of kind bound that say because=, not TST-001",
    _share_of_a_whole_that_has_the_part_in_it: "speaks of a on both sides, where it cancels out",
    _share_rule_with_the_code_of_another: "applies another rule with the code TST-001",
    _name_of_a_record: "is a name that every record needs itself; choose another",
    _figure_that_cancels: "speaks of a on both sides, where it cancels out",
}


@pytest.mark.parametrize("mistake", MISTAKES, ids=lambda mistake: mistake.__name__.strip("_"))
def test_a_wrong_declaration_is_refused_at_import(mistake: Callable[[], None]) -> None:
    """Each mistake names the form, the field and what is wrong with it."""
    with pytest.raises(DeclarationError) as caught:
        mistake()
    assert "t" == caught.value.form
    assert caught.value.field in {"bad", "revise"}
    assert caught.value.reason.endswith(MISTAKES[mistake])
    assert str(caught.value) == f"form t.{caught.value.field}: {caught.value.reason}"


def test_a_chained_relation_is_refused_where_it_is_written() -> None:
    """Of a == b == c Python keeps only b == c, so it never becomes a relation."""
    with pytest.raises(DeclarationError, match="it cannot be chained or tested") as caught:

        @declare
        class Wrong(Record):
            a: Figure[int] = count("A")
            b: Figure[int] = count("B")
            bad = identity(IDENTITY, a == b == 3)

    assert "Wrong" == caught.value.form


def test_a_form_is_not_made_by_inheritance() -> None:
    """The next circular declares its figures again; nothing is silently left out."""
    with pytest.raises(DeclarationError, match="inherits from the form Inner; declare its figures again"):

        @declare
        class Wrong(Inner):
            z: Figure[int] = count("Z")


def test_a_rule_must_fit_its_place() -> None:
    """Ranges and sums need rules of their kind that give a reason, and a code means one rule."""
    unreasoned = attrs.evolve(NONNEGATIVE, because=None)
    for wrong in (IDENTITY, unreasoned):
        with pytest.raises(DeclarationError, match="nonnegative: needs a rule of kind range that says because="):

            @form("t", title="T", source=SOURCE, nonnegative=wrong)
            class Wrong(Record):
                a: Figure[int] = count("A")

    with pytest.raises(DeclarationError, match="bad: needs sums= of rules of kind identity"):

        @declare
        class Sums(Record):
            bad: ByLevel[Inner] = by_level(Inner, "Bảng", sums=(BOUND,))

    with pytest.raises(DeclarationError, match="bad: applies another rule with the code TST-001"):

        @declare
        class Codes(Record):
            a: Figure[int] = count("A")
            b: Figure[int] = count("B")
            good = identity(IDENTITY, a == b + 1)
            bad = identity(attrs.evolve(IDENTITY), a == b + 2)


def test_a_code_means_one_rule_in_a_catalogue() -> None:
    """Two forms cannot mean different rules by one code."""

    @form("a", title="A", source=SOURCE, nonnegative=NONNEGATIVE)
    class One(Record):
        a: Figure[int] = count("A")

    @form("b", title="B", source=SOURCE, nonnegative=attrs.evolve(NONNEGATIVE))
    class Other(Record):
        a: Figure[int] = count("A")

    with pytest.raises(DeclarationError, match=r"b\.TST-004: is the code of another rule of the catalogue"):
        Catalogue.of((One, Other))


def test_parts_and_tables_hold_records_of_their_form() -> None:
    """Neither nothing nor the row of another form gets in."""
    for wrong in (None, DossierRow(), LevelTable(total=OnlineRow())):
        with pytest.raises(FigureValueError, match=r"^Procedures\.dossiers cannot be"):
            Procedures(dossiers=wrong)  # type: ignore[arg-type]


def test_a_class_that_is_no_form_is_named() -> None:
    """Forgetting the decorator, or inheriting from a form, is told at first use."""

    class Plain(Record):
        pass

    class Child(Inner):
        pass

    for cls in (Plain, Child):
        with pytest.raises(DeclarationError, match="decorate the class with @form"):
            form_of(cls)
    assert "form Plain: is not a form; decorate the class with @form(...)" == str(
        DeclarationError("Plain", "", "is not a form; decorate the class with @form(...)")
    )


class TestForm:
    """What is derived from a declaration."""

    def test_the_order_is_that_of_the_printed_form(self) -> None:
        """Figures come in the order declared, with their columns."""
        columns = [figure.column for figure in form_of(DossierRow).figures.values() if not figure.optional]
        assert [*range(3, 14), None, None, None] == columns

    def test_a_declaration_has_no_value_of_its_own(self) -> None:
        """On the class a figure is its declaration, on a record the reported value."""
        assert isinstance(DossierRow.received, Figure)
        assert "<count received: Tổng số hồ sơ nhận giải quyết>" == repr(DossierRow.received)
        assert 7 == DossierRow(received=7).received

    def test_tables_and_parts_are_declarations_on_the_class(self) -> None:
        """A part or table on the class refers to what is inside it."""
        assert "dossiers" == Report.procedures.dossiers._steps[0]

    def test_a_relation_between_rows_is_one_relation_a_figure(self) -> None:
        """Comparing the totals of two tables compares every figure that can be summed."""

        @declare
        class Both(Record):
            one: ByLevel[Inner] = by_level(Inner, "Bảng 1", sums=SUMS)
            two: ByField[Inner] = by_field(Inner, "Bảng 2", sums=SUMS)
            agree = same(SAME, two.total == one.total)

        assert ["agree", "agree.2"] == [relation.name for relation in form_of(Both).relations]
        assert [
            (("two", "total", "x"), ("one", "total", "x")),
            (("two", "total", "y"), ("one", "total", "y")),
        ] == [relation.paths for relation in form_of(Both).relations]

    def test_a_relation_may_reach_through_parts(self) -> None:
        """Relations across sections name figures step by step, down to one row of a table."""

        @declare
        class Middle(Record):
            table: ByLevel[Inner] = by_level(Inner, "Bảng", sums=SUMS)

        @declare
        class Outer(Record):
            a: Figure[int] = count("A")
            middle: Part[Middle] = part(Middle)
            within = bound(BOUND, middle.table.total.x <= a)

        (relation,) = form_of(Outer).relations
        assert (("middle", "table", "total", "x"), ("a",)) == relation.paths
        assert relation.is_linear

    def test_an_ordinary_attribute_may_have_a_default(self) -> None:
        """Beside figures a record may hold other values, required or not."""

        @declare
        class Named(Record):
            name: str
            place: str = "Định Hóa"
            a: Figure[int] = count("A")

        assert "Named(name='UBND', place='Định Hóa', a=0)" == repr(Named(name="UBND", a=0))
        with pytest.raises(TypeError):
            Named()  # type: ignore[call-arg]

    def test_the_rules_of_a_form_are_listed_by_code(self) -> None:
        """Relations, sums of tables and ranges all count."""

        @form("t", title="T", source=SOURCE, nonnegative=NONNEGATIVE, percentages=PERCENTAGES)
        class Full(Record):
            a: Figure[int] = count("A")
            b: Figure[int] = count("B")
            c: Figure[Decimal] = share("C")
            table: ByLevel[Inner] = by_level(Inner, "Bảng", sums=SUMS)
            equal = identity(IDENTITY, a == b)

        assert ["TST-001", "TST-004", "TST-005", "TST-006"] == [rule.code for rule in form_of(Full).rules]

    def test_a_form_of_shares_alone_has_nothing_to_count(self) -> None:
        """Where nothing but percentages is reported, only their rule is applied."""

        @declare_shares
        class Shares(Record):
            a: Figure[Decimal] = share("A")

        assert ["TST-005"] == [rule.code for rule in form_of(Shares).rules]

    def test_levels_have_vietnamese_names(self) -> None:
        """Each level is named as a report names it."""
        assert ["Cấp tỉnh", "Cấp huyện", "Cấp xã", "Xóm, tổ dân phố", "Tổng số"] == [each.label for each in Level]

    def test_english_names_are_the_field_names(self) -> None:
        """Messages in English use the names of the code."""
        assert "received online" == DossierRow.received_online.english
        assert "on time share" == DossierRow.on_time_share.english


class TestNotation:
    """A relation written as on the printed form."""

    def test_columns_stand_for_figures_where_the_form_has_them(self) -> None:
        """Form II.06a is explained by its column numbers."""
        form_ = form_of(DossierRow)
        assert [
            "(3) = (4) + (5) + (6)",
            "(7) = (8) + (9) + (10) + Hồ sơ đã giải quyết, chưa xếp loại theo thời hạn",
            "(11) = (12) + (13)",
            "(3) = (7) + (11)",
        ] == [notation_of(form_, relation) for relation in form_.relations[:4]]

    def test_labels_stand_where_a_figure_has_no_column(self) -> None:
        """One figure without a column is enough to write labels."""
        form_ = form_of(DossierRow)
        assert "Hồ sơ tạm dừng chờ thông báo thuế ≤ Tổng số hồ sơ đang giải quyết" == notation_of(
            form_, form_.relations[7]
        )

    def test_rows_factors_and_constants_are_written(self) -> None:
        """Rows stand in brackets, factors before their figures, constants last."""

        @declare
        class Wide(Record):
            a: Figure[int] = count("A")
            b: Figure[int] = count("B")
            table: ByLevel[Inner] = by_level(Inner, "Bảng", sums=SUMS)
            first = bound(BOUND, a * b >= -a - 2 * table.total.x - 3)
            second = bound(BOUND, a <= 2)
            third = bound(BOUND, a + 1 >= 0)
            fourth = same(SAME, table.x == table.y)

        written = [notation_of(form_of(Wide), relation) for relation in form_of(Wide).relations]
        assert ["A × B ≥ - A - 2 × X [tổng số] - 3", "A ≤ 2", "A + 1 ≥ 0", "X = Y"] == written

    def test_the_printed_line_wins(self) -> None:
        """What the text of the form was seen to print is shown as it stands."""

        @declare
        class Seen(Record):
            a: Figure[int] = count("A")
            b: Figure[int] = count("B")
            equal = identity(PRINTED, a == b, printed="(1)=(2)")

        (relation,) = form_of(Seen).relations
        assert "(1)=(2)" == notation_of(form_of(Seen), relation)


class TestRecord:
    """Records hold exact figures and blanks, nothing else."""

    def test_a_blank_is_not_zero(self) -> None:
        """What is not reported is None, and differs from a reported zero."""
        assert DossierRow().received is None
        assert 0 == DossierRow(received=0).received
        assert DossierRow() != DossierRow(received=0)

    def test_a_record_cannot_be_changed_in_place(self) -> None:
        """A revised copy is made instead; the first record stays."""
        row = DossierRow(received=5)
        revised = row.revise(received=None, resolved=4)
        assert DossierRow(resolved=4) == revised
        assert DossierRow(received=5) == row
        with pytest.raises(AttributeError):
            row.received = 6  # type: ignore[misc]

    def test_a_revised_record_is_checked_again(self) -> None:
        """A wrong value does not get in by revising."""
        with pytest.raises(FigureValueError):
            DossierRow().revise(received=1.5)

    def test_an_unknown_figure_is_refused(self) -> None:
        """A misspelt figure is an error, not a new attribute."""
        with pytest.raises(TypeError):
            DossierRow(recieved=5)  # type: ignore[call-arg]
        with pytest.raises(TypeError):
            DossierRow().revise(recieved=5)

    @pytest.mark.parametrize(
        "value",
        [12.9, 12.0, True, "3", Decimal(3), Fraction(3), 10**15, -(10**15), (), OpenBound(OpenWord.OVER, Decimal(1))],
    )
    def test_only_whole_numbers_are_counts(self, value: Any) -> None:
        """12.9 is not 12, True is not 1, "3" is not 3, and no figure has 16 digits."""
        with pytest.raises(FigureValueError) as caught:
            DossierRow(received=value)
        assert ("DossierRow", "received", value) == (caught.value.record, caught.value.figure, caught.value.value)
        assert str(caught.value) == f"DossierRow.received cannot be {value!r} ({type(value).__name__})"

    @pytest.mark.parametrize(
        "value",
        [
            1,
            1.5,
            True,
            "1.5",
            Fraction(1, 2),
            Decimal("NaN"),
            Decimal("Infinity"),
            Decimal("1E+2"),
            Decimal(1234567890123456),
            Decimal("12345678901234.56"),
            Decimal("0.000000000000001"),
            Decimal("0E-15"),
        ],
    )
    def test_only_finite_decimals_are_money(self, value: Any) -> None:
        """Money is kept as printed; no float, no more than the 15 digits a spreadsheet keeps."""
        with pytest.raises(FigureValueError):
            PublicFinance(savings=value)

    @pytest.mark.parametrize("text", ["0", "-0.5", "97.60", "999999999999999", "0.00000000000000", "1234567890123.45"])
    def test_decimals_are_kept_with_the_places_printed(self, text: str) -> None:
        """97.60 keeps its zero."""
        savings = PublicFinance(savings=Decimal(text)).savings
        assert savings is not None
        assert text == format(savings, "f")

    @pytest.mark.parametrize(
        "value",
        [200, Decimal(200), "over", OpenBound("over", Decimal(1)), OpenBound(OpenWord.OVER, 1)],  # type: ignore[arg-type]
    )
    def test_an_open_bound_has_a_word_and_a_decimal(self, value: Any) -> None:
        """A figure such as "trên 200" is a word and a number."""
        with pytest.raises(FigureValueError):
            form_of(Report).nested["direction"].record(media_items=value)

    def test_the_largest_figures_are_kept(self) -> None:
        """15 digits are held exactly on both sides of zero."""
        assert 10**15 - 1 == DossierRow(received=10**15 - 1).received
        assert 1 - 10**15 == DossierRow(received=1 - 10**15).received

    def test_only_what_is_reported_is_shown(self) -> None:
        """The representation leaves blanks out."""
        assert "DossierRow(received=0, resolved=3)" == repr(DossierRow(resolved=3, received=0))


class TestRatios:
    """Shares derived from the figures, exactly."""

    def test_a_share_is_exact(self) -> None:
        """No rounding happens before printing."""
        assert Fraction(2, 3) == DossierRow(resolved=3, resolved_late=2).late_share

    def test_a_share_of_nothing_is_not_a_number(self) -> None:
        """Where the denominator is zero there is no share, not a share of zero."""
        assert DossierRow(resolved=0, resolved_late=0).late_share is None

    @pytest.mark.parametrize("row", [DossierRow(resolved=3), DossierRow(resolved_late=3), DossierRow()])
    def test_a_share_of_a_blank_is_blank(self, row: DossierRow) -> None:
        """A blank is not counted as zero in a share."""
        assert row.late_share is None

    def test_a_share_reaches_into_tables(self) -> None:
        """The share of the communes is blank where the report has no such row."""
        procedures = form_of(Report).nested["procedures"].record
        row = DossierRow(received=4)
        assert (
            Fraction(1, 2)
            == procedures(dossiers=LevelTable(commune=DossierRow(received=2), total=row)).commune_dossier_share
        )
        assert procedures(dossiers=LevelTable(total=row)).commune_dossier_share is None

    def test_a_constant_counts(self) -> None:
        """A share may be of a figure and a number."""

        @declare
        class Shifted(Record):
            a: Figure[int] = count("A")
            b: Figure[int] = count("B")
            r = ratio("R", (a + 1) / (b * 2))

        assert Fraction(3, 8) == Shifted(a=2, b=4).r


class TestCatalogue:
    """Forms are found by key and day."""

    def test_two_forms_of_one_key_never_share_a_day(self) -> None:
        """A new circular gives the old form its end date."""

        def dated(in_force: InForce) -> type[Record]:
            @form("t", title="T", source=SOURCE, nonnegative=NONNEGATIVE, in_force=in_force)
            class Dated(Record):
                a: Figure[int] = count("A")

            return Dated

        old = dated(InForce(end=date(2025, 6, 30)))
        new = dated(InForce(start=date(2025, 7, 1)))
        both = Catalogue.of([old, new])
        assert form_of(old) is both.find("t", date(2025, 6, 30))
        assert form_of(new) is both.find("t", date(2025, 7, 1))
        with pytest.raises(DeclarationError, match="form t: is declared by Dated for the same days"):
            Catalogue.of([old, dated(InForce(start=date(2025, 6, 30)))])

    def test_an_unknown_form_names_those_there_are(self) -> None:
        """The message lists the keys and the day."""
        with pytest.raises(UnknownNameError) as caught:
            CATALOGUE.find("dossiers", date(2020, 10, 20))
        assert ("form", "dossiers (20/10/2020)") == (caught.value.kind, caught.value.name)
        assert "civil_service" == caught.value.known[0]
        assert str(caught.value).startswith("không có biểu mẫu dossiers (20/10/2020); các biểu có: civil_service, ")

    def test_rules_are_found_by_code(self) -> None:
        """A code leads to its rule, an unknown one to the list of codes."""
        assert "DOS-002" == CATALOGUE.rule("DOS-002").code
        with pytest.raises(UnknownNameError, match="không có quy tắc XXX-001") as caught:
            CATALOGUE.rule("XXX-001")
        assert [rule.code for rule in CATALOGUE.rules] == list(caught.value.known)
        assert "no rule XXX-001; known: -" in UnknownNameError("rule", "XXX-001").describe("en")

    def test_forms_come_in_the_order_listed(self) -> None:
        """The report comes first."""
        assert ["report", "direction"] == [each.key for each in CATALOGUE][:2]
        assert CivilService in [each.record for each in CATALOGUE]

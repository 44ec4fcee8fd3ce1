"""Printed shares held against the figures they are made of, exactly."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from decimal import Decimal
from fractions import Fraction

from attrs import frozen

from cchc_core.checks.findings import Finding, Reason, RuleOutcome
from cchc_core.checks.places import Operand, Place
from cchc_core.checks.system import PlacedRecord, System
from cchc_core.conditions import Grade
from cchc_core.engine import Status
from cchc_core.forms import Ratio, ShareRules
from cchc_core.forms.relations import Side
from cchc_core.numbers import decimals_printed, percent_of, plain, round_half_up
from cchc_core.rules import Rule, Severity
from cchc_core.words import Text

__all__ = ["check_shares"]

Judged = tuple[RuleOutcome, tuple[Finding, ...]]
"""An outcome and the findings it comes with."""

_WHOLE = 100
_FINE = 2
"""Decimals with which a share is proposed that the printed ones would hide."""

_WRONG = Text(
    "{share}% in trong báo cáo, nhưng {part}/{base} = {expected}%",
    "{share}% is printed, but {part}/{base} = {expected}%",
)
_ROUNDED = Text(
    "{share}% in trong báo cáo, còn {part}/{base} = {expected}%: chỉ do làm tròn",
    "{share}% is printed, while {part}/{base} = {expected}%: rounding only",
)
_NOT_ALL = Text(
    "in {share}% trong khi mới có {part} trên {base}, còn thiếu {rest}; nên in {expected}%",
    "{share}% is printed although it is {part} of {base}, which leaves {rest} out; print {expected}%",
)
_NOT_NONE = Text(
    "in {share}% trong khi vẫn có {part} trên {base}; nên in {expected}%",
    "{share}% is printed although it is {part} of {base}; print {expected}%",
)
_NO_BASE = Text(
    "in {share}% trong khi mẫu số bằng 0; nên để trống",
    "{share}% is printed although its base is 0; leave it blank",
)


def check_shares(system: System) -> Iterator[Judged]:
    """Hold every printed share of every record against its base; where a record prints none, say so once a rule."""
    for placed in system.records:
        shares = [_Share.of(system, placed, ratio, ratio.rules) for ratio in placed.form.ratios.values() if ratio.rules]
        if any(share.printed.value is not None for share in shares):
            for share in shares:
                yield from _held(system, share)
        else:
            for rule in dict.fromkeys(rule for share in shares for rule in share.rules.held):
                yield RuleOutcome.not_applied(rule, "shares", placed.place, Reason(kind="no_shares")), ()


@frozen(eq=False, kw_only=True)
class _Quantity:
    """Numerator or denominator: its figures, and what they add up to; ``None`` if one is blank or has no row."""

    operands: tuple[Operand, ...]
    value: Fraction | None

    @property
    def blanks(self) -> tuple[Place, ...]:
        return tuple(operand.place for operand in self.operands if operand.value is None)


@frozen(eq=False, kw_only=True)
class _Share:
    """A share as printed, and the figures it is made of."""

    placed: PlacedRecord
    name: str
    rules: ShareRules
    printed: Operand
    part: _Quantity
    base: _Quantity

    @classmethod
    def of(cls, system: System, placed: PlacedRecord, ratio: Ratio, rules: ShareRules) -> _Share:
        assert ratio.reported is not None  # noqa: S101 - declared together with the rules
        cell = placed.cells[ratio.reported.name]
        part = _quantity(system, placed, ratio.numerator, 0)
        return cls(
            placed=placed,
            name=ratio.name,
            rules=rules,
            printed=Operand(place=cell.place, coefficient=1, value=cell.number),
            part=part,
            base=_quantity(system, placed, ratio.denominator, len(ratio.numerator.terms)),
        )


@frozen(eq=False, kw_only=True)
class _Numbers:
    """The numbers of a share, none of them blank."""

    printed: Decimal
    part: Fraction
    base: Fraction

    @property
    def decimals(self) -> int:
        """Decimals with which the share is printed."""
        return decimals_printed(self.printed)

    def expected(self, *, at_least: int = 0) -> Decimal:
        """Give the share as it should be printed, with the decimals it has, or a least number of them."""
        return percent_of(self.part / self.base, max(self.decimals, at_least))


@frozen(eq=False, kw_only=True)
class _Fault:
    """What is wrong with a printed share."""

    said: Text
    expected: Decimal | None = None
    grade: Grade = Grade.WRONG


def _recomputed(numbers: _Numbers) -> _Fault | Reason | None:
    """Tell whether the share is what its figures give; one unit of the last digit is a matter of rounding."""
    if not numbers.base:
        return Reason(kind="no_base")
    exact = _WHOLE * numbers.part / numbers.base
    printed, unit = Fraction(numbers.printed), Fraction(1, 10**numbers.decimals)
    if abs(printed - exact) <= unit / 2 or numbers.printed == numbers.expected():
        return None
    if abs(printed - Fraction(round_half_up(exact, numbers.decimals))) <= unit:
        return _Fault(said=_ROUNDED, expected=numbers.expected(), grade=Grade.ROUNDING)
    return _Fault(said=_WRONG, expected=numbers.expected())


def _extreme(numbers: _Numbers) -> _Fault | Reason | None:
    """Tell whether 100% hides that something is missing, or 0% that there is something."""
    if not numbers.base:
        return Reason(kind="no_base")
    if numbers.printed == _WHOLE and numbers.part < numbers.base:
        return _Fault(said=_NOT_ALL, expected=numbers.expected(at_least=_FINE))
    if numbers.printed == 0 and numbers.part > 0:
        return _Fault(said=_NOT_NONE, expected=numbers.expected(at_least=_FINE))
    return None


def _without_base(numbers: _Numbers) -> _Fault | Reason | None:
    """Tell whether a share of nothing is printed."""
    return None if numbers.base else _Fault(said=_NO_BASE)


def _held(system: System, share: _Share) -> Iterator[Judged]:
    """Hold one share by each of its rules."""
    judges: tuple[tuple[Rule | None, Callable[[_Numbers], _Fault | Reason | None], tuple[_Quantity, ...]], ...] = (
        (share.rules.recomputed, _recomputed, (share.part, share.base)),
        (share.rules.extremes, _extreme, (share.part, share.base)),
        (share.rules.no_base, _without_base, (share.base,)),
    )
    for rule, judge, needed in judges:
        if rule is not None:
            answer = _missing(system, rule, share, needed) or judge(_numbers(share))
            if isinstance(answer, Reason):
                yield RuleOutcome.not_applied(rule, share.name, share.printed.place, answer), ()
            else:
                status = Status.FAILED if answer else Status.PASSED
                outcome = RuleOutcome(rule=rule, relation=share.name, place=share.printed.place, status=status)
                yield outcome, (_finding(rule, share, answer),) if answer else ()


def _missing(system: System, rule: Rule, share: _Share, needed: tuple[_Quantity, ...]) -> Reason | None:
    """Say why the rule cannot look at the share: a blank, or a row that the report has not."""
    if system.day not in rule.in_force:
        return Reason(kind="not_in_force")
    blanks = [share.printed.place] if share.printed.value is None else []
    blanks += [place for quantity in needed for place in quantity.blanks]
    if blanks:
        return Reason(kind="blank", places=tuple(blanks))
    return Reason(kind="absent") if any(quantity.value is None for quantity in needed) else None


def _numbers(share: _Share) -> _Numbers:
    """Give the numbers; a numerator that the rule does not need counts as nothing."""
    assert isinstance(share.printed.value, Decimal)  # noqa: S101 - asked by _missing
    return _Numbers(
        printed=share.printed.value, part=share.part.value or Fraction(), base=share.base.value or Fraction()
    )


def _finding(rule: Rule, share: _Share, fault: _Fault) -> Finding:
    numbers = _numbers(share)
    facts = {"share": numbers.printed, "part": plain(numbers.part), "base": plain(numbers.base)}
    if fault.expected is not None:
        facts |= {"expected": fault.expected, "rest": plain(numbers.base - numbers.part)}
    is_rounding = fault.grade is Grade.ROUNDING
    return Finding(
        rule=rule,
        relation=share.name,
        place=share.printed.place,
        operator=None if fault.expected is None else "==",
        left=(share.printed,),
        right=share.part.operands + share.base.operands,
        reported=Fraction(numbers.printed),
        expected=None if fault.expected is None else Fraction(fault.expected),
        source=rule.source or share.placed.form.source,
        said=fault.said,
        facts=tuple(facts.items()),
        grade=fault.grade,
        severity=Severity.INFO if is_rounding else rule.severity,
    )


def _quantity(system: System, placed: PlacedRecord, side: Side, first: int) -> _Quantity:
    """Add up one side of a share; its terms are numbered from ``first``."""
    operands: list[Operand] = []
    total: Fraction | None = Fraction(side.constant)
    for number, term in enumerate(side.terms, first):
        product: Fraction | None = Fraction(term.coefficient)
        for path in term.factors:
            cell = system.cells.get(".".join((placed.place.path, *path)).lstrip("."))
            value = None if cell is None else cell.number
            if cell is not None:
                operands.append(Operand(place=cell.place, coefficient=term.coefficient, value=value, term=number))
            product = None if product is None or value is None else product * Fraction(value)
        total = None if total is None or product is None else total + product
    return _Quantity(operands=tuple(operands), value=total)

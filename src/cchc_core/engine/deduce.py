"""What the relations force the blanks of a sheet to be, and where they contradict one another about it."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from enum import Enum
from fractions import Fraction

from attrs import define, field, frozen

from cchc_core.engine.equalities import Equalities
from cchc_core.engine.groups import joined
from cchc_core.engine.intervals import Interval, weighted_sum
from cchc_core.engine.proof import Premises, Proof, combined
from cchc_core.engine.relation import Relation, read_only
from cchc_core.engine.sheet import Sheet

__all__ = ["Clash", "Deducer", "DropReason", "FillReason", "Filled"]


class FillReason(Enum):
    """Why a blank can have one value only."""

    EQUALITIES = "equalities"
    BOUNDS = "bounds"


class DropReason(Enum):
    """Why a value that relations give is not to be trusted."""

    DISAGREE = "rules disagree"
    BREAKS = "breaks a rule"
    NEGATIVE = "negative"
    NOT_WHOLE = "not whole"


@frozen(kw_only=True)
class Filled:
    """The value of a blank.

    Args:
        cell: The blank.
        value: The only value it can have; an int if it is whole.
        reason: Whether equalities alone give it, or inequalities and figures that are not negative leave no other.
        proofs: With the reported figures put in, the first adds up to ``cell == value`` if equalities give it;
            else there are two, of ``cell <= value`` and of ``cell >= value``.
    """

    cell: str
    value: int | Fraction
    reason: FillReason
    proofs: tuple[Proof, ...]

    @property
    def rules(self) -> Mapping[str, Fraction]:
        """Multiplier of each relation it comes from; of one in both proofs, that of the first."""
        found: dict[str, Fraction] = {}
        for proof in reversed(self.proofs):
            found.update(proof.multipliers)
        return read_only(found)


@frozen(kw_only=True)
class Clash:
    """Relations that cannot hold together, as the reported figures stand.

    Args:
        reason: How that shows.
        rules: Multiplier of each relation.
    """

    reason: DropReason
    rules: Mapping[str, Fraction] = field(converter=read_only, hash=False)


@define(eq=False)
class Deducer:
    """What follows for the blanks.

    Args:
        sheet: The values and the relations.
        nonnegative: Cells that are not negative.
        integral: Cells that are whole.
        found: The values found, by cell.
        clashes: For each relation that stands in a clash the first one, by code.
        disagreements: Clashes of equalities with one another.
    """

    sheet: Sheet
    nonnegative: Collection[str] = frozenset()
    integral: Collection[str] = frozenset()
    found: dict[str, Filled] = field(factory=dict)
    clashes: dict[str, Clash] = field(factory=dict)
    disagreements: list[Clash] = field(factory=list)

    def run(self) -> None:
        """Deduce from the equalities, then from the inequalities as well, then try every relation."""
        self._solve_equalities()
        for cells, codes in self._connected():
            self._exhaust(cells, codes)
        self._try_all()

    def clash_of(self, filled: Filled) -> Clash | None:
        """Give the clash that a relation of a filled value stands in, ``None`` if there is none."""
        return next((self.clashes[code] for code in filled.rules if code in self.clashes), None)

    def others(self, filled: Filled) -> Iterator[Filled]:
        """Give the values that disagreeing equalities give instead."""
        for clash in self.disagreements:
            shared = next((code for code in filled.rules if code in clash.rules), None)
            if shared is not None:
                factor = filled.rules[shared] / clash.rules[shared]
                codes = dict.fromkeys([*filled.rules, *clash.rules])
                sums = {code: filled.rules.get(code, 0) - factor * clash.rules.get(code, 0) for code in codes}
                yield from self._given(filled.cell, {code: Fraction(sums[code]) for code in codes if sums[code]})

    def _accuse(self, clash: Clash, codes: Collection[str]) -> None:
        for code in codes:
            self.clashes.setdefault(code, clash)

    def _solve_equalities(self) -> None:
        equalities = Equalities(self.sheet.open)
        dependencies = equalities.dependencies.values()
        broken = [each for each in dependencies if 0 not in self.sheet.interval(each)]
        self.disagreements = [Clash(reason=DropReason.DISAGREE, rules=each) for each in broken]
        # Equalities that depend on one another stand or fall together: whatever any of them gives, others of
        # them give as well, and not all of them the same if two disagree.
        for codes in joined(dependencies):
            clash = next((each for each in self.disagreements if not each.rules.keys().isdisjoint(codes)), None)
            if clash is not None:
                self._accuse(clash, codes)
        for cell in self.sheet.blanks:
            multipliers = equalities.fixing(cell)
            if multipliers is not None:
                for filled in self._given(cell, multipliers):
                    self._enter(filled)

    def _given(self, cell: str, multipliers: Mapping[str, Fraction]) -> Iterator[Filled]:
        """Give the value that multiplied equalities leave, unless rounded figures leave several."""
        interval = self.sheet.interval(multipliers)
        if interval.is_point:
            yield _filled(cell, interval.low, FillReason.EQUALITIES, Proof(multipliers=multipliers))

    def _enter(self, filled: Filled) -> None:
        self.found[filled.cell] = filled
        if filled.cell in self.nonnegative and filled.value < 0:
            self._accuse(Clash(reason=DropReason.NEGATIVE, rules=filled.rules), filled.rules)
        elif filled.cell in self.integral and not isinstance(filled.value, int):
            self._accuse(Clash(reason=DropReason.NOT_WHOLE, rules=filled.rules), filled.rules)

    def _connected(self) -> Iterator[tuple[list[str], list[str]]]:
        """Give groups of blanks with the exact relations that hold them together, and that no clash concerns."""
        usable = [code for code in self.sheet.open if code not in self.clashes and self.sheet.is_exact(code)]
        groups = joined(self.sheet.open[code].coefficients for code in usable)
        number_of = {cell: number for number, cells in enumerate(groups) for cell in cells}
        codes: list[list[str]] = [[] for _ in groups]
        for code in usable:
            codes[number_of[self.sheet.open[code].cells[0]]].append(code)
        yield from zip(groups, codes, strict=True)

    def _exhaust(self, cells: list[str], codes: list[str]) -> None:
        """Find the blanks of a group whose least value is their largest."""
        signed = tuple(cell for cell in cells if cell in self.nonnegative)
        rules = {code: self.sheet.open[code] for code in codes}
        if all(cell in self.found for cell in cells):
            return
        if not signed and all(rule.op == "==" for rule in rules.values()):
            return
        while (proof := Premises(rules, signed).contradiction()) is not None:
            self._accuse(Clash(reason=DropReason.BREAKS, rules=proof.multipliers), proof.multipliers)
            rules = {code: rule for code, rule in rules.items() if code not in proof.multipliers}
        premises = Premises(rules, signed)
        forced = {relation.code: relation for relation in premises.equalities()}
        solved = Equalities(forced)
        for cell in cells:
            multipliers = None if cell in self.found else solved.fixing(cell)
            if multipliers is not None:
                here = Relation("", {cell: 1}, "==", combined(multipliers, forced)[1])
                self._enter(_filled(cell, here.constant, FillReason.BOUNDS, *premises.proofs_of(here)))

    def _try_all(self) -> None:
        """Hold every relation whose blanks are all found against what was found."""
        for code, rest in self.sheet.open.items():
            if all(cell in self.found for cell in rest.coefficients):
                values = [
                    (weight, Interval.point(self.found[cell].value)) for cell, weight in rest.coefficients.items()
                ]
                known = self.sheet.interval({code: Fraction(-1)})
                if not weighted_sum([*values, (1, known)]).can_be(rest.op, 0):
                    clash = Clash(reason=DropReason.BREAKS, rules={code: Fraction(1)})
                    givers = [giver for cell in rest.coefficients for giver in self.found[cell].rules]
                    self._accuse(clash, [code, *givers])


def _filled(cell: str, value: int | Fraction, reason: FillReason, *proofs: Proof) -> Filled:
    whole = value.numerator if value.denominator == 1 else value
    return Filled(cell=cell, value=whole, reason=reason, proofs=proofs)

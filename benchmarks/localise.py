"""Error localisation on forms of 200 cells against an integer programme, and how often repairs are right.

Absolute times of shared machines say little; both sides are measured in turn in this run, and the ratio of medians
is what counts. The integer programme gives one least set, the library all of them, with values and proofs.
"""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable, Mapping, Sequence
from random import Random
from typing import Any, TypeVar

from cchc_core.engine import Localisation, Relation, localise, suggest

UNITS = tuple(f"u{unit}." for unit in range(1, 20))
TOTAL = "t."
ROW = {"a": (3, 4, 5, 6), "b": (7, 8, 9), "c": (10, 11, 12), "d": (3, 7, 10)}
"""Ten columns: (3)=(4)+(5)+(6), (7)=(8)+(9), (10)=(11)+(12), (3)=(7)+(10)."""
COLUMNS = range(3, 13)
DOSSIERS = {"a": (3, 4, 5, 6), "b": (7, 8, 9, 10), "c": (11, 12, 13), "d": (3, 7, 11)}
"""The columns of form II.06a."""
SEEDS = 40
MISTYPED = 1000
TOLERANCE = 1e-9
MILLISECONDS = 1000

Figures = dict[str, int]
Result = TypeVar("Result")


def parts(code: str, whole: str, cells: Sequence[str]) -> Relation:
    """Say that cells add up to another."""
    return Relation(code, {whole: 1, **dict.fromkeys(cells, -1)})


def row_rules(place: str, sums: Mapping[str, tuple[int, ...]]) -> list[Relation]:
    """Give the rules of one row."""
    return [
        parts(place + code, f"{place}{whole}", [f"{place}{each}" for each in rest])
        for code, (whole, *rest) in sums.items()
    ]


def table_rules(places: Sequence[str], columns: Sequence[int], sums: Mapping[str, tuple[int, ...]]) -> list[Relation]:
    """Give the rules of rows and their total."""
    rules = [rule for place in (*places, TOTAL) for rule in row_rules(place, sums)]
    return rules + [
        parts(f"{TOTAL}{each}", f"{TOTAL}{each}", [f"{place}{each}" for place in places]) for each in columns
    ]


def split(total: int, count: int, random: Random) -> list[int]:
    """Part a number at random."""
    cuts = sorted(random.randint(0, total) for _ in range(count - 1))
    return [high - low for low, high in zip([0, *cuts], [*cuts, total], strict=True)]


def row(place: str, sums: Mapping[str, tuple[int, ...]], most: int, random: Random) -> Figures:
    """Give a consistent row: the total is parted, and each part again."""
    figures = {3: random.randint(1, most)}
    for code in ("d", "a", "b", "c"):
        whole, *rest = sums[code]
        figures |= zip(rest, split(figures[whole], len(rest), random), strict=True)
    return {f"{place}{column}": figures[column] for column in sorted(figures)}


def table(places: Sequence[str], sums: Mapping[str, tuple[int, ...]], most: int, random: Random) -> Figures:
    """Give consistent rows and their total."""
    rows = {place: row(place, sums, most, random) for place in places}
    figures = {cell: figure for each in rows.values() for cell, figure in each.items()}
    columns = [cell.removeprefix(places[0]) for cell in rows[places[0]]]
    return figures | {f"{TOTAL}{each}": sum(rows[place][place + each] for place in places) for each in columns}


def with_one_digit_wrong(figure: int, random: Random) -> int:
    """Mistype one digit."""
    digits = list(str(figure))
    place = random.randrange(len(digits))
    digits[place] = random.choice([digit for digit in "0123456789" if digit != digits[place]])
    return int("".join(digits))


def spoilt(figures: Figures, count: int, random: Random) -> tuple[Figures, Figures]:
    """Mistype one digit of some figures; give the record and what was meant."""
    cells = random.sample(list(figures), count)
    wrong = figures | {cell: with_one_digit_wrong(figures[cell], random) for cell in cells}
    return wrong, {cell: figures[cell] for cell in figures if cell in cells}


class Programme:
    """The least weight as an integer programme: a change of each figure, allowed where a switch is on.

    Changes are whole and the rules exact. The largest change is so small, and the tolerance so strict, that no switch
    that counts as off lets a change of one through: 1e6 * 1e-9 is far below one half.
    """

    def __init__(self, highspy: Any, rules: Sequence[Relation], cells: Sequence[str]) -> None:
        self.highspy = highspy
        self.cells = cells
        self.numbers = {cell: number for number, cell in enumerate(cells)}
        self.rules = [{self.numbers[cell]: int(share) for cell, share in rule.coefficients.items()} for rule in rules]

    def least_weight(self, figures: Figures) -> int:
        """Build and solve the programme; the answer is checked in whole numbers."""
        solver = self.highspy.Highs()
        solver.silent()
        for option in ("mip_feasibility_tolerance", "primal_feasibility_tolerance"):
            solver.setOptionValue(option, TOLERANCE)
        solver.setOptionValue("mip_rel_gap", 0.0)
        infinity, count = self.highspy.kHighsInf, len(self.cells)
        largest = 2 * max(figures.values()) + 1
        for cell in self.cells:
            solver.addVar(-min(figures[cell], largest), largest)
        for number in range(count, 2 * count):
            solver.addVar(0, 1)
            solver.changeColCost(number, 1)
        for number in range(2 * count):
            solver.changeColIntegrality(number, self.highspy.HighsVarType.kInteger)
        for terms in self.rules:
            gap = sum(share * figures[self.cells[number]] for number, share in terms.items())
            solver.addRow(-gap, -gap, len(terms), list(terms), list(terms.values()))
        for number in range(count):
            solver.addRow(-infinity, 0, 2, [number, count + number], [1, -largest])
            solver.addRow(-infinity, 0, 2, [number, count + number], [-1, -largest])
        solver.run()
        changes = [round(value) for value in list(solver.getSolution().col_value)[:count]]
        for terms in self.rules:
            assert sum(share * (figures[self.cells[number]] + changes[number]) for number, share in terms.items()) == 0
        return sum(change != 0 for change in changes)


def load_highspy() -> Any:
    """Import the solver; ``None`` if it is not installed."""
    try:
        import highspy  # noqa: PLC0415 - only this benchmark needs it
    except ImportError:
        return None
    return highspy


def timed(run: Callable[[], Result]) -> tuple[float, Result]:
    """Run and give the milliseconds it took."""
    start = time.perf_counter()
    result = run()
    return (time.perf_counter() - start) * MILLISECONDS, result


def located(figures: Figures, rules: Sequence[Relation]) -> Localisation:
    """Localise with every figure whole and not negative."""
    return localise(figures, rules, nonnegative=figures, integral=figures)


def centile(values: Sequence[float]) -> float:
    """Give what 95 of 100 do not exceed."""
    return sorted(values)[int(0.95 * len(values))]


def compare_with_highs() -> None:
    """Print times and ratio, one line for each number of wrong figures."""
    highspy = load_highspy()
    if highspy is None:
        print("HiGHS is not installed, so nothing is compared with it; nox -s bench installs it")
        return
    rules = table_rules(UNITS, COLUMNS, ROW)
    for count in range(1, 6):
        ours, theirs, sets = [], [], []
        for seed in range(SEEDS):
            random = Random(100 * count + seed)  # noqa: S311
            figures, _ = spoilt(table(UNITS, ROW, 2000, random), count, random)
            programme = Programme(highspy, rules, list(figures))
            mine, found = timed(lambda figures=figures: located(figures, rules))
            other, weight = timed(lambda programme=programme, figures=figures: programme.least_weight(figures))
            assert found.weight == weight, (count, seed, found.weight, weight)
            ours.append(mine)
            theirs.append(other)
            sets.append(len(found.solutions))
        middle, reference = statistics.median(ours), statistics.median(theirs)
        print(
            f"200 cells, {count} wrong: {middle:6.1f} ms (95 of 100: {centile(ours):6.1f})"
            f"  HiGHS {reference:7.1f} ms  ratio {middle / reference:.3f}x  optimum the same on {SEEDS} of {SEEDS}"
            f"  least sets up to {max(sets)}"
        )


def rate_suggestions(what: str, rules: Sequence[Relation], make: Callable[[Random], Figures], count: int) -> None:
    """Print how often what was meant is suggested, listed, or something else is suggested."""
    noticed = right = wrong = listed = 0
    for seed in range(MISTYPED):
        random = Random(seed)  # noqa: S311
        figures, meant = spoilt(make(random), count, random)
        found = suggest(figures, rules, nonnegative=figures, integral=figures)
        noticed += bool(found.by_cause)
        is_right = found.suggestion is not None and dict(found.suggestion.changes) == meant
        right += is_right
        wrong += found.suggestion is not None and not is_right
        listed += any(dict(repair.changes) == meant for repair in found.ranked)
    print(
        f"{what}, {count} mistyped: of {noticed} noticed, suggested {right / noticed:.1%}, "
        f"listed {listed / noticed:.1%}, a wrong one suggested {wrong / noticed:.1%}"
    )


def main() -> None:
    """Print one line a measurement."""
    compare_with_highs()
    levels = ("district.", "commune.")
    columns = range(3, 14)
    for count in (1, 2):
        for most in (100, 5000, 200000):
            rate_suggestions(
                f"a row of II.06a, up to {most}",
                row_rules("", DOSSIERS),
                lambda random, most=most: row("", DOSSIERS, most, random),
                count,
            )
            rate_suggestions(
                f"II.06a by level, up to {most}",
                table_rules(levels, columns, DOSSIERS),
                lambda random, most=most: table(levels, DOSSIERS, most, random),
                count,
            )


if __name__ == "__main__":
    main()

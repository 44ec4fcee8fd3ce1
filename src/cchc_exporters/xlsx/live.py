"""What is alive in the workbook: sums and shares as formulas that give the same value as their figures do."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from decimal import Decimal
from fractions import Fraction
from functools import cache

from cchc_core.checks import PlacedRelation, system_of
from cchc_core.numbers import percent_of
from cchc_core.plugins import ExportJob
from cchc_core.tables import Sums
from cchc_exporters.xlsx.grid import Addresses

__all__ = ["LARGEST_SUM", "Live", "added", "is_in_rows", "share_bounds"]

LARGEST_SUM = 10**15
_LARGEST_COMPARED = 10**14
"""Spreadsheets keep 15 digits, and take numbers for equal that differ by less than their last bits."""
_PAST_ROUNDING = 10**20
"""One in so many is a share that rounding alone would hide."""


def is_in_rows(record: str) -> bool:
    """Tell whether a record is one of many rows, a field of activity or an agency, by its path."""
    return "[" in record


class Live:
    """The figures of a report, their relations, and where they stand.

    Args:
        job: The report and what was found in it.
        addresses: Where figures stand; entered before anything is asked.
    """

    def __init__(self, job: ExportJob, addresses: Addresses) -> None:
        self.system = job.result.system or system_of(job.report)
        self.cells = self.system.cells
        self.addresses = addresses
        self.sums = Sums(self.system, job.result)
        self.relations = _by_record(self.system.relations)
        lasting = (each for path, found in self.relations.items() if not is_in_rows(path) for each in found)
        self.totals: Mapping[str, PlacedRelation] = self.sums.among(lasting)
        """What stands for each total, but for those of fields and agencies."""

    def of_record(self, path: str) -> Sequence[PlacedRelation]:
        """Give the relations whose first figure is one of a record."""
        return self.relations.get(path, ())

    def number(self, path: str) -> int | Decimal | None:
        """Give a figure, if it is an exact number."""
        return self.cells[path].number

    def numbers(self, paths: Iterable[str]) -> list[int | Decimal]:
        """Give those of some figures that are exact numbers."""
        cells = self.cells
        return [value for path in paths if isinstance(value := cells[path].value, int | Decimal)]

    def is_exact(self, paths: Iterable[str], limit: int = LARGEST_SUM) -> bool:
        """Tell whether a spreadsheet, which counts in binary floating point, adds figures up exactly."""
        numbers = self.numbers(paths)
        whole = [abs(each) for each in numbers if isinstance(each, int)]
        exact: Fraction | int = sum(whole)
        if len(whole) < len(numbers):
            exact = sum((abs(Fraction(each)) for each in numbers), Fraction())
        return exact < limit

    def sum_of(self, total: PlacedRelation, sheet: str) -> str:
        """Write the formula of a total."""
        above = self.addresses.above(total.name, total.left[0].paths[0])
        if above:
            return f"=SUM({','.join(above)})"
        return f"={added(total.paths[1:], self.addresses.seen_from(sheet))}"

    def totals_of(self, record: str) -> Mapping[str, PlacedRelation]:
        """Give what stands for the totals of a record, and maybe of others."""
        return self.sums.among(self.of_record(record)) if is_in_rows(record) else self.totals

    def share(
        self,
        refer: Callable[[str], str],
        value: Decimal,
        numerator: Sequence[str],
        denominator: Sequence[str],
        *,
        subtracted: Collection[str] = (),
    ) -> str:
        """Write a derived percentage that, like `percent_of`, is never rounded up to 100 or down to 0.

        Returns:
            The formula; empty where a spreadsheet would not get the exact value.
        """
        if not self.is_exact((*numerator, *denominator), _LARGEST_COMPARED):
            return ""
        decimals = -int(value.as_tuple().exponent)
        whole = f"({added(denominator, refer, subtracted)})"
        ratio = f"({added(numerator, refer, subtracted)})/{whole}"
        lowest, highest = share_bounds(decimals)
        rounded = f"ROUND(100*{ratio},{decimals})"
        bounded = f"MIN(MAX({rounded},{lowest}),{highest})"
        return f'=IF({whole}=0,"",IF(AND({ratio}>0,{ratio}<1),{bounded},{rounded}))'


@cache
def share_bounds(decimals: int) -> tuple[Decimal, Decimal]:
    """Give the least and the greatest percentage of a part that is neither nothing nor the whole."""
    return percent_of(Fraction(1, _PAST_ROUNDING), decimals), percent_of(
        Fraction(_PAST_ROUNDING - 1, _PAST_ROUNDING), decimals
    )


def added(paths: Iterable[str], refer: Callable[[str], str], subtracted: Collection[str] = ()) -> str:
    """Write a sum; a figure that stands nowhere is blank in every row, and adds nothing.

    Args:
        paths: The figures.
        refer: Refers to the cell of a figure; by nothing if it stands nowhere.
        subtracted: Those that are subtracted.
    """
    cells = ((path, refer(path)) for path in paths)
    signed = (("-" if path in subtracted else "+") + cell for path, cell in cells if cell)
    return "".join(signed).removeprefix("+")


def _by_record(relations: Iterable[PlacedRelation]) -> dict[str, list[PlacedRelation]]:
    found: dict[str, list[PlacedRelation]] = defaultdict(list)
    for relation in relations:
        found[relation.left[0].paths[0].rpartition(".")[0]].append(relation)
    return found

"""Annexes that a report may bring: one with a part, one that reports nothing, one with parts within parts."""

from __future__ import annotations

from cchc_core import DossierRow, LevelTable, Record
from cchc_core.catalogue.rules import FIG_001
from cchc_core.forms import ByLevel, Figure, Part, by_level, count, form, part, ratio
from plugins_for_tests import SOURCE, Survey, SurveyPlace, SurveyRow

__all__ = ["DEEP", "SURVEY", "Office"]


@form("deep-7", title="Bậc bảy", source=SOURCE, nonnegative=FIG_001)
class _Lowest(Record):
    """The part within all others, with a share that nobody reports."""

    done: Figure[int] = count("Việc đã xong", unit="việc")
    all_of_them: Figure[int] = count("Việc được giao", unit="việc")
    done_share = ratio("Tỷ lệ việc đã xong", done / all_of_them)


@form("deep-6", title="Bậc sáu", source=SOURCE, nonnegative=FIG_001)
class _Sixth(Record):
    inner: Part[_Lowest] = part(_Lowest)


@form("deep-5", title="Bậc năm", source=SOURCE, nonnegative=FIG_001)
class _Fifth(Record):
    inner: Part[_Sixth] = part(_Sixth)
    beside: Part[SurveyPlace] = part(SurveyPlace)


@form("deep-4", title="Bậc bốn", source=SOURCE, nonnegative=FIG_001)
class _Fourth(Record):
    inner: Part[_Fifth] = part(_Fifth)


@form("deep-3", title="Bậc ba", source=SOURCE, nonnegative=FIG_001, number="02")
class _Third(Record):
    inner: Part[_Fourth] = part(_Fourth)


@form("office", title="Hồ sơ của một phòng", source=SOURCE, nonnegative=FIG_001)
class Office(Record):
    """A table whose rows are of a form of the library."""

    dossiers: ByLevel[DossierRow] = by_level(DossierRow, "Hồ sơ theo cấp", sums=())


SURVEY = Survey(
    returned=120,
    satisfied=100,
    unsatisfied=21,
    visits=LevelTable(district=SurveyRow(visits=3), total=SurveyRow(visits=4321)),
    place=SurveyPlace(offices=77),
)
"""120 forms are not 100 and 21."""
DEEP = _Third(inner=_Fourth(inner=_Fifth(inner=_Sixth(inner=_Lowest(done=6, all_of_them=8)))))
"""An annex with a number, whose heading is of the third depth, and whose last part would be of the seventh."""

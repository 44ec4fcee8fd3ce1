"""A condition on the statistical appendix: a share comes with its numerator and its denominator."""

from __future__ import annotations

from collections.abc import Iterator

from cchc_core.conditions.condition import Breach, Context, Judgement, Skipped
from cchc_core.forms import Ratio, figure_at, form_of
from cchc_core.forms.ratios import sum_of, value_at
from cchc_core.forms.relations import Path, Side
from cchc_core.report import Report
from cchc_core.words import Text

__all__ = ["shares_come_with_their_figures"]

_WITHOUT = Text(
    "để trống trong khi báo cáo ghi {share}% ở chỉ tiêu “{of}”; hãy bổ sung {blank} để tính lại được tỷ lệ",
    "left blank although {share}% is stated for “{of_en}”; give {blank_en}, so that the share can be worked out again",
)


def shares_come_with_their_figures(report: Report, _context: Context) -> Judgement:
    """ARE-018: whoever states a share of the appendix states what it is made of."""
    stated = [(path, ratio) for path, ratio in _shares(report) if _is_stated(report, path, ratio)]
    if not stated:
        return Skipped(kind="no_shares")
    return tuple(breach for path, ratio in stated for breach in _missing(report, path, ratio))


def _shares(report: Report) -> Iterator[tuple[Path, Ratio]]:
    """Give every share on a line of the appendix, with the path of the record it belongs to."""
    parts = [((), form_of(report)), *(((name,), form_of(part.record)) for name, part in form_of(report).nested.items())]
    for path, form in parts:
        yield from ((path, ratio) for ratio in form.ratios.values() if ratio.line)
        yield from ((path + each.path[:-1], each.ratio) for each in form.lines.listed.values() if each.ratio)


def _is_stated(report: Report, path: Path, ratio: Ratio) -> bool:
    """Tell whether the share is printed; a share of nothing has a rule of its own."""
    printed = None if ratio.reported is None else value_at(report, (*path, ratio.reported.name))
    return printed is not None and sum_of(ratio.denominator, value_at(report, path)) != 0


def _missing(report: Report, path: Path, ratio: Ratio) -> Iterator[Breach]:
    """Tell which figures of the share are blank; nothing if none is."""
    assert ratio.reported is not None  # noqa: S101 - a printed share has a figure
    sides: tuple[Side, ...] = (ratio.numerator, ratio.denominator)
    paths = tuple(dict.fromkeys((*path, *each) for side in sides for each in side.paths))
    blank = [each for each in paths if value_at(report, each) is None]
    figures = [figure_at(form_of(report), each) for each in blank]
    if blank:
        yield Breach(
            said=_WITHOUT,
            facts={
                "share": value_at(report, (*path, ratio.reported.name)),
                "of": ratio.reported.label,
                "of_en": ratio.reported.english,
                "blank": " và ".join(f"“{figure.label}”" for figure in figures),
                "blank_en": " and ".join(f"“{figure.english}”" for figure in figures),
            },
            at=".".join(blank[0]),
            others=(".".join((*path, ratio.reported.name)),),
        )

"""A report with a known text at each of its places, and the same with text that means harm there."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from itertools import count, cycle
from typing import Any

import attrs
from attrs import evolve, frozen

from cchc_core.report import (
    Citation,
    Document,
    IssuerLevel,
    Narrative,
    PrintedTitle,
    Report,
    Signatory,
    StatedDay,
    Variant,
)
from cchc_core.testing.conformance.samples.numbered import numbered_report

__all__ = ["EVIL", "Slot", "hostile_report", "plain_report", "slots_of"]

EVIL = "zqevil"
"""Name of the element that hostile texts try to become."""

_HOSTILE = (
    '=HYPERLINK("http://localhost/{word}","zqevil")',
    "=1+zqevil({word})",
    "+zqevil {word}",
    "-zqevil {word}",
    "@zqevil {word}",
    '<zqevil onload="x">{word}</zqevil> &amp; &lt;b&gt;',
    "</title></td></table><zqevil> {word}",
    "]]> <!-- {word} --> <?x?>",
    '"> {word} \' " ` \\ / %s {{0}} ${{y}} {{{{ z }}}} {{% if %}}',
    "a|b|c {word} **x** _y_ ~z~ [t](u) ![i](j)",
    "# {word}\n\n- y\n1. z\n\n| a | b |",
    "\t{word}\r\nline\rline\u2028line\u2029line",
    "NUL\x00BEL\x07ESC\x1b[31m {word} \x7f\x85\x9f",
    "bidi \u202e{word}\u202c \u2066x\u2069 \u200b\u00ad\ufeff",
    "{word} 1.250 19,5 % 007 1e5 TRUE #REF!",
    "\U0001f600 {word} \U0010ffff \ufffe \uffff",
    "  {word}  ",
)
_LONG = "x" * 300


@frozen
class Slot:
    """One place of a report that holds text: the text that stands there, and its number among the places."""

    number: int
    text: str


def plain_report() -> Report:
    """Give a report in which each text is Vietnamese, says its own number, and nothing else."""
    return _worded(_texted(), lambda number: f"Văn bản {_word(number)}")


def hostile_report() -> Report:
    """Give the same report with text in each place that would be a formula, markup or a control of the terminal."""
    wordings = cycle(_HOSTILE)
    return _worded(_texted(), lambda number: f"{next(wordings).format(word=_word(number))} {_LONG}")


def slots_of(report: Report) -> tuple[Slot, ...]:
    """Give the texts of such a report, in the order of their numbers."""
    found: list[Slot] = []

    def noted(text: str) -> str:
        found.append(Slot(len(found), text))
        return text

    _walk(report, noted)
    return tuple(found)


def _word(number: int) -> str:
    """Give a word that is part of no other."""
    return f"zq{number:04d}w"


def _texted() -> Report:
    """Give a report that holds something wherever it may hold text."""
    points = ("điểm một", "điểm hai")
    variant = Variant(section="II.1", notation="5/KH", date=date(2021, 1, 7), subject="khác")
    cited = Citation(
        type="Kế hoạch",
        issuer="UBND huyện",
        level=IssuerLevel.DISTRICT,
        number="05",
        symbol="KH-UBND",
        date=date(2021, 1, 7),
        subject="về việc",
        sections=("I",),
        variants=(variant,),
    )
    return numbered_report().revise(
        document=Document(
            title="Báo cáo",
            symbol="BC-UBND",
            number="12",
            addressee="Ủy ban nhân dân tỉnh",
            recipients=points,
            appendices=points,
        ),
        signatory=Signatory(name="Nguyễn Văn A", position="CHỦ TỊCH", on_behalf_of="TM. ỦY BAN NHÂN DÂN"),
        narrative=Narrative(strengths=points, limitations=points, orientation=points, proposals=points),
        citations=(cited, evolve(cited, level=IssuerLevel.CENTRAL)),
        titles=(PrintedTitle(section="II.1", title="Cải cách thể chế"),),
        stated_days=(StatedDay(day=date(2021, 6, 1), subject="tính đến", section="II.1"),),
    )


def _worded(report: Report, text: Callable[[int], str]) -> Report:
    numbers = count()
    changed: Report = _walk(report, lambda _: text(next(numbers)))
    return changed


def _walk(value: Any, change: Callable[[str], str]) -> Any:
    """Change every text of a report but those of its period, which are names of the calendar's, and what separates."""
    if isinstance(value, str):
        return change(value)
    if isinstance(value, tuple):
        return tuple(_walk(each, change) for each in value)
    if not attrs.has(type(value)):
        return value
    kept = {"period", "separator"}
    fields = [each.name for each in attrs.fields(type(value)) if each.init and each.name not in kept]
    return evolve(value, **{name: _walk(getattr(value, name), change) for name in fields})

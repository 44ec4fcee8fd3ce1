"""The annexes: records of forms that are no part of the report, such as those of plugins, which come after it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import count

from attrs import frozen

from cchc_core.forms import form_of
from cchc_core.prose.areas import Area, area_said
from cchc_core.prose.shown import Printer
from cchc_core.prose.text import one_line
from cchc_core.report import Report, annexes_of
from cchc_core.tables import sections_of

__all__ = ["ANNEXES_TITLE", "Annex", "annexes_said", "announced"]

ANNEXES_TITLE = "BIỂU KÈM THEO"


@frozen(kw_only=True)
class Annex:
    """An annex, or a part of one.

    Args:
        area: What it states itself.
        parts: Those of its parts that report something, each with its own parts.
    """

    area: Area
    parts: tuple[Annex, ...] = ()

    @property
    def areas(self) -> tuple[Area, ...]:
        """What it states itself, and then what its parts state."""
        return (self.area, *(area for part in self.parts for area in part.areas))

    @property
    def is_empty(self) -> bool:
        """Whether neither it nor a part of it reports anything."""
        return all(area.is_empty for area in self.areas)


def annexes_said(report: Report, printer: Printer, areas: Sequence[Area]) -> tuple[Annex, ...]:
    """Give the annexes, whose tables are numbered after those of the report.

    Args:
        report: The report.
        printer: Shows its figures.
        areas: The sections of the report itself.
    """
    own = form_of(report).nested
    captions = count(1 + sum(area.captions for area in areas))
    sections = (section for section in sections_of(report) if section.path not in own)
    said = {section.path: area_said(report, section, printer, captions) for section in sections}
    return tuple(_with_parts(path, said) for path, _ in annexes_of(report))


def announced(report: Report) -> str:
    """Name what comes with the report: the appendices that its text announces, and its annexes; empty if nothing does.

    >>> from cchc_core import Document, load
    >>> report = load("examples/dinh-hoa-2021.json")
    >>> announced(report.revise(document=Document(title="", appendices=("I", "II"))))
    'Kèm theo báo cáo: Phụ lục I, II.'
    """
    appendices = [text for each in report.document.appendices if (text := one_line(each))]
    names = [f"Phụ lục {', '.join(appendices)}"] if appendices else []
    names += [f"Biểu “{one_line(form_of(each).title)}”" for each in report.annexes]
    return f"Kèm theo báo cáo: {'; '.join(names)}." if names else ""


def _with_parts(path: str, said: Mapping[str, Area]) -> Annex:
    parts = (_with_parts(each, said) for each in said if each.rpartition(".")[0] == path)
    return Annex(area=said[path], parts=tuple(part for part in parts if not part.is_empty))

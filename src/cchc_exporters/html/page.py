"""Everything the page shows, gathered for its templates."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import count

from attrs import field, frozen

from cchc_core.plugins import ExportJob
from cchc_core.prose import (
    APPENDIX_TITLE,
    CITATION_TITLE,
    Annex,
    Appendix,
    Area,
    CitationGroup,
    Letter,
    Passage,
    Printer,
    annexes_said,
    announced,
    appendix_of,
    areas_of,
    assessment_of,
    attached_to,
    citation_groups,
    letter_of,
)
from cchc_core.words import Language, say
from cchc_exporters.html.anchors import Anchors
from cchc_exporters.html.charts import Chart, charts_of
from cchc_exporters.html.filling import filled_in
from cchc_exporters.html.findings import TellingEntry, summary_of, telling
from cchc_exporters.html.options import HtmlOptions
from cchc_exporters.html.outline import Item, annex_items, area_items, nested, passage_items
from cchc_exporters.html.rules import TellingRule, rules_summary, rules_told

__all__ = ["Page", "page_of", "written"]


@frozen(kw_only=True)
class Page:
    """What the page shows.

    Args:
        lang: Language of what is not the report itself.
        options: What it holds beside the report.
        letter: The frame of the report.
        areas: Its sections.
        announced: Which appendices and annexes come with it.
        passages: What it says in words.
        appendix: Its statistical appendix, if it states any indicator.
        attached: Which report the appendices belong to.
        citations: The documents that it cites.
        annexes: The forms of plugins that come with it.
        printer: What showed its figures.
        summary: How much was found.
        entries: What was found; nothing if it is not to be listed.
        rules: The rules that were applied; nothing if they are not to be listed.
        charts: The charts under each table, by path.
        anchors: Where things stand.
    """

    lang: Language
    options: HtmlOptions
    letter: Letter
    areas: tuple[Area, ...]
    announced: str
    passages: tuple[Passage, ...]
    appendix: Appendix | None
    attached: str
    citations: tuple[CitationGroup, ...]
    annexes: tuple[Annex, ...]
    printer: Printer
    summary: str
    entries: tuple[TellingEntry, ...]
    rules: tuple[TellingRule, ...]
    charts: Mapping[str, tuple[Chart, ...]]
    anchors: Anchors = field(eq=False)

    @property
    def has_derived(self) -> bool:
        """Whether it shows anything that the report does not."""
        shown = _all_areas(self.areas, self.annexes)
        return bool(self.printer.worked_out) or any(line.is_derived for area in shown for line in area.lines)

    @property
    def rule_codes(self) -> frozenset[str]:
        """Codes of the rules that are listed."""
        return frozenset(rule.code for rule in self.rules)

    @property
    def rules_summary(self) -> str:
        """How often the rules held; asked for where some were applied."""
        return rules_summary(self.rules, self.lang)

    @property
    def contents(self) -> tuple[Item, ...]:
        """The table of contents."""
        return nested(tuple(self._items()))

    def _items(self) -> Iterator[Item]:
        yield from area_items(self.areas)
        yield from passage_items(self.passages)
        if self.appendix is not None:
            yield Item(target="phu-luc", text=APPENDIX_TITLE)
        if self.citations:
            yield Item(target="van-ban", text=CITATION_TITLE)
        yield from annex_items(self.annexes)
        if self.options.findings:
            yield Item(target="phat-hien", text=say("page.findings", self.lang), is_own=True)
        if self.rules:
            yield Item(target="quy-tac", text=say("page.rules", self.lang), is_own=True)


def written(job: ExportJob, options: HtmlOptions) -> str:
    """Write the page of a job."""
    return filled_in("page.html", page=page_of(job, options))


def page_of(job: ExportJob, options: HtmlOptions) -> Page:
    """Gather what the page of a job shows."""
    report, lang = job.report, job.lang
    printer = Printer.of(job.result)
    areas = areas_of(report, printer)
    annexes = annexes_said(report, printer, areas)
    entries = telling(printer.marks.entries, lang) if options.findings else ()
    return Page(
        lang=lang,
        options=options,
        letter=letter_of(report),
        areas=areas,
        announced=announced(report),
        passages=assessment_of(report.narrative),
        appendix=appendix_of(report, printer),
        attached=attached_to(report),
        citations=citation_groups(report),
        annexes=annexes,
        printer=printer,
        summary=summary_of(job.result, lang),
        entries=entries,
        rules=rules_told(job.result, lang) if options.rules else (),
        charts=_charts(_all_areas(areas, annexes), printer, lang) if options.charts else {},
        anchors=Anchors(_spoken_of(entries)),
    )


def _all_areas(areas: tuple[Area, ...], annexes: tuple[Annex, ...]) -> tuple[Area, ...]:
    return (*areas, *(area for annex in annexes for area in annex.areas))


def _charts(areas: tuple[Area, ...], printer: Printer, lang: Language) -> dict[str, tuple[Chart, ...]]:
    numbers = count(1)
    tables = (said for area in areas for said in area.tables)
    return {said.table.path: charts_of(said, printer, lang, numbers) for said in tables}


def _spoken_of(entries: tuple[TellingEntry, ...]) -> frozenset[str]:
    """Give the paths of all that the findings speak of."""
    suspects = (suspect.path for entry in entries for suspect in entry.suspects)
    return frozenset((*suspects, *(breach.path for entry in entries for breach in entry.breaches)))

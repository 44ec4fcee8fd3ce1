"""Checks of an exporter: that texts are there, whole, as text, and Vietnamese."""

from __future__ import annotations

from collections.abc import Iterator
from unicodedata import is_normalized

from cchc_core.testing.conformance.exporters.bench import Bench
from cchc_core.testing.conformance.samples import EVIL, empty_report, hostile_report, job_of, plain_report, slots_of
from cchc_core.testing.conformance.suite import Conformance, demand
from cchc_core.testing.conformance.text import faults_of, quoted, skeleton, took_effect

__all__ = ["WordingChecks"]

_READ = ("text_can_be_read",)
_YEARS = (2019, 2024)


class WordingChecks(Conformance[Bench]):
    """Texts, whole and as text."""

    @demand("Write job.report.agency.name, in whatever case.", needs=_READ, may_be_waived=True)
    def test_the_agency_is_named(self) -> Iterator[str]:
        """The file says who reports."""
        name = self.bench.report.agency.name
        if skeleton(name) not in skeleton(self.bench.shown):
            yield f"{quoted(name)} is not there"

    @demand(
        "Write the year of job.report.period, or its first and last day.",
        needs=(*_READ, "an_empty_report_is_rendered"),
        may_be_waived=True,
    )
    def test_the_period_is_told(self) -> Iterator[str]:
        """The file says which year it is of."""
        for year in _YEARS:
            text = self.bench.text(self.bench.render(job_of(empty_report(year)), f"a report of {year}"))
            if str(year) not in text:
                yield f"the year {year} is not there"

    @demand(
        "Write text as UTF-8 and leave its letters as they are; compose what you take apart "
        "(unicodedata.normalize('NFC', text)).",
        needs=_READ,
    )
    def test_vietnamese_survives(self) -> Iterator[str]:
        """Vietnamese letters come out as they went in: none replaced, none taken apart into letter and accent."""
        text = self.bench.text(self.bench.plain_content)
        if not is_normalized("NFC", text):
            yield "some letters are taken apart; the text is not in NFC"
        if "\ufffd" in text:
            yield "some letters are replaced by U+FFFD"
        written = skeleton("Văn bản")
        for slot in slots_of(plain_report()):
            if skeleton(slot.text).removeprefix(written) in skeleton(text) and skeleton(slot.text) not in skeleton(
                text
            ):
                yield f"{quoted(slot.text)} is there with other letters"

    @demand("Escape text as the format asks; let a library do it where there is one.", needs=("file_is_well_formed",))
    def test_hostile_text_breaks_no_file(self) -> Iterator[str]:
        """Text that looks like a formula, like markup, like a command of the terminal leaves the file well formed."""
        yield from faults_of(self.bench.hostile_content, self.bench.exporter.media_type)

    @demand(
        "Write text as text: a cell of type text and no formula, entities for < and &, a backslash before the signs of "
        "Markdown, an apostrophe before = + - @ at the beginning of a cell of CSV.",
        needs=("hostile_text_breaks_no_file",),
    )
    def test_hostile_text_stays_text(self) -> Iterator[str]:
        """Text that looks like a formula or an element becomes neither."""
        yield from took_effect(self.bench.hostile_content, self.bench.exporter.media_type, EVIL)

    @demand(
        "Escape and do not delete; shorten nothing. Characters that the format cannot hold may be left out, letters "
        "and digits not.",
        needs=("text_can_be_read", "hostile_text_breaks_no_file"),
    )
    def test_no_text_is_lost(self) -> Iterator[str]:
        """Where a harmless text is written, a text that has to be escaped and a long one are written whole."""
        plain = self.bench.text(self.bench.plain_content)
        shown, found = skeleton(plain), skeleton(self.bench.text(self.bench.hostile_content))
        for harmless, hostile in zip(slots_of(plain_report()), slots_of(hostile_report()), strict=True):
            if skeleton(harmless.text) in shown and skeleton(hostile.text) not in found:
                yield f"{quoted(hostile.text)} is not there whole"

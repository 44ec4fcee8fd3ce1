"""Checks of a reader: that it is a pure function of the file."""

from __future__ import annotations

from collections.abc import Iterator

from cchc_core.testing.conformance.readers.bench import ReaderBench
from cchc_core.testing.conformance.suite import Conformance, demand

__all__ = ["PureReadingChecks"]

_READ = ("the_sample_is_read",)
_THREADS = 6


class PureReadingChecks(Conformance[ReaderBench]):
    """A pure function of the file."""

    @demand("Keep nothing from one call to the next.", needs=_READ)
    def test_same_file_same_reading(self) -> Iterator[str]:
        """The same file gives the same report, places and notices, each time, whatever was read in between."""
        first = self.bench.reading
        self.bench.tried(self.bench.content[: len(self.bench.content) // 2], "half the sample")
        if self.bench.read(self.bench.content, "the sample for the second time") != first:
            yield "the second reading is another one"

    @demand(
        "Depend on no locale, time zone or folder; make `read` a function at the top of a module.",
        needs=(*_READ, "same_file_same_reading"),
        may_be_waived=True,
    )
    def test_same_reading_in_another_process(self) -> Iterator[str]:
        """Another process, with another seed of hashes, locale, time zone and folder, reads the same."""
        failure, elsewhere = self.bench.elsewhere
        if failure:
            yield failure
        for each in elsewhere:
            if each.failure:
                yield f"{each.place.title}: {each.failure}"
            elif each.values != (self.bench.reading,):
                yield f"{each.place.title}: another report is read"

    @demand("Use no variables that calls share.", needs=(*_READ, "same_file_same_reading"))
    def test_same_reading_in_threads(self) -> Iterator[str]:
        """Several threads that read at once each read what one alone reads."""
        made = self.bench.at_once([self.bench.content] * _THREADS)
        differing = sum(each != self.bench.reading for each in made)
        if differing:
            yield f"{differing} of {_THREADS} readings are others"

"""The files a reader is tried with, and what it read in them, each made once."""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from contextlib import suppress
from functools import cached_property
from typing import Any, TypeVar

from cchc_core.checks import check
from cchc_core.errors import ReadError
from cchc_core.plugins import AnnotateJob, Reader, Reading, TemplateJob
from cchc_core.report import Report
from cchc_core.testing.conformance.asking import Watched
from cchc_core.testing.conformance.purity import Elsewhere, called_at_once, called_elsewhere, undone
from cchc_core.testing.conformance.samples import broken_report
from cchc_core.testing.conformance.suite import NotAsked, Raised

__all__ = ["ReaderBench", "damaged"]

V = TypeVar("V")

_KINDS = ("level", "field", "agency")
_ROWS = 10
_CUTS = (1, 7, 100, 1000)
_FLIPS = 12


class ReaderBench(Watched):
    """A reader, and the files it is given.

    Args:
        reader: The reader.
        sample: A file that it reads; ``None`` for a form that it writes itself.
    """

    def __init__(self, reader: Reader, sample: bytes | None = None) -> None:
        self.reader = reader
        self._sample = sample

    def call(self, doing: str, function: Callable[[Any], V], given: object) -> V:
        """Call a function of the reader.

        Raises:
            Raised: If it raises.
        """
        with undone():
            try:
                return function(given)
            except (Exception, SystemExit) as error:
                raise Raised(doing, error) from error

    def read(self, content: bytes, doing: str) -> Reading:
        """Read a file that is sound. See `call`."""
        return self.call(doing, self.reader.read, content)

    def tried(self, content: bytes, doing: str) -> Reading | ReadError:
        """Read a file that may be broken, and give what was read or why it was refused. See `call`."""
        try:
            return self.read(content, doing)
        except Raised as raised:
            if isinstance(raised.error, ReadError):
                return raised.error
            raise

    def form(self, report: Report | None) -> bytes:
        """Write a form, filled in with a report if there is one.

        Raises:
            NotAsked: If the reader writes no forms.
            Raised: If it raises.
        """
        if self.reader.template is None:
            raise NotAsked("the reader writes no forms")
        job = TemplateJob(report=report, tables=_KINDS, rows=_ROWS)
        return self.call("writing a form", self.reader.template, job)

    def annotated(self, content: bytes) -> bytes:
        """Give a file back with notes in it.

        Raises:
            NotAsked: If the reader writes no notes.
            Raised: If it raises.
        """
        if self.reader.annotate is None:
            raise NotAsked("the reader writes no notes")
        reading = self.read(content, "the sample")
        result = check(reading.report, cells=reading.cells)
        job = AnnotateJob(content=content, reading=reading, result=result)
        return self.call("writing notes", self.reader.annotate, job)

    @property
    def has_sample(self) -> bool:
        """Whether there is a file to read."""
        return self._sample is not None or self.reader.template is not None

    @cached_property
    def content(self) -> bytes:
        """The sample: a file that is read."""
        return self._sample if self._sample is not None else self.form(broken_report())

    @cached_property
    def reading(self) -> Reading:
        """What is read in it."""
        return self.read(self.content, "the sample")

    @cached_property
    def refusals(self) -> tuple[tuple[str, Reading | ReadError], ...]:
        """What became of each damaged file."""
        return tuple((title, self.tried(content, title)) for title, content in damaged(self.content))

    @cached_property
    def elsewhere(self) -> tuple[str, tuple[Elsewhere, ...]]:
        """What is read in other processes, or why nothing can be read there."""
        try:
            return "", called_elsewhere(self.reader.read, (self.content,))
        except ValueError as error:
            return str(error), ()

    def at_once(self, contents: Sequence[bytes]) -> list[Reading]:
        """Read files in threads, all at once."""
        with undone():
            try:
                return called_at_once(self.reader.read, contents)
            except Exception as error:
                raise Raised("reading several files at once", error) from error

    def call_everything(self) -> None:
        """Do all that the reader can do: tell its files, read them, refuse them, write forms and notes."""
        reader, content = self.reader, self.content
        reader.accepts(content)
        reading = reader.read(content)
        with suppress(ReadError):
            reader.read(content[: len(content) // 2])
        if reader.template is not None:
            reader.template(TemplateJob(report=reading.report, tables=_KINDS, rows=_ROWS))
        if reader.annotate is not None:
            result = check(reading.report, cells=reading.cells)
            reader.annotate(AnnotateJob(content=content, reading=reading, result=result))


def damaged(content: bytes) -> list[tuple[str, bytes]]:
    """Give broken files made of a sound one, the same ones each time: empty, cut short, with wrong bytes, no such file."""
    rolled = random.Random(2021)  # noqa: S311 - the same files each time, no secret
    found = [("an empty file", b""), ("a file of random bytes", rolled.randbytes(5000))]
    found += [(f"a file cut off after {length} bytes", content[:length]) for length in _CUTS if length < len(content)]
    found.append(("a file cut in half", content[: len(content) // 2]))
    found.append(("a file without its end", content[:-1]))
    found.append(("a file with something after its end", content + b"\x00" * 100))
    for _ in range(_FLIPS):
        place, bit = rolled.randrange(len(content)), rolled.randrange(8)
        changed = bytearray(content)
        changed[place] ^= 1 << bit
        found.append((f"a file with bit {bit} of byte {place} turned", bytes(changed)))
    return found

"""The suite of checks for readers, and the same as functions."""

from __future__ import annotations

from collections.abc import Mapping

from cchc_core.plugins import Reader
from cchc_core.testing.conformance.asking import AskingChecks
from cchc_core.testing.conformance.declared import DeclaredChecks
from cchc_core.testing.conformance.readers.bench import ReaderBench
from cchc_core.testing.conformance.readers.filling import FillingChecks
from cchc_core.testing.conformance.readers.pure import PureReadingChecks
from cchc_core.testing.conformance.readers.reading import ReadingChecks
from cchc_core.testing.conformance.verdicts import ConformanceError, Verdict

__all__ = ["ReaderConformance", "assert_reader_conforms", "check_reader"]


class ReaderConformance(
    AskingChecks[ReaderBench], PureReadingChecks, FillingChecks, ReadingChecks, DeclaredChecks[ReaderBench]
):
    """The checks that every reader passes; each is a test of its own under pytest.

    Inherit, and say what is checked::

        class TestTemplate(ReaderConformance):
            reader = my_reader
            sample = Path("tests/sample.ods").read_bytes()

    Attributes:
        reader: The reader; one that has to be made is put there by ``setup_class``.
        sample: A file that it reads; a reader that writes forms needs none.
        waived: Checks that are not for this format, each with the reason.
    """

    reader: Reader
    sample: bytes | None = None
    groundwork = ("the_sample_is_read", "damaged_files_are_refused")

    @property
    def declared(self) -> Reader:
        """The reader.

        Raises:
            TypeError: If the class does not say which.
        """
        given: Reader | None = getattr(self, "reader", None)
        if given is None:
            raise TypeError(f"{type(self).__name__} needs reader = ..., the reader to check")
        return given

    def _prepared(self) -> ReaderBench:
        return ReaderBench(self.declared, self.sample)


def check_reader(
    reader: Reader, *, sample: bytes | None = None, waived: Mapping[str, str] | None = None
) -> tuple[Verdict, ...]:
    """Make every check of a reader, and give what became of each.

    Args:
        reader: The reader.
        sample: A file that it reads; a reader that writes forms needs none.
        waived: Checks that are not for this format, each with the reason.

    >>> from cchc_core.plugins import find_plugins
    >>> verdicts = check_reader(find_plugins().readers["template"])
    >>> [verdict.demand.name for verdict in verdicts if verdict.failed]
    []
    """
    return _suite_of(reader, sample, dict(waived or {}))().verdicts()


def _suite_of(given: Reader, file: bytes | None, excused: Mapping[str, str]) -> type[ReaderConformance]:
    """Make the class that says these things."""

    class Given(ReaderConformance):
        """A reader that was given to a function."""

        reader = given
        sample = file
        waived = excused

    return Given


def assert_reader_conforms(
    reader: Reader, *, sample: bytes | None = None, waived: Mapping[str, str] | None = None
) -> None:
    """Make every check of a reader; see `check_reader` for what it takes.

    Raises:
        ConformanceError: If a check fails; it tells of all that do, with what was seen and how to mend it.
    """
    verdicts = check_reader(reader, sample=sample, waived=waived)
    if any(verdict.failed for verdict in verdicts):
        raise ConformanceError(f"reader {reader.name}", verdicts)

"""The suite of checks for exporters, and the same as functions."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from cchc_core.plugins import Exporter
from cchc_core.testing.conformance.asking import AskingChecks
from cchc_core.testing.conformance.declared import DeclaredChecks
from cchc_core.testing.conformance.exporters.bench import Bench
from cchc_core.testing.conformance.exporters.figures import FigureChecks
from cchc_core.testing.conformance.exporters.files import FileChecks
from cchc_core.testing.conformance.exporters.marking import MarkingChecks
from cchc_core.testing.conformance.exporters.optional import OptionChecks
from cchc_core.testing.conformance.exporters.pure import PureChecks
from cchc_core.testing.conformance.exporters.wording import WordingChecks
from cchc_core.testing.conformance.verdicts import ConformanceError, Verdict

__all__ = ["ExporterConformance", "assert_exporter_conforms", "check_exporter"]


class ExporterConformance(
    OptionChecks,
    AskingChecks[Bench],
    PureChecks,
    MarkingChecks,
    WordingChecks,
    FigureChecks,
    FileChecks,
    DeclaredChecks[Bench],
):
    """The checks that every exporter passes; each is a test of its own under pytest.

    Inherit, and say what is checked::

        class TestCsv(ExporterConformance):
            exporter = my_exporter

    Attributes:
        exporter: The exporter; one that has to be made is put there by ``setup_class``.
        extract: Gives the text of a file that the kit cannot read: ``extract = staticmethod(text_of_my_file)``.
        waived: Checks that are not for this format, each with the reason.
        rows: How many rows the tables of the largest report have.
        examples: How many reports are drawn.
    """

    exporter: Exporter
    extract: Callable[[bytes], str] | None = None
    groundwork = ("every_language_is_rendered", "hundreds_of_findings_are_rendered")

    @property
    def declared(self) -> Exporter:
        """The exporter.

        Raises:
            TypeError: If the class does not say which.
        """
        given: Exporter | None = getattr(self, "exporter", None)
        if given is None:
            raise TypeError(f"{type(self).__name__} needs exporter = ..., the exporter to check")
        return given

    def _prepared(self) -> Bench:
        return Bench(self.declared, type(self).extract)


def check_exporter(
    exporter: Exporter,
    *,
    extract: Callable[[bytes], str] | None = None,
    waived: Mapping[str, str] | None = None,
    rows: int = ExporterConformance.rows,
    examples: int = ExporterConformance.examples,
) -> tuple[Verdict, ...]:
    """Make every check of an exporter, and give what became of each.

    Args:
        exporter: The exporter.
        extract: Gives the text of a file, for formats that the kit cannot read.
        waived: Checks that are not for this format, each with the reason.
        rows: How many rows the tables of the largest report have.
        examples: How many reports are drawn.

    >>> from cchc_core.plugins import find_plugins
    >>> verdicts = check_exporter(find_plugins().exporter("markdown"), rows=10, examples=2)
    >>> [verdict.demand.name for verdict in verdicts if verdict.failed]
    []
    """
    given = (exporter, extract, dict(waived or {}), rows, examples)
    return _suite_of(*given)().verdicts()


def _suite_of(
    given: Exporter, read: Callable[[bytes], str] | None, excused: Mapping[str, str], most: int, drawn: int
) -> type[ExporterConformance]:
    """Make the class that says these things."""

    class Given(ExporterConformance):
        """An exporter that was given to a function."""

        exporter = given
        extract = None if read is None else staticmethod(read)
        waived = excused
        rows = most
        examples = drawn

    return Given


def assert_exporter_conforms(
    exporter: Exporter,
    *,
    extract: Callable[[bytes], str] | None = None,
    waived: Mapping[str, str] | None = None,
    rows: int = ExporterConformance.rows,
    examples: int = ExporterConformance.examples,
) -> None:
    """Make every check of an exporter; see `check_exporter` for what it takes.

    Raises:
        ConformanceError: If a check fails; it tells of all that do, with what was seen and how to mend it.
    """
    verdicts = check_exporter(exporter, extract=extract, waived=waived, rows=rows, examples=examples)
    if any(verdict.failed for verdict in verdicts):
        raise ConformanceError(f"exporter {exporter.name}", verdicts)

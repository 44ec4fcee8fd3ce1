"""The suite of checks for forms, and the same as functions."""

from __future__ import annotations

from cchc_core.forms import Record
from cchc_core.testing.conformance.forms.bench import FormBench
from cchc_core.testing.conformance.forms.declaring import DeclaringChecks
from cchc_core.testing.conformance.forms.holding import HoldingChecks
from cchc_core.testing.conformance.verdicts import ConformanceError, Verdict

__all__ = ["FormConformance", "assert_form_conforms", "check_form"]


class FormConformance(HoldingChecks, DeclaringChecks):
    """The checks that every form passes; each is a test of its own under pytest.

    Inherit, and say what is checked::

        class TestVisits(FormConformance):
            record = Visits

    Attributes:
        record: The record class.
        examples: How many records are drawn.
    """

    record: type[Record] = Record

    @property
    def subject(self) -> object:
        """What is checked."""
        return self.record

    @property
    def subject_name(self) -> str:
        """What is checked, by name."""
        return f"form {self.record.__name__}"

    def _prepared(self) -> FormBench:
        return FormBench(self.record, self.examples)


def check_form(record: type[Record], *, examples: int = FormConformance.examples) -> tuple[Verdict, ...]:
    """Make every check of a form, and give what became of each.

    Args:
        record: The record class.
        examples: How many records are drawn.

    >>> from cchc_core import DossierRow
    >>> [verdict.demand.name for verdict in check_form(DossierRow) if verdict.failed]
    []
    """
    return _suite_of(record, examples)().verdicts()


def _suite_of(given: type[Record], drawn: int) -> type[FormConformance]:
    """Make the class that says these things."""

    class Given(FormConformance):
        """A form that was given to a function."""

        record = given
        examples = drawn

    return Given


def assert_form_conforms(record: type[Record], *, examples: int = FormConformance.examples) -> None:
    """Make every check of a form; see `check_form` for what it takes.

    Raises:
        ConformanceError: If a check fails; it tells of all that do, with what was seen and how to mend it.
    """
    verdicts = check_form(record, examples=examples)
    if any(verdict.failed for verdict in verdicts):
        raise ConformanceError(f"form {record.__name__}", verdicts)

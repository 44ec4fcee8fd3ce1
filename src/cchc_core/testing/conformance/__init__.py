"""The conformance kit: whether an exporter, a reader or a form does all that its contract says."""

from cchc_core.testing.conformance.exporters import ExporterConformance, assert_exporter_conforms, check_exporter
from cchc_core.testing.conformance.forms import FormConformance, assert_form_conforms, check_form
from cchc_core.testing.conformance.readers import ReaderConformance, assert_reader_conforms, check_reader
from cchc_core.testing.conformance.suite import demands_of
from cchc_core.testing.conformance.verdicts import ConformanceError, Demand, Verdict, VerdictStatus

__all__ = [
    "ConformanceError",
    "Demand",
    "ExporterConformance",
    "FormConformance",
    "ReaderConformance",
    "Verdict",
    "VerdictStatus",
    "assert_exporter_conforms",
    "assert_form_conforms",
    "assert_reader_conforms",
    "check_exporter",
    "check_form",
    "check_reader",
    "demands_of",
]

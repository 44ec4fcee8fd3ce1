"""Checks for exporters."""

from cchc_core.testing.conformance.exporters.suite import (
    ExporterConformance,
    assert_exporter_conforms,
    check_exporter,
)

__all__ = ["ExporterConformance", "assert_exporter_conforms", "check_exporter"]

"""Checks for readers."""

from cchc_core.testing.conformance.readers.suite import ReaderConformance, assert_reader_conforms, check_reader

__all__ = ["ReaderConformance", "assert_reader_conforms", "check_reader"]

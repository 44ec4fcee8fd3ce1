"""Hypothesis strategies derived from the declarations: what keeps every rule, what breaks one, what a file may hold.

``records``, ``tables`` and ``reports`` are consistent by construction. ``reports_breaking`` and ``records_breaking``
break one rule. Those whose names begin with ``any_`` give whatever a file can hold: figures that contradict one
another, figures below zero, hostile text; whatever reads, checks or exports a report has to take all of it.
"""

from cchc_core.testing.strategies.anything import (
    any_agencies,
    any_citations,
    any_documents,
    any_records,
    any_reports,
    any_tables,
    texts,
)
from cchc_core.testing.strategies.breaking import NoBreachError, comes_with, records_breaking, reports_breaking
from cchc_core.testing.strategies.documents import REGISTER, agencies, citations, documents, periods, signatories
from cchc_core.testing.strategies.records import records, reports, tables

__all__ = [
    "REGISTER",
    "NoBreachError",
    "agencies",
    "any_agencies",
    "any_citations",
    "any_documents",
    "any_records",
    "any_reports",
    "any_tables",
    "citations",
    "comes_with",
    "documents",
    "periods",
    "records",
    "records_breaking",
    "reports",
    "reports_breaking",
    "signatories",
    "tables",
    "texts",
]

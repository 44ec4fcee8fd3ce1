"""For those who test reports by properties; needs the extra ``cchc[testing]``."""

from cchc_core.testing.consistent import consistent_dossiers
from cchc_core.testing.strategies import (
    agencies,
    agency_tables,
    citations,
    documents,
    field_tables,
    level_tables,
    periods,
    records,
    reports,
    texts,
)

__all__ = [
    "agencies",
    "agency_tables",
    "citations",
    "consistent_dossiers",
    "documents",
    "field_tables",
    "level_tables",
    "periods",
    "records",
    "reports",
    "texts",
]

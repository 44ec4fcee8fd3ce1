from .consistent import consistent_dossiers
from .strategies import (
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

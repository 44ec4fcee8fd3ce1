"""The reference pages, made from the library at build time."""

from reference_pages.generated import GENERATORS, MARKER, filled, is_generated

__all__ = ["GENERATORS", "MARKER", "filled", "is_generated"]

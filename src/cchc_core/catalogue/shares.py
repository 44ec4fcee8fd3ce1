"""The rules that every share of the statistical appendix keeps."""

from __future__ import annotations

from cchc_core.catalogue.rules import ARE_023, ARE_024, ARE_025, ARE_026
from cchc_core.forms import ShareRules

__all__ = ["INDICATOR_SHARE"]

INDICATOR_SHARE = ShareRules(recomputed=ARE_024, extremes=ARE_025, no_base=ARE_026, part=ARE_023)
"""The rules on a share whose numerator is part of its denominator."""

"""Names by which hosts know a finding again in the next run, whatever came before it in the report meanwhile."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from hashlib import sha256

from cchc_core.checks import CheckResult, Finding, Place

__all__ = ["fingerprints_of"]

_NUMBER = re.compile(r"\[\d+\]")
_ANNEX = re.compile(r"annexes\[\d+\]")


def fingerprints_of(result: CheckResult) -> tuple[str, ...]:
    """Name each finding of a result alike in every run: other findings, rows and annexes may come before its own.

    Args:
        result: What the check gave.

    >>> from cchc_core import check, load
    >>> result = check(load("examples/dinh-hoa-2021.json"))
    >>> len(set(fingerprints_of(result))) == len(result.findings)
    True
    """
    annexes = {each.place.path: each.place.form for each in result.outcomes if _ANNEX.fullmatch(each.place.path)}
    seen: Counter[str] = Counter()
    names: list[str] = []
    for finding in result.findings:
        key = _key(finding, annexes)
        seen[key] += 1
        names.append(f"{key}:{seen[key]}")
    return tuple(names)


def _key(finding: Finding, annexes: Mapping[str, str]) -> str:
    path = _steady(finding.place, annexes)
    return sha256(f"{finding.code}\0{finding.relation}\0{path}".encode(errors="replace")).hexdigest()[:32]


def _steady(place: Place, annexes: Mapping[str, str]) -> str:
    """Write a path without what moves: an annex by its form, of which there is one, and a row by its label."""
    path = _ANNEX.sub(lambda found: f"annexes[{annexes.get(found[0], place.form)}]", place.path, count=1)
    return f"{_NUMBER.sub('[]', path)}\0{place.row}" if place.row else path

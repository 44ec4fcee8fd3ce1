"""Where on the page something stands, so that findings can lead to it."""

from __future__ import annotations

import re
from collections.abc import Collection

__all__ = ["Anchors", "name_of"]

_NOT_IN_NAMES = re.compile(r"[^\w.-]+", re.ASCII)
_LAST_STEP = re.compile(r"(?:\.\w+|\[\d+\])$")


class Anchors:
    """Hands each path that findings speak of to the first place on the page that shows it.

    Templates ask for an anchor as they write a place, from the top of the page down; the findings come last.

    >>> anchors = Anchors({"citations[9]"})
    >>> anchors.claimed("citations[9]"), anchors.claimed("citations[9]"), anchors.claimed("citations[8]")
    ('so-lieu.citations-9-', '', '')
    >>> anchors.nearest("citations[9].date")
    'so-lieu.citations-9-'
    """

    def __init__(self, wanted: Collection[str]) -> None:
        self._wanted = wanted
        self._claimed: dict[str, str] = {}

    def claimed(self, path: str) -> str:
        """Give the name of the anchor for this path; empty if none is wanted or another place has it."""
        if path not in self._wanted or path in self._claimed:
            return ""
        self._claimed[path] = f"so-lieu.{name_of(path)}"
        return self._claimed[path]

    def nearest(self, path: str) -> str:
        """Give the anchor of a path, or else of what holds it; empty if the page shows neither."""
        while path and path not in self._claimed:
            path = _LAST_STEP.sub("", path) if _LAST_STEP.search(path) else ""
        return self._claimed.get(path, "")


def name_of(path: str) -> str:
    """Write a path with nothing that a link would have to escape."""
    return _NOT_IN_NAMES.sub("-", path)

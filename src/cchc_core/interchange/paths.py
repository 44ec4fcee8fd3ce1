"""What is around something in a report, by its path."""

from __future__ import annotations

from collections.abc import Iterator

__all__ = ["around"]


def around(path: str) -> Iterator[str]:
    """Give a path, then the path of each record and list around it, up to the report, whose path is empty.

    Args:
        path: A path as findings have it.

    >>> list(around("annexes[1].visits.total"))
    ['annexes[1].visits.total', 'annexes[1].visits', 'annexes[1]', 'annexes', '']
    """
    yield path
    while path:
        path = path[: max(path.rfind("."), path.rfind("["), 0)]
        yield path

"""A text as it is told in what was seen: in quotation marks, and without its middle where it is long."""

from __future__ import annotations

__all__ = ["quoted"]

_LONGEST = 80


def quoted(text: str) -> str:
    """Put a text in quotation marks; of a long one its beginning, its end and its length are told.

    >>> quoted("Đất đai")
    "'Đất đai'"
    >>> quoted("=1+1 " + "x" * 300)
    "'=1+1 xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx'…'xxxxxxxxxxxxxxxxxxxx' (305 characters)"
    """
    if len(text) <= _LONGEST:
        return repr(text)
    return f"{text[: _LONGEST // 2]!r}…{text[-_LONGEST // 4 :]!r} ({len(text)} characters)"

"""Text reduced to its letters and digits, by which it is found again however it was escaped or laid out."""

from __future__ import annotations

import re
from unicodedata import normalize

__all__ = ["skeleton"]

_OTHERS = re.compile(r"[\W_]+")


def skeleton(text: str) -> str:
    r"""Give the letters and digits of a text, in small letters.

    >>> skeleton("**Đất** \\<đai\\> =1+1")
    'đấtđai11'
    """
    return _OTHERS.sub("", normalize("NFC", text).casefold())

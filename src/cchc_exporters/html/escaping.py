"""Text made safe for a page, wherever a template prints it."""

from __future__ import annotations

import re
from unicodedata import category

from markupsafe import Markup, escape

from cchc_core.prose import shown_text

__all__ = ["safe"]

_LAST_OF_PLANES = "".join(chr(plane << 16 | last) for plane in range(17) for last in (0xFFFE, 0xFFFF))
_NO_CHARACTERS = re.compile(f"[\ufdd0-\ufdef{_LAST_OF_PLANES}]")
"""Code points that no page may hold."""
_JOINING_JAMO = range(0x1160, 0x1200)


def safe(value: object) -> Markup:
    r"""Make what a template prints stand for itself: in NFC, no character of it markup, none that a page may not hold.

    A first character that would melt into what stands before it is written by its number.

    >>> print(safe("<b>1 & 2</b>\x00"), safe("\u0338!"), safe("\ufffe") == "\ufffd", safe(Markup("<b>")))
    &lt;b&gt;1 &amp; 2&lt;/b&gt;  &#824;! True <b>
    """
    if isinstance(value, Markup):
        return value
    text = _NO_CHARACTERS.sub("\N{REPLACEMENT CHARACTER}", shown_text(str(value)))
    if text and (category(text[0]).startswith("M") or ord(text[0]) in _JOINING_JAMO):
        return Markup(f"&#{ord(text[0])};") + escape(text[1:])  # noqa: S704 - digits alone
    return escape(text)

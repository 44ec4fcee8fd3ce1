"""The line of each value of a JSON file, for tools that show findings beside its text."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping

from attrs import define

__all__ = ["lines_of"]

_WORD = re.compile(r'"(?:[^"\\]|\\.)*"|[{}\[\],]|[^\s{}\[\],:"]+', re.DOTALL)


@define
class _Holder:
    """An object or list that is being read: its path, and the key or number of what comes next in it."""

    path: str
    is_list: bool
    key: str | None = None
    number: int = 0

    def next_path(self) -> str:
        """Give the path of the value that comes next."""
        if self.is_list:
            return f"{self.path}[{self.number}]"
        return f"{self.path}.{self.key}" if self.path else f"{self.key}"


def lines_of(content: bytes) -> Mapping[str, int]:
    r"""Find the line on which each value of a JSON file stands, counted from 1, by the path that findings use.

    Args:
        content: The bytes of the file. What is no JSON has no such lines: a workbook, or text that breaks off.

    >>> lines = lines_of(b'{\n  "a": {\n    "b": [0,\n 5]\n  }\n}')
    >>> lines["a"], lines["a.b"], lines["a.b[1]"]
    (2, 3, 4)
    >>> lines_of(b"PK")
    {}
    """
    try:
        text = content.decode("utf-8-sig")
        json.loads(text)
    except (UnicodeDecodeError, ValueError, RecursionError):
        return {}
    return _found(text.replace("\r\n", "\n").replace("\r", "\n"))


def _found(text: str) -> dict[str, int]:
    """Walk through text that is known to be JSON."""
    found: dict[str, int] = {}
    holders = [_Holder("", is_list=False, key="")]
    line, seen = 1, 0
    for match in _WORD.finditer(text):
        line += text.count("\n", seen, match.start())
        seen, word, holder = match.start(), match[0], holders[-1]
        if word in {"}", "]"}:
            holders.pop()
        elif word == ",":
            holder.key, holder.number = None, holder.number + 1
        elif not holder.is_list and holder.key is None:
            holder.key = json.loads(word)
            found.setdefault(holder.next_path(), line)
        else:
            found.setdefault(holder.next_path(), line)
            if word in {"{", "["}:
                holders.append(_Holder(holder.next_path(), is_list=word == "["))
    return found

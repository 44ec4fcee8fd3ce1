"""JSON text to plain values, keeping what an ordinary parser hides: repeated keys, NaN, 12.9."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator

from cchc_core.errors import Fault

__all__ = ["NotAnInteger", "parse_json"]

_LONGEST_INTEGER = 4000
_EXCERPT = 20


class NotAnInteger:
    """A number of the text that is no integer a figure could be: ``12.9``, ``1e3``, ``NaN``.

    Args:
        text: The number as written.
    """

    __slots__ = ("text",)

    def __init__(self, text: str) -> None:
        self.text = text


class _Object(dict[str, object]):
    """An object that remembers which keys stood in it more than once."""

    def __init__(self, pairs: list[tuple[str, object]]) -> None:
        super().__init__(pairs)
        self.repeated = {key: times for key, times in Counter(key for key, _ in pairs).items() if times > 1}


def parse_json(content: bytes) -> tuple[object, list[Fault]]:
    """Parse JSON text.

    Args:
        content: The bytes of the file; a byte order mark is passed over.

    Returns:
        The value, and the faults that only the text shows. Where it cannot be parsed at all, the
        value is ``None`` and there is one fault.
    """
    if not content.strip():
        return None, [Fault("", "empty")]
    try:
        text = content.decode("utf-8-sig")
        tree = json.loads(
            text,
            object_pairs_hook=_Object,
            parse_float=NotAnInteger,
            parse_constant=NotAnInteger,
            parse_int=_integer,
        )
        faults = list(_faults(tree, ""))
    except UnicodeDecodeError as error:
        return None, [Fault("", "not_utf8", {"position": str(error.start + 1)})]
    except json.JSONDecodeError as error:
        near = json.dumps(error.doc[error.pos : error.pos + _EXCERPT], ensure_ascii=False)
        return None, [Fault("", "not_json", {"line": str(error.lineno), "column": str(error.colno), "near": near})]
    except RecursionError:
        return None, [Fault("", "too_deep")]
    return tree, faults


def _integer(text: str) -> int | NotAnInteger:
    return int(text) if len(text) <= _LONGEST_INTEGER else NotAnInteger(text[:20] + "…")


def _faults(value: object, path: str) -> Iterator[Fault]:
    """Find repeated keys and broken characters, wherever they stand."""
    if isinstance(value, _Object):
        for key, times in value.repeated.items():
            yield Fault(f"{path}.{key}" if path else key, "duplicate_key", {"times": str(times)})
        for key, each in value.items():
            yield from _faults(key, path)
            yield from _faults(each, f"{path}.{key}" if path else key)
    elif isinstance(value, list):
        for index, each in enumerate(value):
            yield from _faults(each, f"{path}[{index}]")
    elif isinstance(value, str) and any("\ud800" <= character <= "\udfff" for character in value):
        yield Fault(path, "broken_text")

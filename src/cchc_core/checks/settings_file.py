"""The settings of a site as a small TOML file, usually ``cchc.toml``."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from typing import Any

from cchc_core.checks.rulebook import RULE_BOOK, RuleBook
from cchc_core.checks.settings import Settings
from cchc_core.errors import Fault, ReadError
from cchc_core.rules import Severity

__all__ = ["blocked_by", "read_settings"]

_SEVERITIES = {each.value: each for each in Severity}


def read_settings(content: bytes, origin: str = "", *, book: RuleBook = RULE_BOOK, strict: bool = True) -> Settings:
    """Read the settings of a site.

    Args:
        content: The bytes of the TOML file.
        origin: Name of the file, for messages.
        book: The rules that there are.
        strict: Whether a rule that is not known is a fault; else it is passed over.

    Raises:
        ReadError: If it is not such a file; it lists every fault with its key.

    >>> read_settings(b'rules.severity.ONL-004 = "info"').severities["ONL-004"]
    <Severity.INFO: 'info'>
    """
    tree = _tree(content, origin)
    codes = [rule.code for rule in book.rules]
    faults = [fault for fault in _faults(tree, codes) if strict or fault.kind != "unknown_rule"]
    if faults:
        raise ReadError(faults, origin)
    rules = tree.get("rules", {})
    given: dict[str, str] = rules.get("severity", {})
    severities = {code: _SEVERITIES[value] for code, value in given.items() if code in codes}
    return Settings(off=(code for code in rules.get("off", ()) if code in codes), severities=severities)


def blocked_by(content: bytes, origin: str = "") -> frozenset[str]:
    """Give the names of the plugins that a site does not want loaded: which rules there are depends on them.

    Args:
        content: The bytes of the TOML file.
        origin: Name of the file, for messages.

    Raises:
        ReadError: If it is not such a file.

    >>> sorted(blocked_by(b'plugins.blocked = ["csv"]'))
    ['csv']
    """
    tree = _tree(content, origin)
    faults = list(_plugin_faults(tree.get("plugins", {})))
    if faults:
        raise ReadError(faults, origin)
    return frozenset(tree.get("plugins", {}).get("blocked", ()))


def _tree(content: bytes, origin: str) -> dict[str, Any]:
    try:
        return tomllib.loads(content.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        raise ReadError([Fault("", "not_utf8", {"position": str(error.start + 1)})], origin) from None
    except tomllib.TOMLDecodeError as error:
        raise ReadError([Fault("", "not_toml", {"reason": str(error)})], origin) from None


def _faults(tree: Mapping[str, Any], codes: list[str]) -> Iterator[Fault]:
    rules = tree.get("rules", {})
    if not isinstance(rules, dict):
        yield Fault("rules", "not_object", {"found": repr(rules)})
        return
    yield from (Fault(key, "unknown_key") for key in tree if key not in {"rules", "plugins"})
    yield from _plugin_faults(tree.get("plugins", {}))
    yield from (Fault(f"rules.{key}", "unknown_key") for key in rules if key not in {"off", "severity"})
    yield from _off_faults(rules.get("off", []), codes)
    yield from _severity_faults(rules.get("severity", {}), codes)


def _plugin_faults(plugins: object) -> Iterator[Fault]:
    if not isinstance(plugins, dict):
        yield Fault("plugins", "not_object", {"found": repr(plugins)})
        return
    yield from (Fault(f"plugins.{key}", "unknown_key") for key in plugins if key != "blocked")
    blocked = plugins.get("blocked", [])
    if not isinstance(blocked, list):
        yield Fault("plugins.blocked", "not_list", {"found": repr(blocked)})
        return
    for index, name in enumerate(blocked):
        if not isinstance(name, str):
            yield Fault(f"plugins.blocked[{index}]", "not_text", {"found": repr(name)})


def _off_faults(off: object, codes: list[str]) -> Iterator[Fault]:
    if not isinstance(off, list):
        yield Fault("rules.off", "not_list", {"found": repr(off)})
        return
    for index, code in enumerate(off):
        if code not in codes:
            yield Fault(f"rules.off[{index}]", "unknown_rule", {"found": str(code)})


def _severity_faults(severities: object, codes: list[str]) -> Iterator[Fault]:
    if not isinstance(severities, dict):
        yield Fault("rules.severity", "not_object", {"found": repr(severities)})
        return
    for code, value in severities.items():
        path = f"rules.severity.{code}"
        if code not in codes:
            yield Fault(path, "unknown_rule", {"found": code})
        if not isinstance(value, str) or value not in _SEVERITIES:
            yield Fault(path, "not_choice", {"found": repr(value), "choices": ", ".join(_SEVERITIES)})

"""Exporters, readers, hooks and commands of the library as Markdown."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterator, Sequence
from typing import Any

import click

from cchc_core.cli.main import build
from cchc_core.cli.setting import values_of
from cchc_core.plugins import find_plugins
from cchc_core.plugins import hooks as hook_page
from cchc_core.plugins.hooks import PROJECT
from reference_pages.marks import code, table, text

__all__ = ["commands", "entry_points", "exporters", "hooks", "options", "readers"]

_WIDTH = 100
_MANY = 4


def entry_points() -> Iterator[str]:
    """Give the plugins of the library, and what each registers."""
    yield from table(
        ("Plugin", "Module", "What it registers"),
        (
            (code(each.name), code(each.module), "; ".join(_registered(*given) for given in each.registered.items()))
            for each in find_plugins().installed
            if each.package == PROJECT
        ),
    )


def exporters() -> Iterator[str]:
    """Give the exporters that are installed with the library."""
    yield from table(
        ("Name", "Suffix", "Media type", "What it writes"),
        (
            (code(each.name), code(each.suffix), code(each.media_type), text(each.title))
            for each in find_plugins().exporters.values()
        ),
    )


def options() -> Iterator[str]:
    """Give the options of these exporters, as ``--set`` takes them."""
    yield from table(
        ("Exporter", "Option", "Values", "Default", "What it does"),
        (
            (
                code(each.name),
                code(spec.name),
                text(values_of(spec, "en")),
                code(spec.default_text),
                text(spec.title.en),
            )
            for each in find_plugins().exporters.values()
            for spec in each.option_specs
        ),
    )


def readers() -> Iterator[str]:
    """Give the readers that are installed with the library."""
    yield from table(
        ("Name", "Suffixes", "What it reads"),
        (
            (code(each.name), ", ".join(map(code, each.suffixes)), text(each.title))
            for each in find_plugins().readers.values()
        ),
    )


def hooks() -> Iterator[str]:
    """Give every hook with the first line of its docstring."""
    names = [name for name in vars(hook_page) if name.startswith("cchc_register_")]
    yield from table(
        ("Hook", "What a plugin gives"), ((code(name), _first_line(getattr(hook_page, name))) for name in names)
    )


def commands() -> Iterator[str]:
    """Give the help of the command and of each of its commands."""
    group = build("en")
    root = click.Context(group, info_name="cchc", terminal_width=_WIDTH)
    yield from _help(group, root)
    for name, command in sorted(group.commands.items()):
        yield from ("", f"(cchc-{name})=", f"## cchc {name}")
        yield from _help(command, click.Context(command, parent=root, info_name=name, terminal_width=_WIDTH))


def _help(command: click.Command, context: click.Context) -> Iterator[str]:
    yield from ("", "```text", *command.get_help(context).splitlines(), "```", "")


def _registered(what: str, names: Sequence[str]) -> str:
    """Say what a plugin registers, by name unless there are many."""
    each = list(dict.fromkeys(names))
    return f"{len(each)} {what}" if len(each) > _MANY else f"{what} {', '.join(map(code, each))}"


def _first_line(documented: Callable[..., Any]) -> str:
    return text((inspect.getdoc(documented) or "").partition("\n")[0])

"""Click commands whose own words, usage and errors too, are said in the chosen language."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, MutableMapping

import click

from cchc_core.words import Language, say

__all__ = ["Commands", "LocalisedCommand", "LocalisedGroup", "usage_message"]


class UnknownCommandError(click.UsageError):
    """Raised for a command there is not; its message is complete as it stands."""


class LocalisedCommand(click.Command):
    """A command that says "Cách dùng" and "Tùy chọn", and shows examples and exit codes."""

    def __init__(self, name: str, lang: Language, *, examples: tuple[str, ...], **settings: object) -> None:
        super().__init__(name, help=say(f"cli.{name}.help", lang), **settings)  # type: ignore[arg-type]
        self.lang: Language = lang
        self.examples = examples

    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the usage line."""
        _write_usage(self, ctx, formatter, self.lang)

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the options."""
        _write_options(self, ctx, formatter, self.lang)

    def format_epilog(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write examples and exit codes."""
        _write_epilog(ctx, formatter, self.examples, self.lang)


class Commands(MutableMapping[str, click.Command]):
    """Commands by name, each made when it is first asked for.

    Args:
        make: Makes a command by its name.
        names: The names.
    """

    def __init__(self, make: Callable[[str], click.Command], names: Iterable[str]) -> None:
        self._make = make
        self._made: dict[str, click.Command | None] = dict.fromkeys(names)

    def __getitem__(self, name: str) -> click.Command:
        """Give a command.

        Raises:
            KeyError: If there is none of this name.
        """
        made = self._made[name]
        if made is None:
            made = self._made[name] = self._make(name)
        return made

    def __setitem__(self, name: str, command: click.Command) -> None:
        """Put a command in the place of another."""
        self._made[name] = command

    def __delitem__(self, name: str) -> None:
        """Take a command away."""
        del self._made[name]

    def __iter__(self) -> Iterator[str]:
        """Give the names; nothing is made for that."""
        return iter(self._made)

    def __len__(self) -> int:
        """Count the commands."""
        return len(self._made)


class LocalisedGroup(click.Group):
    """The command ``cchc`` itself, with the same words."""

    def __init__(self, name: str, lang: Language, *, examples: tuple[str, ...], **settings: object) -> None:
        super().__init__(name, help=say("cli.help", lang), **settings)  # type: ignore[arg-type]
        self.lang: Language = lang
        self.examples = examples

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Find the command, or say which there are."""
        if args[0] not in self.list_commands(ctx) and not args[0].startswith("-"):
            known = ", ".join(self.list_commands(ctx))
            raise UnknownCommandError(say("cli.no_such_command", self.lang, name=args[0], known=known), ctx)
        return super().resolve_command(ctx, args)

    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the usage line."""
        _write_usage(self, ctx, formatter, self.lang)

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the options, and then the commands."""
        _write_options(self, ctx, formatter, self.lang)
        with formatter.section(say("cli.commands", self.lang)):
            formatter.write_dl([(name, say(f"cli.{name}.help", self.lang)) for name in sorted(self.commands)])

    def format_epilog(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write examples and exit codes."""
        _write_epilog(ctx, formatter, self.examples, self.lang)


def usage_message(error: click.ClickException, lang: Language) -> str:
    """Say what is wrong with a command line, in the chosen language."""
    if isinstance(error, UnknownCommandError):
        return error.message
    if isinstance(error, click.NoSuchOption):
        names = ", ".join(error.possibilities or ())
        hint = say("cli.did_you_mean", lang, names=names) if names else ""
        return say("cli.no_such_option", lang, name=error.option_name, hint=hint)
    if isinstance(error, click.MissingParameter) and error.param is not None:
        return say("cli.missing", lang, name=_name(error.param))
    if isinstance(error, click.BadParameter) and error.param is not None and isinstance(error.param.type, click.Choice):
        choices = ", ".join(map(str, error.param.type.choices))
        value = error.message.partition(" ")[0].strip("'")
        return say("cli.bad_choice", lang, name=_name(error.param), choices=choices, value=value)
    if (
        isinstance(error, click.BadParameter)
        and error.param is not None
        and isinstance(error.param.type, click.IntRange)
    ):
        return say("cli.bad_number", lang, name=_name(error.param), least=error.param.type.min)
    return say("cli.misuse", lang, reason=error.format_message())


def _name(param: click.Parameter) -> str:
    return param.opts[0] if isinstance(param, click.Option) else param.human_readable_name


def _write_usage(command: click.Command, ctx: click.Context, formatter: click.HelpFormatter, lang: Language) -> None:
    pieces = " ".join(command.collect_usage_pieces(ctx))
    formatter.write_usage(ctx.command_path, pieces, prefix=say("cli.usage", lang))


def _write_options(command: click.Command, ctx: click.Context, formatter: click.HelpFormatter, lang: Language) -> None:
    records = []
    for param in command.get_params(ctx):
        record = param.get_help_record(ctx)
        if isinstance(param, click.Option) and record is not None:
            is_help = "--help" in param.opts
            records.append((record[0], say("cli.option.help", lang) if is_help else record[1]))
    with formatter.section(say("cli.options", lang)):
        formatter.write_dl(records)


def _write_epilog(
    ctx: click.Context, formatter: click.HelpFormatter, examples: tuple[str, ...], lang: Language
) -> None:
    with formatter.section(say("cli.examples", lang)):
        for example in examples:
            formatter.write_text(f"{ctx.find_root().command_path} {example}")
    formatter.write_paragraph()
    formatter.write_text(say("cli.exit_codes", lang))

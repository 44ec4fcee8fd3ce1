"""The command that writes a form to fill in."""

from __future__ import annotations

from pathlib import Path

import click
from attrs import evolve, fields, frozen
from click.shell_completion import CompletionItem

from cchc_core.cli.asked import PERIODS, period_asked, tier_of_name
from cchc_core.cli.ending import CLEAN, Stop
from cchc_core.cli.files import opened, save_or_stop, site_of, warn_of
from cchc_core.cli.localised import LocalisedCommand
from cchc_core.cli.options import complete_file
from cchc_core.cli.output import print_lines
from cchc_core.conditions import agencies_known_as
from cchc_core.errors import ReadError
from cchc_core.forms import form_of
from cchc_core.plugins import Plugins, Reader, TemplateJob, called, find_plugins
from cchc_core.report import CATALOGUE, ND09_2019, Agency, Period, Report, Tier
from cchc_core.words import Language, say

__all__ = ["template_command"]

_TARGET = "bieu-mau.xlsx"
_TABLES = ("level", "field", "agency")
_USUAL_ROWS = fields(TemplateJob).rows.default


@frozen(kw_only=True)
class _Asked:
    """What was asked for on the command line, as it was written."""

    forms: tuple[str, ...]
    target: str
    agency: str | None
    tier: str | None
    code: str | None
    period: str | None
    calendar: str
    tables: tuple[str, ...]
    rows: int
    origin: str | None
    force: bool


def template_command(lang: Language) -> click.Command:
    """Make ``cchc template``."""

    def run(**given: object) -> int:
        given.pop("lang", None)
        return _write(_Asked(**given), lang)  # type: ignore[arg-type]  # click gives what the options below say

    return LocalisedCommand(
        "template",
        lang,
        examples=(
            f"template -o {_TARGET}",
            'template dossiers --agency "Ủy ban nhân dân xã Định Hóa" --period 2026-Q3',
            "template --from examples/dinh-hoa-2021.json -o da-dien.xlsx",
        ),
        params=[
            click.Argument(["forms"], nargs=-1, metavar="[FORM]...", shell_complete=_complete_form),
            click.Option(
                ["-o", "--output", "target"],
                metavar="FILE",
                default=_TARGET,
                shell_complete=complete_file,
                help=say("cli.option.template", lang),
            ),
            *_who_and_when(lang),
            click.Option(
                ["--table", "tables"],
                type=click.Choice(_TABLES),
                multiple=True,
                help=say("cli.option.table", lang),
            ),
            click.Option(
                ["--rows", "rows"],
                type=click.IntRange(min=1),
                metavar="N",
                default=_USUAL_ROWS,
                help=say("cli.option.rows", lang),
            ),
            click.Option(
                ["--from", "origin"], metavar="REPORT", shell_complete=complete_file, help=say("cli.option.from", lang)
            ),
            click.Option(["--force", "force"], is_flag=True, help=say("cli.option.force", lang)),
        ],
        callback=run,
    )


def _who_and_when(lang: Language) -> list[click.Parameter]:
    tiers = tuple(tier.value for tier in Tier)
    return [
        click.Option(
            ["--agency", "agency"], metavar="NAME", shell_complete=_complete_agency, help=say("cli.option.agency", lang)
        ),
        click.Option(["--tier", "tier"], type=click.Choice(tiers), help=say("cli.option.tier", lang)),
        click.Option(["--code", "code"], metavar="CODE", help=say("cli.option.code", lang)),
        click.Option(
            ["--period", "period"],
            metavar="PERIOD",
            shell_complete=_complete_period,
            help=say("cli.option.period", lang, choices=", ".join(PERIODS)),
        ),
        click.Option(
            ["--calendar", "calendar"],
            metavar="NAME",
            default=ND09_2019.name,
            shell_complete=_complete_calendar,
            help=say("cli.option.calendar", lang),
        ),
    ]


def _write(asked: _Asked, lang: Language) -> int:
    """Write the form, and say what to do with it."""
    site = site_of(None, lang)
    plugins = site.plugins
    period = _period(asked, plugins, lang)
    report = opened(asked.origin, site).report if asked.origin else None
    if report is not None and report.annexes:
        titles = "; ".join(form_of(each).title for each in report.annexes)
        warn_of(say("cli.template_annexes", lang, titles=titles), lang)
    target = _target(asked, lang)
    job = TemplateJob(
        forms=asked.forms,
        tables=asked.tables,
        rows=asked.rows,
        agency=_agency(asked, report, _known(asked, plugins, period, lang), lang),
        period=period,
        report=report,
        lang=lang,
    )
    content = _made(job, plugins, lang)
    save_or_stop({target: content}, lang)
    print_lines([("green", say("cli.wrote", lang, path=target, size=len(content)))])
    print_lines([("", say("cli.template_next", lang, path=target))])
    return CLEAN


def _made(job: TemplateJob, plugins: Plugins, lang: Language) -> bytes:
    """Have the form made by the first reader that can, blaming it by name for whatever goes wrong in it."""
    reader = _reader(plugins, lang)
    assert reader.template is not None  # noqa: S101 - asked by _reader
    try:
        return called(plugins.label_of("readers", reader.name), "template", reader.template, job, bytes)
    except ReadError as error:
        raise Stop(error.describe(lang), error.faults) from None


def _reader(plugins: Plugins, lang: Language) -> Reader:
    for reader in plugins.readers.values():
        if reader.template is not None:
            return reader
    raise Stop(say("cli.no_template", lang))


def _target(asked: _Asked, lang: Language) -> Path:
    """Refuse to overwrite what may have been filled in already."""
    target = Path(asked.target)
    if asked.origin and target.exists() and Path(asked.origin).exists() and target.samefile(asked.origin):
        raise Stop(say("cli.template_original", lang, path=target))
    if target.exists() and not target.is_dir() and not asked.force:
        raise Stop(say("cli.fix_exists", lang, path=target))
    return target


def _period(asked: _Asked, plugins: Plugins, lang: Language) -> Period | None:
    calendar = plugins.calendar(asked.calendar)
    if asked.period is None:
        return None
    try:
        return period_asked(asked.period, calendar)
    except ReadError as error:
        raise Stop(error.describe(lang), error.faults) from None


def _known(asked: _Asked, plugins: Plugins, period: Period | None, lang: Language) -> Agency | None:
    """Find the agency asked for, by name or code, in the registers that plugins bring."""
    if asked.agency is None:
        return None
    on = None if period is None else period.end
    found = agencies_known_as(asked.agency, plugins.agencies, on)
    if len(found) > 1:
        choices = ", ".join(f"{each.name} ({each.code})" for each in found)
        raise Stop(say("cli.template_agencies", lang, name=asked.agency, choices=choices))
    return found[0] if found else None


def _agency(asked: _Asked, report: Report | None, registered: Agency | None, lang: Language) -> Agency | None:
    """Give who reports: as asked for and registered, else as the report to start from says."""
    known = None if report is None else report.agency
    if asked.agency is None and known is None:
        if asked.tier or asked.code:
            raise Stop(say("cli.template_no_agency", lang))
        return None
    made = known
    if asked.agency is not None and (known is None or known.name != asked.agency):
        made = registered or Agency(name=asked.agency, tier=_tier(asked.agency, asked.tier, lang))
    assert made is not None  # noqa: S101 - one of the two is there
    made = evolve(made, tier=Tier(asked.tier)) if asked.tier else made
    return made if asked.code is None else evolve(made, code=asked.code)


def _tier(name: str, asked: str | None, lang: Language) -> Tier:
    """Give the tier asked for, or else the one that the name makes certain."""
    tier = Tier(asked) if asked else tier_of_name(name)
    if tier is None:
        raise Stop(say("cli.template_no_tier", lang, name=name, choices=", ".join(each.value for each in Tier)))
    return tier


def _complete_agency(_: click.Context, __: click.Parameter, incomplete: str) -> list[CompletionItem]:
    registers = find_plugins().agencies
    return [
        CompletionItem(agency.name, help=agency.code)
        for register in registers
        for agency in register.agencies
        if agency.name.startswith(incomplete) or agency.code.startswith(incomplete)
    ]


def _complete_form(_: click.Context, __: click.Parameter, incomplete: str) -> list[CompletionItem]:
    return [CompletionItem(form.key, help=form.title) for form in CATALOGUE if form.key.startswith(incomplete)]


def _complete_period(_: click.Context, __: click.Parameter, incomplete: str) -> list[CompletionItem]:
    return [CompletionItem(text) for text in PERIODS if text.startswith(incomplete)]


def _complete_calendar(_: click.Context, __: click.Parameter, incomplete: str) -> list[CompletionItem]:
    found = find_plugins().calendars
    return [CompletionItem(name, help=each.title) for name, each in found.items() if name.startswith(incomplete)]

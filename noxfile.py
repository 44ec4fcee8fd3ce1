"""Sessions of the project: ``nox -l`` lists them, ``nox -s NAME`` runs one."""

from __future__ import annotations

from pathlib import Path

import nox

nox.needs_version = ">=2024.10.9"
nox.options.sessions = ["tests", "lint", "typing", "docs", "examples", "plugins"]
nox.options.error_on_missing_interpreters = False
nox.options.reuse_existing_virtualenvs = True

PROJECT = nox.project.load_toml("pyproject.toml")
PYTHONS = nox.project.python_versions(PROJECT)


def _install(session: nox.Session, *groups: str) -> None:
    # A wheel, not an editable install: Python reads the path of one in the locale's encoding, which may be ASCII.
    session.install(*nox.project.dependency_groups(PROJECT, *groups), ".[excel,testing]")


@nox.session(python=PYTHONS)
def tests(session: nox.Session) -> None:
    """Run the tests, docstring examples included, and hold the core to full branch coverage."""
    _install(session, "tests")
    session.run("coverage", "erase", "--data-file", f".coverage.{session.name}")
    data = {"COVERAGE_FILE": f".coverage.{session.name}"}
    if session.posargs:
        session.run("python", "-m", "coverage", "run", "-m", "pytest", *session.posargs, env=data)
        return
    shared = ("-m", "pytest", "--numprocesses=auto", "--dist=loadfile", "-m")
    session.run("python", "-m", "coverage", "run", *shared, "not unmeasured", env=data)
    session.run("python", "-m", "coverage", "combine", "--quiet", env=data)
    session.run("python", "-m", "coverage", "report", "--fail-under=100", "--include=*/cchc_core/*", env=data)
    session.run("python", *shared, "unmeasured")


@nox.session
def typing(session: nox.Session) -> None:
    """Check types with mypy strict and pyright, the files under tests/typing included."""
    _install(session, "typing")
    session.run("mypy")
    session.run("pyright")


@nox.session
def lint(session: nox.Session) -> None:
    """Check style with ruff, import contracts with import-linter, spelling with codespell."""
    _install(session, "lint")
    session.run("ruff", "check")
    session.run("ruff", "format", "--check")
    session.run("lint-imports")
    session.run("codespell")


@nox.session
def docs(session: nox.Session) -> None:
    """Build the documentation; a warning fails."""
    _install(session, "docs")
    session.run("sphinx-build", "-W", "--keep-going", "-b", "html", "docs", "docs/_build/html")


@nox.session
def examples(session: nox.Session) -> None:
    """Check, export and fill in the example as the README does, from an installed wheel."""
    session.install(".[excel]")
    folder = session.create_tmp()
    session.run("cchc", "check", "examples/dinh-hoa-2021.json", success_codes=[1])
    formats = [word for name in ("xlsx", "html", "markdown", "json") for word in ("--to", name)]
    session.run("cchc", "export", "examples/dinh-hoa-2021.json", *formats, "-o", folder, success_codes=[1])
    form = f"{folder}/bieu-mau.xlsx"
    session.run("cchc", "template", "--from", "examples/dinh-hoa-2021.json", "-o", form, "--force")
    session.run("cchc", "check", form, success_codes=[1])
    session.run("cchc", "annotate", form, "--force", success_codes=[1])


@nox.session
def plugins(session: nox.Session) -> None:
    """Test each plugin under examples/ from its own folder, as its author would, and use what they write."""
    session.install(".[testing]")
    packages = sorted(Path("examples").glob("*/pyproject.toml"))
    for package in packages:
        groups = nox.project.dependency_groups(nox.project.load_toml(package), "tests")
        session.install(str(package.parent), *groups)
        with session.chdir(package.parent):
            session.run("python", "-m", "pytest")
            session.run("mypy")
    session.run("cchc", "plugins")
    formats = [word for package in packages for word in ("--to", package.parent.name.removeprefix("cchc-"))]
    folder = session.create_tmp()
    session.run("cchc", "export", "examples/dinh-hoa-2021.json", *formats, "-o", folder, success_codes=[1])


@nox.session
def bench(session: nox.Session) -> None:
    """Print speed and memory as ratios against a named baseline of the same run."""
    _install(session, "tests", "bench")
    session.run("python", "benchmarks/bench.py", *session.posargs)
    session.run("python", "benchmarks/templates.py")
    session.run("python", "benchmarks/localise.py")
    session.run("python", "benchmarks/strategies.py")


@nox.session(python="3.11")
def minimum(session: nox.Session) -> None:
    """Run the tests with the oldest dependencies the project allows."""
    wanted = PROJECT["project"]["dependencies"] + PROJECT["project"]["optional-dependencies"]["excel"]
    lows = [each.replace(">=", "==") for each in wanted]
    session.install(*nox.project.dependency_groups(PROJECT, "tests"), ".[excel,testing]", *lows)
    session.run("python", "-m", "pytest", *(session.posargs or ("--numprocesses=auto", "--dist=loadfile")))

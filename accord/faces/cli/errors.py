"""Every error as one or two plain sentences, in the language of the reader. The only mapping there is.

What is wrong, where, what to do. Exit status 1: a check failed, or the act would have no
effect; 2: wrong usage or input that cannot be read. A traceback is shown to those who ask
for it with ACCORD_DEBUG=1, and to nobody else.
"""

from __future__ import annotations

import errno
from typing import Any

import click

from accord.faces.cli.face import marked

MACHINE = frozenset({"RecordStopped", "LostCommit", "NotStored", "AlreadyDifferent", "TableChanged", "TableMalformed"})
"""Faults of disk or installation, by name: their rooms need not be loaded to tell one."""

FAILED = 1
WRONG = 2


class Complaint(Exception):
    """What a command itself has to say: a code of `error.*` words with its values."""

    def __init__(self, code: str, status: int = WRONG, **values: object) -> None:
        super().__init__(code)
        self.code = code
        self.values = values
        self.status = status


class Failed(Exception):
    """A check failed, and the output has said so already: only the exit status is left to tell."""


def explain(error: BaseException, lang: str) -> tuple[str, int]:
    """The sentence for an error, and the exit status.

    >>> explain(Complaint("error.missing", file="act.json"), "en")
    ('act.json does not exist.', 2)
    """
    from accord.analysis.unfit import Unfit
    from accord.words.catalogue import has, say

    if isinstance(error, Unfit):
        from accord.faces.unfit import told

        return told(lang, error), WRONG
    code, values, status = _code(error)
    if code == "error.not-there":
        label = f"field.{values['kind']}"
        values["kind"] = say(lang, label) if has(lang, label) else values["kind"]
    if code.startswith("reason.") and not has(lang, code):
        code, values = "error.refused", {"why": str(error)}
    if code == "error.malformed" and "problem" in values:
        values["why"] = say(lang, values.pop("problem"), **values.pop("details"))
    elif "why" in values:
        values["why"] = marked(str(values["why"]), lang)
    return say(lang, code, **values), status


def _code(error: BaseException) -> tuple[str, dict[str, Any], int]:
    """Code, values and exit status of an error."""
    if isinstance(error, Complaint):
        return error.code, dict(error.values), error.status
    if isinstance(error, click.ClickException):
        return *_usage(error), WRONG
    if isinstance(error, OSError):
        return *_file(error), WRONG
    return _domain(error)


def _usage(error: click.ClickException) -> tuple[str, dict[str, Any]]:
    if isinstance(error, click.NoSuchOption):
        return "error.no-such-option", {"option": error.option_name}
    if isinstance(error, click.MissingParameter):
        return "error.missing-argument", {"name": _parameter(error)}
    if isinstance(error, click.BadParameter) and error.param is not None:
        if isinstance(error.param.type, click.Choice):
            return "error.bad-choice", {
                "name": _parameter(error),
                "choices": ", ".join(str(choice) for choice in error.param.type.choices),
            }
        if isinstance(error.param.type, click.IntRange) and "not in the range" in error.message:
            limits = {"least": error.param.type.min, "most": error.param.type.max}
            return "error.out-of-range", {"name": _parameter(error), **limits}
        if isinstance(error.param.type, click.types.IntParamType):
            return "error.not-a-number", {"name": _parameter(error)}
        if isinstance(error.param.type, click.DateTime):
            return "error.not-a-day", {"name": _parameter(error)}
    if type(error).__name__ == "NoSuchCommand":  # click has the class since 8.4
        return "error.no-such-verb", {"name": str(getattr(error, "command_name", ""))[:40]}
    if isinstance(error, click.BadOptionUsage):
        return "error.option-wants-value", {"option": error.option_name}
    if isinstance(error, click.UsageError) and "extra argument" in error.message:
        return "error.too-many-arguments", {"arguments": error.message.partition("(")[2].rstrip(")")}
    return "error.usage", {"why": error.format_message().rstrip(".")}


def _parameter(error: click.BadParameter) -> str:
    if isinstance(error.param, click.Option):
        return error.param.opts[0]
    return (error.param.name or "").upper() if error.param is not None else ""


def _file(error: OSError) -> tuple[str, dict[str, Any]]:
    name = str(error.filename) if error.filename is not None else ""
    if not name:
        return "error.machine", {"why": str(error)}
    if isinstance(error, FileNotFoundError):
        return "error.missing", {"file": name}
    if isinstance(error, FileExistsError):
        return "error.exists", {"file": name}
    if isinstance(error, PermissionError):
        return "error.no-permission", {"file": name}
    if isinstance(error, IsADirectoryError):
        return "error.directory", {"file": name}
    if error.errno == errno.ENOSPC:
        return "error.disk-full", {"file": name}
    return "error.unreadable", {"file": name, "why": error.strerror or str(error)}


def _domain(error: BaseException) -> tuple[str, dict[str, Any], int]:
    # Imported here: an error is rare, and a command that has none should start fast.
    from accord.acts.gate import Refused
    from accord.acts.rulings import NoEffect
    from accord.acts.vocabulary import UnknownAct
    from accord.areas.parties.cite import Missing
    from accord.keys.boxes import WrongKey
    from accord.keys.check import BadSignature
    from accord.log.lock import Busy
    from accord.wire.codec import Malformed
    from accord.wire.tree import ProofFailed
    from accord.world.pages import WrongArguments

    match error:
        case Missing(kind="page"):
            return "error.unknown-page", {"name": error.key}, WRONG
        case Missing():
            return "error.not-there", {"kind": error.kind, "key": error.key or "-"}, WRONG
        case WrongArguments():
            arguments = " ".join(
                a.upper() if not a.endswith("?") else f"[{a[:-1].upper()}]" for a in error.page.arguments
            )
            return "error.page-arguments", {"name": error.page.name, "arguments": arguments or "-"}, WRONG
        case Refused() | NoEffect():
            return f"reason.{error.reason}", {}, FAILED
        case UnknownAct():
            return "error.older-copy", {}, WRONG
        case Busy():
            return "error.busy", {"file": str(error).partition(": ")[0]}, WRONG
        case ProofFailed():
            return "error.proof-failed", {"why": str(error)}, FAILED
        case BadSignature():
            return "error.bad-signature", {"why": str(error)}, FAILED
        case WrongKey():
            return "error.refused", {"why": str(error)}, FAILED
        case Malformed():
            return "error.refused", {"why": str(error)}, WRONG
        case ValueError() if "null byte" in str(error):
            return "error.usage", {"why": "NUL"}, WRONG
        case _ if type(error).__name__ in MACHINE:
            return "error.machine", {"why": str(error)}, WRONG
        case _:
            return "error.unexpected", {"kind": type(error).__name__}, WRONG

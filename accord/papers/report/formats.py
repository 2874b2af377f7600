"""A report in the formats that leave the program. A format is a function from a report to its text."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import msgspec

from accord.papers.report.values import Report


def as_builtins(report: Report) -> dict[str, Any]:
    """The report as plain values: what it is, its counts in all and by chapter, its blocks with their segments."""
    found: dict[str, Any] = msgspec.to_builtins(report)
    found["counts"] = {**msgspec.to_builtins(report.counts), "total": report.counts.total}
    found["chapters"] = msgspec.to_builtins(report.chapters)
    return found


def as_json(report: Report) -> str:
    """The report as one JSON document."""
    return json.dumps(as_builtins(report), ensure_ascii=False, indent=1) + "\n"


FORMATS: dict[str, Callable[[Report], str]] = {"text": Report.text, "json": as_json}
"""Format → what makes it."""

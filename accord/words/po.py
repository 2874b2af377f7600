"""Reads gettext `.po` files: what translators' tools write, as far as our catalogues use it.

A reader of our own because the library's takes longer than a whole command may: Babel's is
the oracle in the tests. Comments, contexts and obsolete entries are passed over; an entry
marked fuzzy is not used.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator

import msgspec

_LINE = re.compile(r'(msgid|msgid_plural|msgctxt|msgstr(?:\[\d\])?)?\s*(".*")$')


class Entry(msgspec.Struct):
    """A code and its strings: one, or one for each plural form."""

    code: str
    strings: list[str]
    plural: bool = False


class NotPo(ValueError):
    """A catalogue is not a `.po` file; names the line."""


def parse(text: str) -> Iterator[Entry]:
    """The entries of a `.po` file, the header (with the empty code) first.

    Raises:
        NotPo: a line that is no part of an entry.

    >>> [entry.strings for entry in parse('msgid "a"\\nmsgstr "one "\\n"two"\\n')]
    [['one two']]
    """
    fields: dict[str, str] = {}
    current, fuzzy = "", False
    for number, line in enumerate([*text.splitlines(), ""], 1):
        line = line.strip()
        if line.startswith("#,") and "fuzzy" in line:
            fuzzy = True
        if line.startswith("#"):
            continue
        match = _LINE.match(line)
        if line and match is None:
            raise NotPo(f"line {number} is no part of an entry: {line[:60]}")
        keyword = match[1] if match else None
        if (not line or keyword in ("msgid", "msgctxt")) and "msgid" in fields:
            if not fuzzy:
                yield _entry(fields)
            fields, fuzzy = {}, False
        if match:
            current = keyword or current
            fields[current] = fields.get(current, "") + str(ast.literal_eval(match[2]))


def plural_rule(header: str) -> tuple[int, str]:
    """Number of forms and rule of the header's Plural-Forms.

    >>> plural_rule("Plural-Forms: nplurals=2; plural=(n != 1);")
    (2, '(n != 1)')
    """
    match = re.search(r"(?m)^Plural-Forms:\s*nplurals=(\d+);\s*plural=(.+?);?\s*$", header)
    if match is None:
        raise NotPo("the header states no Plural-Forms")
    return int(match[1]), match[2]


def _entry(fields: dict[str, str]) -> Entry:
    plural = "msgid_plural" in fields
    strings = [fields[name] for name in sorted(fields) if name.startswith("msgstr")]
    return Entry(fields["msgid"], strings, plural)

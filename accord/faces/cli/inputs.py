"""What people hand to commands: acts as JSON, key files, policies. Errors name file, line and field in plain words."""

from __future__ import annotations

import re
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from accord.faces.cli.errors import Complaint

if TYPE_CHECKING:
    from accord.acts.vocabulary import Act
    from accord.keys.signers import Signer
    from accord.log.policy import Policy

LARGEST_ACT = 1_000_000

# What msgspec says, and the code of the words for it. Its groups are the values.
_PROBLEMS = (
    (r"Object missing required field `(?P<field>[^`]+)`", "input.missing-field"),
    (r"Object contains unknown field `(?P<field>[^`]+)`", "input.unknown-field"),
    (r"Expected `(?P<wanted>[^`]+)`, got `(?P<found>[^`]+)`", "input.wrong-type"),
    (r"Expected `str` matching regex (?P<pattern>.+)", "input.wrong-form"),
    (r"Expected `[^`]+` of length >= \d+", "input.too-short"),
    (r"Expected `[^`]+` of length <= (?P<most>\d+)", "input.too-long"),
    (r"Expected `[^`]+` >= (?P<least>-?\d+)", "input.too-small"),
    (r"Expected `[^`]+` <= (?P<most>-?\d+)", "input.too-large"),
    (r"Invalid enum value '?(?P<value>[^']*)'?", "input.not-a-choice"),
    (r"Invalid RFC3339 encoded date", "input.not-a-day"),
)


def read_bytes(file: str, largest: int) -> bytes:
    """The bytes of a file, or of standard input for `-`.

    Raises:
        Complaint: larger than anything it could be.
        OSError: cannot be read.
    """
    if file == "-":
        data = sys.stdin.buffer.read(largest + 1)
    else:
        with Path(file).open("rb") as stream:
            data = stream.read(largest + 1)
    if len(data) > largest:
        raise Complaint("error.too-large", file=file, most=largest)
    return data


def read_act(file: str) -> Act:
    """The act in a JSON file: `{"verb": "sponsor.join/1", ...}`.

    Raises:
        Complaint: not JSON, no act, or a field that is not as it must be; names it.
    """
    import msgspec

    from accord.wire.codec import Malformed, check_profile
    from accord.world.vocabulary import VOCABULARY

    data = read_bytes(file, LARGEST_ACT)
    try:
        plain = msgspec.json.decode(data)
    except msgspec.DecodeError as error:
        raise Complaint("error.not-json", file=file, line=line_of(data, str(error)), why=str(error)) from None
    except (UnicodeError, RecursionError):
        raise Complaint("error.not-json", file=file, line=1, why="UTF-8") from None
    verb = plain.get("verb") if isinstance(plain, dict) else None
    if not isinstance(verb, str):
        raise Complaint("error.no-verb", file=file)
    if verb not in VOCABULARY.by_name:
        raise Complaint("error.unknown-act", name=verb[:60])
    try:
        check_profile(plain, verb)
    except Malformed as error:
        where, _, why = str(error).partition(": ")
        raise Complaint("error.malformed", where=f"{file}, {where}", why=why) from None
    try:
        return VOCABULARY.decoder.decode(data)
    except msgspec.ValidationError as error:
        code, values, path = problem(str(error))
        where = f"{file}, {verb}{path}"
        values |= _choices(VOCABULARY.schema(verb), path) if code == "input.not-a-choice" else {}
        raise Complaint("error.malformed", where=where, problem=code, details=values) from None


def problem(message: str) -> tuple[str, dict[str, Any], str]:
    """Code, values and path of what msgspec says.

    >>> problem("Object missing required field `symbol` - at `$.items[0]`")
    ('input.missing-field', {'field': 'symbol'}, '.items[0]')
    """
    said, _, path = message.partition(" - at ")
    found = re.search(r"\$([^`]*)", path)
    place = found[1] if found else ""
    for pattern, code in _PROBLEMS:
        match = re.match(pattern, said, re.DOTALL)
        if match:
            return code, {k: v for k, v in match.groupdict().items() if k != "pattern"}, place
    return "input.other", {"why": said}, place


def _choices(schema: dict[str, Any], path: str) -> dict[str, str]:
    """The values that the field at a path may have, by the schema of the act."""
    node: Any = {"$ref": schema["$ref"]} if "$ref" in schema else schema
    for part in [None, *re.findall(r"\w+", path)]:
        if part is not None and not part.isdigit():
            node = node.get("properties", {}).get(part, {})
        elif part is not None:
            node = node.get("items", {})
        for choice in node.get("anyOf", ()):
            node = choice if choice.get("type") != "null" else node
        if "$ref" in node:
            node = schema.get("$defs", {}).get(node["$ref"].rpartition("/")[2], {})
    return {"choices": ", ".join(str(choice) for choice in node.get("enum", ())) or "…"}


def line_of(data: bytes, message: str) -> int:
    """The line of the byte that a JSON error names.

    >>> line_of(b'{\\n "a": x}', "JSON is malformed: invalid character (byte 8)")
    2
    """
    match = re.search(r"\(byte (\d+)\)", message)
    end = int(match[1]) if match else len(data)
    return data[:end].count(b"\n") + 1


def read_signer(file: str) -> Signer:
    """The key in a key file.

    Raises:
        Complaint: not a key file, or one that others can read.
        OSError: cannot be read.
    """
    from accord.keys.files import read_key
    from accord.wire.codec import Malformed

    path = Path(file)
    if not path.exists():
        raise FileNotFoundError(2, "no such file", file)
    try:
        return read_key(path)
    except Malformed as error:
        raise Complaint("error.unreadable", file=file, why=str(error).removeprefix(f"{file}: ")) from None


def read_policy_file(file: str | None) -> Policy | None:
    """The policy in a file, if one is named.

    Raises:
        Complaint: not a policy.
        OSError: cannot be read.
    """
    if file is None:
        return None
    from accord.log.policy import LARGEST_POLICY, parse_policy
    from accord.wire.codec import Malformed

    try:
        return parse_policy(read_bytes(file, LARGEST_POLICY))
    except Malformed as error:
        raise Complaint("error.unreadable", file=file, why=str(error)) from None

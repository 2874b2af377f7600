"""A guided fuzzer over the parsers of keys and log: `python tests/fuzz_log.py -max_total_time=60`.

Any exception but `Malformed`, and anything that is read and not written back alike, is a finding.
"""

from __future__ import annotations

import sys

from accord.keys.files import parse_private_key
from accord.keys.vkey import format_vkey, parse_vkey
from accord.log.body import format_body, parse_body
from accord.log.note import format_note, parse_note
from accord.log.policy import format_policy, parse_policy
from accord.log.proof import format_proof, parse_proof
from accord.log.tiles import format_bundle, parse_bundle, parse_path
from accord.wire.codec import Malformed


def one_input(data: bytes) -> None:
    """Reads the input as whatever its first byte says."""
    if not data:
        return
    choice, rest = data[0] % 8, data[1:]
    text = rest.decode("utf-8", "surrogateescape")
    try:
        if choice == 0:
            assert format_note(parse_note(rest)) == rest
        elif choice == 1:
            parse_note(rest, lenient=True)
        elif choice == 2:
            assert format_body(parse_body(text)) == text
        elif choice == 3:
            assert format_proof(parse_proof(rest)) == rest
        elif choice == 4:
            policy = parse_policy(rest)
            assert parse_policy(format_policy(policy)) == policy
        elif choice == 5:
            assert format_vkey(parse_vkey(text)) == text
            parse_private_key(text)
        elif choice == 6:
            assert format_bundle(parse_bundle(rest[1:], rest[0] if rest else 0)) == rest[1:]
        else:
            assert parse_path(text).path == text
    except Malformed:
        pass


def main() -> None:
    """Runs until told to stop; atheris is imported here, so that the module can be looked at without it."""
    import atheris

    atheris.instrument_all()
    atheris.Setup(sys.argv, one_input)
    atheris.Fuzz()


if __name__ == "__main__":
    main()

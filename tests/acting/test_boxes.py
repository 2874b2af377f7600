"""Boxes are plain age files: what one tool seals another opens, and a changed byte is noticed."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

from accord.keys.boxes import WrongKey, new_identity, open_box, read_identities, recipient_of, seal
from accord.wire.codec import Malformed

AGE = shutil.which("age")
TEXT = "A non-paper: «نص»\n".encode() * 100


@pytest.fixture(scope="module")
def keys() -> list[tuple[str, str]]:
    return [new_identity() for _ in range(3)]


@pytest.mark.parametrize("armored", [False, True])
def test_each_recipient_opens_a_box_and_nobody_else(keys: list[tuple[str, str]], armored: bool) -> None:
    (a, to_a), (b, to_b), (c, _) = keys
    box = seal(TEXT, [to_a, to_b], armored)
    assert open_box(box, [a]) == open_box(box, [b]) == open_box(box, [c, b]) == TEXT
    with pytest.raises(WrongKey):
        open_box(box, [c])
    with pytest.raises(WrongKey):
        open_box(box, [])


def test_a_changed_or_cut_box_does_not_open(keys: list[tuple[str, str]]) -> None:
    identity, recipient = keys[0]
    box = seal(b"short", [recipient])
    for place in range(22, len(box)):
        changed = bytearray(box)
        changed[place] ^= 1
        with pytest.raises((WrongKey, Malformed)):
            open_box(bytes(changed), [identity])
    for end in range(len(box)):
        with pytest.raises((WrongKey, Malformed)):
            open_box(box[:end], [identity])


def test_what_is_no_key_or_no_box_says_so_and_never_shows_an_identity(keys: list[tuple[str, str]]) -> None:
    identity, recipient = keys[0]
    for wrong in ([], [recipient, recipient], ["age1x"], [identity]):
        with pytest.raises(Malformed):
            seal(TEXT, wrong)
    with pytest.raises(Malformed) as found:
        open_box(seal(TEXT, [recipient]), [identity[:-1] + "X"])
    assert identity[:-1] not in str(found.value)
    with pytest.raises(Malformed, match="not an age file"):
        open_box(b"PK\x03\x04", [identity])


def test_an_identity_file_is_read_as_the_tool_writes_it(keys: list[tuple[str, str]]) -> None:
    identity, recipient = keys[0]
    assert recipient_of(identity) == recipient
    assert read_identities(f"# created: today\n# public key: {recipient}\n{identity}\n") == [identity]
    for wrong in ("", "# nothing\n", "not an identity\n"):
        with pytest.raises(Malformed):
            read_identities(wrong)


@pytest.mark.skipif(AGE is None, reason="no age binary on this machine")
@pytest.mark.parametrize("armored", [False, True])
def test_the_age_tool_opens_our_boxes_and_we_open_its(
    keys: list[tuple[str, str]], tmp_path: Path, armored: bool
) -> None:
    assert AGE is not None
    identity, recipient = keys[0]
    (tmp_path / "identity").write_text(identity + "\n")
    (tmp_path / "box").write_bytes(seal(TEXT, [recipient], armored))
    opened = subprocess.run([AGE, "-d", "-i", tmp_path / "identity", tmp_path / "box"], capture_output=True, check=True)
    assert opened.stdout == TEXT
    armor = ["-a"] if armored else []
    sealed = subprocess.run([AGE, "-e", *armor, "-r", recipient], input=TEXT, capture_output=True, check=True)
    assert open_box(sealed.stdout, [identity]) == TEXT

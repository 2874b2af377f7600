"""Keys as text and as files: one spelling, never overwritten, never shown to others."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from accord.keys.files import format_private_key, parse_private_key, read_key, write_key
from accord.keys.signers import new_signer, signer_from_seed
from accord.keys.vkey import (
    COSIGNATURE_ED25519,
    COSIGNATURE_MLDSA44,
    ED25519,
    MLDSA44,
    MLDSA44_MARK,
    Vkey,
    format_vkey,
    parse_vkey,
)
from accord.wire import base64
from accord.wire.codec import Malformed

KINDS = [ED25519, COSIGNATURE_ED25519, COSIGNATURE_MLDSA44, MLDSA44]
KEY = "record.example/acts+5b3735e7+AYqI4910CfGV/VLbLTy6XXLKZwm/HZQSG/N0iAG0D29c"


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_of_key_is_written_and_read_alike(tmp_path: Path, kind: int) -> None:
    signer = new_signer("st-a.example/минист", kind)
    assert parse_vkey(format_vkey(signer.vkey)) == signer.vkey
    write_key(tmp_path / "key", signer)
    again = read_key(tmp_path / "key")
    assert (again.vkey, format_private_key(again)) == (signer.vkey, format_private_key(signer))
    assert oct((tmp_path / "key").stat().st_mode & 0o777) == "0o600"
    assert os.listdir(tmp_path) == ["key"]


def test_the_same_seed_under_another_kind_has_another_identifier() -> None:
    assert len({signer_from_seed("a", kind, bytes(32)).vkey.id for kind in KINDS}) == 4


def test_the_kind_for_acts_signed_with_mldsa_bears_its_longer_identifier() -> None:
    vkey = signer_from_seed("a", MLDSA44, bytes(32)).vkey
    assert base64.decode(format_vkey(vkey).split("+", 2)[2])[: 1 + len(MLDSA44_MARK)] == b"\xff" + MLDSA44_MARK
    other = base64.encode(b"\xffaccord/ml-dsa-65\n" + vkey.public)
    with pytest.raises(Malformed, match="0xff"):
        parse_vkey(f"{vkey.keyid}+{other}")


def test_a_key_file_is_never_overwritten(tmp_path: Path) -> None:
    path = tmp_path / "key"
    path.write_text("mine")
    with pytest.raises(FileExistsError, match="never overwritten"):
        write_key(path, new_signer("a", ED25519))
    assert (path.read_text(), os.listdir(tmp_path)) == ("mine", ["key"])


@pytest.mark.parametrize("mode", [0o644, 0o640, 0o604, 0o660, 0o700, 0o200])
def test_a_key_that_others_can_read_is_refused(tmp_path: Path, mode: int) -> None:
    path = tmp_path / "key"
    write_key(path, new_signer("a", ED25519))
    path.chmod(mode)
    with pytest.raises(Malformed, match=f"mode {mode:04o} lets others.*chmod 600"):
        read_key(path)
    path.chmod(0o400)
    read_key(path)


def test_a_bad_key_file_is_named_and_its_key_is_not_shown(tmp_path: Path) -> None:
    path = tmp_path / "key"
    with pytest.raises(Malformed, match="key: cannot be read: No such file"):
        read_key(path)
    with pytest.raises(Malformed, match="not a file"):
        read_key(tmp_path)
    line = format_private_key(signer_from_seed("a", ED25519, bytes(range(32)))).encode() + b"\n"
    secret = line.split(b"+")[4].strip().decode()
    for place in range(len(line)):
        for data in (
            line[:place],
            line[:place] + bytes([line[place] ^ 1]) + line[place + 1 :],
            line[:place] + line[place + 1 :],
        ):
            path.unlink(missing_ok=True)
            path.write_bytes(data)
            path.chmod(0o600)
            with pytest.raises(Malformed, match="not a key file") as caught:
                read_key(path)
            assert secret[:12] not in str(caught.value)


def test_a_signer_does_not_show_its_seed() -> None:
    signer = signer_from_seed("a", ED25519, b"s3cr3t seed of thirty-two bytes!")
    assert "s3cr3t" not in repr(signer) + str(signer) + repr(vars(type(signer)).keys())


@pytest.mark.parametrize(
    "text",
    [
        "",
        "+",
        "++",
        KEY[:-1],
        KEY + "=",
        KEY + "\n",
        " " + KEY,
        KEY.replace("5b3735e7", "5B3735E7"),
        KEY.replace("5b3735e7", "5b3735e"),
        KEY.replace("record", "re cord"),
        KEY.replace("record", "re\u00a0cord"),
        KEY.replace("record", "re\u2028cord"),
        KEY.replace("record", "re\x00cord"),
        KEY.replace("record", "\udc80"),
        KEY.replace("+AY", "+AI"),
        KEY.replace("+AY", "+BQ"),
        KEY.replace("/acts", "/" + "a" * 300),
        KEY.rsplit("+", 1)[0] + "+",
    ],
)
def test_another_spelling_of_a_key_is_refused(text: str) -> None:
    with pytest.raises(Malformed):
        parse_vkey(text)


@given(st.text(max_size=120) | st.from_regex(r"[a-z.]{1,9}\+[0-9a-f]{8}\+[A-Za-z0-9+/]{4,48}={0,2}"))
@settings(max_examples=500, deadline=None)
def test_only_malformed_comes_out_of_nonsense(text: str) -> None:
    for parse in (parse_vkey, parse_private_key):
        try:
            parse(text)
        except Malformed:
            continue


@given(st.integers(0, len(KEY) - 1), st.characters())
@settings(max_examples=300, deadline=None)
def test_no_sign_of_a_key_can_be_another(place: int, sign: str) -> None:
    changed = KEY[:place] + sign + KEY[place + 1 :]
    if changed != KEY:
        with pytest.raises(Malformed):
            parse_vkey(changed)


def test_a_key_of_another_length_or_kind_is_refused() -> None:
    for kind, size in ((ED25519, 31), (ED25519, 33), (MLDSA44, 1311), (0x02, 32), (0x00, 32)):
        with pytest.raises(Malformed):
            Vkey("a", kind, bytes(size))
    with pytest.raises(Malformed, match="32 bytes, not 31"):
        signer_from_seed("a", ED25519, bytes(31))
    with pytest.raises(Malformed):
        signer_from_seed("a", 0x02, bytes(32))

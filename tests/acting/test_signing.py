"""`accord sign`: what a portal hands out is signed elsewhere, and handed in again."""

from __future__ import annotations

import json
from pathlib import Path

from accord.acts.envelope import parse
from accord.keys.files import write_key
from accord.keys.signers import Signer
from accord.wire import codec
from tests.acting.authenticator import SoftPasskey
from tests.acting.test_acting import KEY, REPLY, Given, carried, passkey_signs, previewed, upload
from tests.faces.running import accord
from tests.scene import key_of


def key_file(folder: Path, signer: Signer = KEY) -> Path:
    folder.mkdir(exist_ok=True)
    path = folder / f"{signer.vkey.name.replace('/', '-')}.key"
    write_key(path, signer)
    return path


def test_an_unsigned_act_is_signed_at_home_and_handed_in(acting: Given, tmp_path: Path) -> None:
    desk, _, _ = acting
    act = tmp_path / "act.json"
    act.write_bytes(codec.encode(REPLY))
    key = key_file(tmp_path)
    run = accord(
        "sign", act, "--key", key, "--as", "ST-A", "--record", "record.example/acting", "-o", tmp_path / "signed"
    )
    assert (run.status, run.out) == (0, "")
    assert '"We see this otherwise."' in run.err
    assert upload(desk, (tmp_path / "signed").read_bytes().strip(), "submit").status == 303
    assert accord("sign", act, "--key", key, "-o", tmp_path / "signed").status == 2, "a file is never overwritten"
    assert accord("sign", act, "--key", key).status == 2, "in whose name, and into which record?"


def test_a_sheet_is_co_signed(acting: Given, tmp_path: Path) -> None:
    desk, directory, _ = acting
    passkey = SoftPasskey("ST-B", rp_id="localhost", origins=("http://localhost:8514",))
    sheet = tmp_path / "sheet.json"
    page = passkey_signs(desk, passkey, carried(previewed(desk, "passkey.register", "secretariat", passkey.act())))
    sheet.write_bytes(upload(desk, carried(page.body.decode()), "envelope").body)
    run = accord("sign", sheet, "--key", directory / "writer" / "keys" / "secretariat.key", "--json")
    found = json.loads(run.out)
    assert passkey.vkey.keyid in found["keys"]
    envelope = found["envelope"].encode()
    assert [signature.keyid for signature in parse(envelope).signatures] == found["keys"]
    assert upload(desk, envelope, "submit").status == 303


def test_a_key_that_the_act_does_not_name_signs_nothing(acting: Given, tmp_path: Path) -> None:
    desk, _, _ = acting
    sheet = tmp_path / "sheet.json"
    sheet.write_bytes(carried(previewed(desk, "reply.make", "ST-A", REPLY)))
    run = accord("sign", sheet, "--key", key_file(tmp_path, key_of("ST-B")), "--lang", "fr")
    assert run.status == 2
    assert "L'acte ne nomme pas la clé" in run.err
    for wrong in (
        b'{"payloadType"',
        b'{"payload":"","payloadType":"application/vnd.accord.act.v1+json","signatures":[]}',
    ):
        sheet.write_bytes(wrong)
        assert accord("sign", sheet, "--key", key_file(tmp_path / str(len(wrong)))).status == 2

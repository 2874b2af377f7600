"""Acting on a portal, without a browser: preview, signatures, upload, receipt, and what is refused unread."""

from __future__ import annotations

import json
import re
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from accord.acts.envelope import Signature, act_id, assemble, pae, parse
from accord.acts.vocabulary import Act
from accord.areas.documents.acts import ReceiveInstrument
from accord.areas.parties.acts import GrantRole, Reply
from accord.client.bundle import check_bundle
from accord.client.say import sign
from accord.faces.web.acting.fences import LARGEST_BODY
from accord.faces.web.acting.forms import fields_of
from accord.faces.web.answers import Answer
from accord.keys.passkeys import base64url, from_base64url
from accord.keys.signers import Signer
from accord.log.proof import parse_proof
from accord.words.languages import LANGUAGES
from tests.acting.authenticator import SoftPasskey, high_s
from tests.acting.desk import ADDRESS, NONCES, Desk, location
from tests.scene import key_of, said
from tests.web.reading import Read

Given = tuple[Desk, Path, Signer]
KEY = key_of("ST-A")
REPLY = Reply(to=0, text=said("We see this otherwise."))


def previewed(desk: Desk, verb: str, by: str, act: Act, **more: str) -> str:
    answer = desk.post(f"/en/-/act/{verb}", {"by": by, "do": "preview", **fields_of(act), **more})
    assert answer.status == 200, Read(answer.body.decode()).text
    return answer.body.decode()


def carried(page: str) -> bytes:
    """The envelope that a sheet carries."""
    found = re.search(r'name="envelope" value="([A-Za-z0-9_-]+)"', page)
    assert found, "the page offers no signature"
    return from_base64url(found[1])


def with_signature(envelope: bytes, *signers: Signer) -> bytes:
    """What the command line or another program makes of a sheet: the same payload, with more signatures."""
    whole = parse(envelope)
    made = [Signature(signer.vkey.keyid, signer.sign(pae(whole.payload))) for signer in signers]
    return assemble(whole.payload, [*whole.signatures, *made])


def upload(desk: Desk, envelope: bytes, do: str = "upload", **more: str) -> Answer:
    return desk.post("/en/-/act", {"envelope": base64url(envelope), "do": do, **more})


def test_a_preview_says_whether_it_counts_and_what_would_be_signed(acting: Given) -> None:
    desk, _, _ = acting
    page = previewed(desk, "reply.make", "ST-A", REPLY)
    assert "Said now, this would have effect." in page
    envelope = parse(carried(page))
    assert envelope.signatures == ()
    payload = json.loads(envelope.payload)
    assert (payload["by"], payload["keys"], payload["record"]) == ("ST-A", [KEY.vkey.keyid], "record.example/acting")
    assert act_id(envelope.payload).hex() in page
    assert "is not prevented by this; it is detected by the party" in page
    assert Read(page).inline == []


def test_a_signed_act_is_handed_in_and_its_receipt_checks_offline(acting: Given) -> None:
    desk, _, _ = acting
    envelope = with_signature(carried(previewed(desk, "reply.make", "ST-A", REPLY)), KEY)
    shown = upload(desk, envelope)
    assert shown.status == 200
    assert "has signed" in shown.body.decode()
    answer = upload(desk, envelope, "submit")
    assert answer.status == 303
    index = int(location(answer).rpartition("/")[2])
    receipt = desk.get(location(answer))
    assert receipt.status == 200
    assert act_id(parse(envelope).payload).hex().encode() in receipt.body
    assert f"accord check entry-{index}.bundle".encode() in receipt.body
    assert parse_proof(desk.get(f"/en/-/receipt/{index}/proof").body).index == index
    checked = check_bundle(desk.get(f"/en/-/bundle/{index}").body)
    assert (checked.index, checked.entry.by, checked.entry.act) == (index, "ST-A", REPLY)
    again = upload(desk, envelope, "submit")
    assert (again.status, location(again)) == (303, f"/en/-/receipt/{index}")


def test_what_would_have_no_effect_is_not_signed_unless_for_the_record(acting: Given) -> None:
    desk, _, _ = acting
    grant = GrantRole(party="ST-B", role="recorder")
    page = previewed(desk, "role.grant", "ST-A", grant)
    assert "The act would have no effect" in page
    assert 'name="envelope" value="e' not in page
    page = previewed(desk, "role.grant", "ST-A", grant, record="1")
    envelope = with_signature(carried(page), KEY)
    assert upload(desk, envelope, "submit").status == 200, "the sheet again, with the reason"
    answer = upload(desk, envelope, "submit", record="1")
    assert answer.status == 303
    assert "no effect" in desk.get(location(answer)).body.decode()


def registered(desk: Desk, secretariat: Signer, party: str = "ST-A", *beside: Signer, **more: Any) -> Any:
    """A passkey whose pages are this portal's, registered over the portal and co-signed in a file."""
    key = SoftPasskey(party, rp_id="localhost", origins=(ADDRESS,))
    by = "secretariat"
    page = previewed(desk, "passkey.register", by, key.act(**more))
    envelope = carried(page)
    answer = passkey_signs(desk, key, envelope)
    assert answer.status == 200, "the secretariat still has to sign"
    assert upload(desk, with_signature(carried(answer.body.decode()), secretariat), "submit").status == 303
    desk.site.catch_up()
    return key


def passkey_signs(desk: Desk, key: SoftPasskey, envelope: bytes, lang: str = "en", **changes: Any) -> Answer:
    """What the page's script sends after the browser has asked the passkey."""
    assertion, signature = key.assertion(act_id(parse(envelope).payload), **changes)
    fields = {
        "do": "sign",
        "envelope": base64url(envelope),
        "keyid": key.vkey.keyid,
        "authenticatorData": base64url(assertion.authenticatorData),
        "clientDataJSON": base64url(assertion.clientDataJSON),
        "signature": base64url(high_s(signature)),
    }
    return desk.post(f"/{lang}/-/act", fields)


def test_a_passkey_is_registered_with_a_co_signature_and_speaks(acting: Given) -> None:
    desk, _, secretariat = acting
    key = registered(desk, secretariat, credential=b"credential 1")
    page = previewed(desk, "reply.make", "ST-A", REPLY)
    assert key.vkey.keyid in page
    assert f'data-credential="{base64url(b"credential 1")}"' in page
    envelope = carried(page)
    answer = passkey_signs(desk, key, envelope)
    assert answer.status == 303, "a complete act is handed in at once, though the browser gave the larger s"
    index = int(location(answer).rpartition("/")[2])
    assert desk.get(location(answer)).status == 200
    assert check_bundle(desk.get(f"/en/-/bundle/{index}").body).signatures >= 3


@pytest.mark.parametrize(
    "changes",
    [{"origin": "https://other.example"}, {"flags": 0x01}, {"rp_id": "other"}, {"challenge": "AAAA"}, {"after": b"x"}],
)
def test_an_assertion_that_does_not_verify_is_told_and_not_handed_in(acting: Given, changes: dict[str, Any]) -> None:
    desk, _, secretariat = acting
    key = registered(desk, secretariat)
    size = desk.site.copy.size
    answer = passkey_signs(desk, key, carried(previewed(desk, "reply.make", "ST-A", REPLY)), "fr", **changes)
    assert answer.status == 422
    desk.site.catch_up()
    assert desk.site.copy.size == size


def test_a_key_may_be_chosen_among_several(acting: Given) -> None:
    desk, _, secretariat = acting
    key = registered(desk, secretariat)
    assert json.loads(parse(carried(previewed(desk, "reply.make", "ST-A", REPLY))).payload)["keys"] == [key.vkey.keyid]
    chosen = previewed(desk, "reply.make", "ST-A", REPLY, **{f"sign:{KEY.vkey.keyid}": "1"})
    assert json.loads(parse(carried(chosen)).payload)["keys"] == [KEY.vkey.keyid]


def test_the_unsigned_act_is_the_file_that_the_command_line_takes(acting: Given) -> None:
    from accord.faces.cli.inputs import read_act

    desk, directory, _ = acting
    answer = desk.post("/en/-/act/reply.make", {"do": "download", **fields_of(REPLY)})
    assert dict(answer.headers)["Content-Disposition"] == 'attachment; filename="reply.make.json"'
    file = directory.parent / "act.json"
    file.write_bytes(answer.body)
    assert read_act(str(file)) == REPLY


def test_a_receipt_for_a_note_verbale_is_said_through_its_form(acting: Given) -> None:
    desk, _, secretariat = acting
    act = ReceiveInstrument(
        sha256="ab" * 32, size=48_213, media="application/pdf", form="note-verbale", presenter="ST-C",
        on=date(2013, 8, 30), concerns="A/AC.900/WP.1",
    )  # fmt: skip
    envelope = with_signature(carried(previewed(desk, "instrument.receive", "secretariat", act)), secretariat)
    assert upload(desk, envelope, "submit").status == 303
    desk.site.catch_up()
    assert desk.site.copy.world.documents.tables.instruments["ab" * 32].act == act


# What is refused before it is read.


@pytest.mark.parametrize(
    "headers",
    [
        {"sec_fetch_site": "cross-site", "origin": "https://other.example"},
        {"sec_fetch_site": "same-site"},
        {"sec_fetch_site": "", "origin": "https://other.example"},
        {"sec_fetch_site": "", "origin": "null"},
        {"sec_fetch_site": "", "origin": ""},
        {"sec_fetch_site": "none"},
        {"sec_fetch_site": "same-origin", "origin": "null"},
        {"sec_fetch_site": "same-origin", "origin": "https://other.example"},
    ],
)
def test_a_post_from_elsewhere_is_refused(reading: Desk, headers: dict[str, str]) -> None:
    assert reading.post("/en/-/act/reply.make", {"do": "edit"}, **headers).status == 403


@pytest.mark.parametrize(
    "headers",
    [
        {},
        {"sec_fetch_site": ""},
        {"origin": ""},
        {"origin": "http://127.0.0.1:8600", "host": "127.0.0.1:8600"},
        {"origin": "https://portal.example", "host": "portal.example"},
    ],
)
def test_a_post_from_a_page_of_this_site_is_heard(reading: Desk, headers: dict[str, str]) -> None:
    assert reading.post("/en/-/act/reply.make", {"do": "edit"}, **headers).status == 200


def test_a_body_over_64_kilobytes_is_refused(reading: Desk) -> None:
    assert reading.send("/en/-/act", b"x" * (LARGEST_BODY + 1), "application/x-www-form-urlencoded").status == 413


@pytest.mark.parametrize(
    ("kind", "body"),
    [
        ("application/json", b"{}"),
        ("", b"a=b"),
        ("application/x-www-form-urlencoded", b"a=%ff"),
        ("application/x-www-form-urlencoded", b"\xff"),
        ("application/x-www-form-urlencoded", b"a&" * 9000),
        ("multipart/form-data", b"--x\r\n\r\n--x--"),
        ("multipart/form-data; boundary=x", b"nothing"),
        ("multipart/form-data; boundary=x", b"--x\r\n\r\ntext\r\n--x--\r\n"),
    ],
)
def test_a_body_that_no_form_sends_is_refused(reading: Desk, kind: str, body: bytes) -> None:
    assert reading.send("/en/-/act/reply.make", body, kind).status == 400


@pytest.mark.parametrize(
    "data", [b"", b"{}", b"x", b"\x00\xff", b"[" * 9000, b'{"payload":"","payloadType":"x","signatures":[]}']
)
def test_what_is_no_act_is_told_so(reading: Desk, data: bytes) -> None:
    body = b'--x\r\nContent-Disposition: form-data; name="file"; filename="a"\r\n\r\n' + data
    body += b'\r\n--x\r\nContent-Disposition: form-data; name="do"\r\n\r\nupload\r\n--x--\r\n'
    assert reading.send("/ar/-/act", body, "multipart/form-data; boundary=x").status == 422


def test_a_file_is_uploaded_as_a_browser_sends_it(acting: Given) -> None:
    desk, _, _ = acting
    envelope = sign(REPLY, "ST-A", "record.example/acting", next(NONCES), [KEY])
    body = b'--x\r\nContent-Disposition: form-data; name="file"; filename="act.json"\r\n'
    body += (
        b"Content-Type: application/json\r\n\r\n"
        + envelope
        + b'\n\r\n--x\r\nContent-Disposition: form-data; name="do"\r\n\r\nupload\r\n--x--\r\n'
    )
    answer = desk.send("/en/-/act", body, "multipart/form-data; boundary=x")
    assert answer.status == 200
    assert carried(answer.body.decode()) == envelope


def test_an_act_for_another_record_or_with_a_bad_signature_is_told_so(reading: Desk) -> None:
    other = sign(REPLY, "ST-A", "other.example/record", 1, [KEY])
    answer = reading.post("/en/-/act", {"do": "upload", "envelope": other.decode()})
    assert answer.status == 422
    right = sign(REPLY, "ST-A", "record.example/acting", 1, [KEY])
    spoilt = assemble(parse(right).payload, [Signature(KEY.vkey.keyid, bytes(64))])
    assert reading.post("/en/-/act", {"do": "submit", "envelope": spoilt.decode()}).status == 422


def test_quotas_are_for_each_address_and_each_key(acting: Given) -> None:
    desk, _, _ = acting
    found = [desk.post("/en/-/act/reply.make", {"do": "edit"}, accord_client="10.0.0.1").status for _ in range(70)]
    assert found == [200] * 60 + [429] * 10
    assert desk.post("/en/-/act/reply.make", {"do": "edit"}, accord_client="10.0.0.2").status == 200
    desk.seconds += 30
    assert desk.post("/en/-/act/reply.make", {"do": "edit"}, accord_client="10.0.0.1").status == 200
    envelope = with_signature(carried(previewed(desk, "reply.make", "ST-A", REPLY)), KEY)
    while desk.acting.acts.take(KEY.vkey.keyid):
        pass
    assert upload(desk, envelope, "submit").status == 429


def test_a_portal_that_only_reads_takes_nothing(tmp_path: Path) -> None:
    from tests.acting.desk import small_record

    directory, _ = small_record(tmp_path)
    desk = Desk(directory, writes=False)
    envelope = sign(REPLY, "ST-A", "record.example/acting", 1, [KEY])
    answer = upload(desk, envelope, "submit")
    assert answer.status == 200
    assert "This portal only reads" in answer.body.decode()


def test_unknown_acts_methods_and_receipts_say_so(reading: Desk) -> None:
    assert reading.get("/en/-/act/no.such").status == 404
    assert reading.get("/en/-/act/reply.make/1").status == 200
    for path in ("x", "-1", "01", "99999999999", "3/x", "3/proof/x", ""):
        assert reading.get(f"/en/-/receipt/{path}").status == 404, path
    waiting = reading.get("/en/-/receipt/50")
    assert (waiting.status, ("Refresh", "1") in waiting.headers) == (202, True)
    assert reading.get("/en/-/receipt/3.json").kind == "application/json"
    assert reading.post("/en/-/receipt/3", {}).status == 405
    assert reading.post("/en/-/drafts", {}).status == 405
    assert reading.get("/en/-/drafts/x").status == 404


@pytest.mark.parametrize("lang", LANGUAGES)
def test_pages_of_acting_are_sound_in_every_language(acting: Given, lang: str) -> None:
    desk, _, _ = acting
    pages = [desk.get(f"/{lang}/-/act"), desk.get(f"/{lang}/-/drafts"), desk.get(f"/{lang}/-/receipt/3")]
    pages.append(desk.post(f"/{lang}/-/act/reply.make", {"by": "ST-A", "do": "preview", **fields_of(REPLY)}))
    for answer in pages:
        assert answer.status == 200
        page = Read(answer.body.decode())
        assert page.inline == []
        assert page.open == []
        ids = [given["id"] for _, given in page.elements if "id" in given]
        assert len(ids) == len(set(ids))

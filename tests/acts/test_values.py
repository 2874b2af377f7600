"""Value types: one thing in one spelling, and no way around it."""

from __future__ import annotations

import json
from typing import Any

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from accord.acts import values
from accord.acts.values import (
    BodyCode,
    Count,
    Day,
    Digest,
    Figure,
    Index,
    KeyId,
    Label,
    Line,
    Money,
    Nil,
    Number,
    PartyCode,
    Quantity,
    Stated,
    Symbol,
    Text,
    VkeyText,
    Withheld,
)
from accord.areas.documents.acts import RegisterDocument
from accord.areas.drafting.acts import Member, Slot
from accord.areas.parties.acts import Prefix
from accord.wire import codec
from accord.wire.codec import Malformed
from accord.world.vocabulary import VOCABULARY
from tests.scene import key_of

VKEY = str(key_of("ST-A").vkey)

GOOD: dict[str, tuple[Any, list[str]]] = {
    "PartyCode": (PartyCode, ["AUT", "new-agenda-coalition", "ST-A", "a1", "9a"]),
    "BodyCode": (BodyCode, ["AC.281", "A", "register-2", "a.b-c"]),
    "Label": (Label, ["para-27-a", "panel-d", "a/b.c", "1"]),
    "Symbol": (Symbol, ["A/68/514", "A/RES/67/56", "A/AC.281/L.1/Rev.1", "A/68/514/Corr.1*"]),
    "KeyId": (KeyId, ["st-a.example+0123abcd", "ключ+0123abcd"]),
    "VkeyText": (VkeyText, [VKEY]),
    "Digest": (Digest, ["0" * 64, "0123456789abcdef" * 4]),
    "Number": (Number, ["0", "12.5", "-3", "0.5", "-0.5", "1000000", "0.000000000001", "999999999999999999"]),
    "Prefix": (Prefix, ["statement.", "statement.make", "record.", "key-thing.do-it"]),
    "Member": (Member, ["CHE", "A/68/514", "A. Person", "2013-08-22"]),
    "Line": (Line, ["x", "讨论", "a" * 2000]),
}

BAD: dict[str, list[str]] = {
    "PartyCode": ["", "A", "-A", " AUT", "AUT ", "AUT\n", "A" * 41, "A_B", "АUT", "A.B", "A/B"],
    "BodyCode": ["", ".A", "-A", "A B", "A\n", "A/B", "A" * 41],
    "Label": ["", "/a", ".a", "a b", "a\n", "a\\b", "a" * 65, "ä"],
    "Symbol": ["", "A", "A/", "a/1", "A/1\n", "A/ 1", "A//1", "A/1****", "A/" + "1" * 80],
    "KeyId": ["", "a", "a+0123abc", "a+0123ABCD", "a b+0123abcd", "a+b+0123abcd", "a+0123abcd\n", "+0123abcd"],
    "VkeyText": ["", VKEY + "\n", VKEY + "===", VKEY.upper(), " " + VKEY, VKEY[:-44] + "AA"],
    "Digest": ["", "0" * 63, "0" * 65, "G" * 64, "A" * 64, "0" * 64 + "\n"],
    "Number": [
        "", "-0", "00", "01", "+1", "1.", ".5", "1.0", "0.0", "-0.0", "1e3", "1,5", " 1", "1 ", "1\n", "١", "NaN",
        "Infinity", "1" * 19, "0." + "0" * 12 + "1", "0x1",
    ],
    "Prefix": ["", "statement", ".make", "Statement.", "statement.make/1", "statement.\n", "a b.", "a..", "key-.x"],
    "Member": ["", " CHE", "Müller", "CHE\n", "CHE\t", "a" * 129],
    "Line": ["", "a" * 2001],
}  # fmt: skip


@pytest.mark.parametrize(("name", "text"), [(n, t) for n, (_, texts) in GOOD.items() for t in texts])
def test_a_value_is_taken_as_it_is_written(name: str, text: str) -> None:
    kind = GOOD[name][0]
    assert codec.decode(codec.encode(text), msgspec.json.Decoder(kind)) == text


@pytest.mark.parametrize(("name", "text"), [(n, t) for n, texts in BAD.items() for t in texts])
def test_a_value_in_another_spelling_is_malformed(name: str, text: str) -> None:
    with pytest.raises(Malformed):
        codec.decode(codec.encode(text), msgspec.json.Decoder(GOOD[name][0]))


def test_every_pattern_stands_against_a_final_line_feed() -> None:
    for name, (kind, texts) in GOOD.items():
        if name == "Line":
            continue
        for text in texts:
            with pytest.raises(msgspec.ValidationError):
                msgspec.convert(text + "\n", kind)


def test_every_pattern_of_every_act_ends_where_the_text_ends() -> None:
    for name in VOCABULARY.by_name:
        for where, schema in walk(VOCABULARY.schema(name)):
            assert "pattern" not in schema or schema["pattern"].endswith(r"$(?!\n)"), f"{name} {where}"


def test_no_float_enters_an_act_and_every_integer_is_exact_everywhere() -> None:
    for name in VOCABULARY.by_name:
        for where, schema in walk(VOCABULARY.schema(name)):
            kind = schema.get("type")
            assert kind != "number", f"{name} {where}: a float"
            if kind == "integer":
                assert schema["maximum"] <= 2**53 - 1, f"{name} {where}"
                assert schema["minimum"] >= 0, f"{name} {where}"


def test_every_text_of_every_act_has_a_length() -> None:
    for name in VOCABULARY.by_name:
        for where, schema in walk(VOCABULARY.schema(name)):
            if schema.get("type") == "string" and "format" not in schema and "enum" not in schema:
                assert "maxLength" in schema or "pattern" in schema, f"{name} {where}"


def test_every_composed_value_is_closed() -> None:
    for name in VOCABULARY.by_name:
        for where, schema in walk(VOCABULARY.schema(name)):
            if "properties" in schema:
                assert schema["additionalProperties"] is False, f"{name} {where}"


def walk(schema: Any, where: str = "") -> Any:
    """Every schema within a schema, with its place."""
    if isinstance(schema, dict):
        yield where, schema
        for key, inner in schema.items():
            if key not in ("enum", "const", "default", "required"):
                yield from walk(inner, f"{where}/{key}")
    elif isinstance(schema, list):
        for inner in schema:
            yield from walk(inner, where)


DAYS = msgspec.json.Decoder(Day)


@pytest.mark.parametrize("text", ["2013-08-30", "1945-07-16", "2024-02-29", "0001-01-01", "9999-12-31"])
def test_a_day_is_taken(text: str) -> None:
    assert codec.decode(b'"%s"' % text.encode(), DAYS).isoformat() == text


@pytest.mark.parametrize(
    "text",
    [
        "2013-8-30", "2013-02-29", "2013-13-01", "2013-00-10", "20130830", "2013-08-30T00:00:00", "2013-08-30Z",
        " 2013-08-30", "2013-08-30 ", "30-08-2013", "2013-W35-5", "2013-242", "0000-01-01", "+2013-08-30", "", "today",
    ],
)  # fmt: skip
def test_no_other_spelling_of_a_day_is_taken(text: str) -> None:
    with pytest.raises(Malformed):
        codec.decode(codec.encode(text), DAYS)


@pytest.mark.parametrize("spelling", [b"9007199254740992", b"-1", b"1.0", b"1e3", b"01", b"-0", b"+1", b'"1"', b"true"])
def test_an_index_is_an_exact_integer(spelling: bytes) -> None:
    with pytest.raises(Malformed):
        codec.decode(spelling, msgspec.json.Decoder(Index))


def test_the_largest_index_is_the_largest_integer_that_every_program_keeps() -> None:
    assert codec.decode(b"9007199254740991", msgspec.json.Decoder(Index)) == 2**53 - 1
    with pytest.raises(Malformed):
        codec.decode(b"1000000000001", msgspec.json.Decoder(Count))


SLOTS = msgspec.json.Decoder(Slot)
DOCUMENTS = msgspec.json.Decoder(RegisterDocument)
LEAST = b'{"kind":"report","symbol":"A/68/514","verb":"document.register/1"}'

OTHER_SPELLINGS = {
    "a leading space": b" " + LEAST,
    "a trailing line feed": LEAST + b"\n",
    "a byte order mark": b"\xef\xbb\xbf" + LEAST,
    "a space after a colon": LEAST.replace(b":", b": ", 1),
    "a space after a comma": LEAST.replace(b",", b", ", 1),
    "fields in another order": b'{"symbol":"A/68/514","kind":"report","verb":"document.register/1"}',
    "a field twice": LEAST.replace(b'"kind":"report",', b'"kind":"report","kind":"report",'),
    "a field twice with another value first": LEAST.replace(b'"kind":"report",', b'"kind":"draft","kind":"report",'),
    "an escape that need not be": LEAST.replace(b"report", b"r\\u0065port"),
    "an escaped stroke": LEAST.replace(b"A/68", b"A\\/68"),
    "a default written out": LEAST.replace(b'"symbol"', b'"sponsors":[],"symbol"'),
    "null for what is not there": LEAST.replace(b'"kind"', b'"body":null,"kind"'),
    "a field that the act does not have": LEAST.replace(b'"kind"', b'"colour":"red","kind"'),
    "a float": LEAST.replace(b'"symbol"', b'"place":1.0,"symbol"'),
    "another act's name": LEAST.replace(b"document.register/1", b"document.register/2"),
    "no name": b'{"kind":"report","symbol":"A/68/514"}',
    "nothing": b"",
    "no object": b"[]",
    "cut off": LEAST[:-1],
    "two values": LEAST + LEAST,
    "a comment": LEAST.replace(b"{", b"{/**/", 1),
    "not UTF-8": LEAST.replace(b"report", b"repor\xff"),
    "an unpaired surrogate": LEAST.replace(b'"symbol"', b'"printed":"\\ud800","symbol"'),
}


def test_the_one_spelling_is_taken() -> None:
    assert codec.decode(LEAST, DOCUMENTS) == RegisterDocument(symbol="A/68/514", kind="report")


@pytest.mark.parametrize("what", OTHER_SPELLINGS)
def test_another_spelling_of_an_act_is_malformed(what: str) -> None:
    with pytest.raises(Malformed):
        codec.decode(OTHER_SPELLINGS[what], DOCUMENTS)


def test_a_text_that_is_not_in_normal_form_is_malformed() -> None:
    texts = msgspec.json.Decoder(Text)
    good = codec.encode(Text(original="fr", said={"fr": "débat"}))
    assert codec.decode(good, texts).said["fr"] == "débat"
    with pytest.raises(Malformed, match="NFC"):
        codec.decode(good.replace("é".encode(), "e\u0301".encode()), texts)


def test_a_text_has_words() -> None:
    with pytest.raises(Malformed):
        codec.decode(b'{"original":"fr","said":{}}', msgspec.json.Decoder(Text))
    with pytest.raises(Malformed):
        codec.decode(b'{"original":"fr","said":{"fr":""}}', msgspec.json.Decoder(Text))


def test_a_text_speaks_the_language_asked_for_or_its_original() -> None:
    text = Text(original="fr", said={"en": "Agenda", "fr": "Ordre du jour"})
    assert text.words("en") == ("Agenda", "en")
    assert text.words("zh") == ("Ordre du jour", "fr")
    assert Text(original="fr", said={"en": "Agenda"}).words("zh") == ("Agenda", "en")


def test_a_language_is_one_of_the_six() -> None:
    with pytest.raises(Malformed):
        codec.decode(b'{"original":"de","said":{"de":"Tagesordnung"}}', msgspec.json.Decoder(Text))


def test_keys_of_a_map_are_ascii_because_their_order_is_part_of_the_spelling() -> None:
    with pytest.raises(Malformed):
        codec.decode('{"forms":{"é":"short"},"of":"panel","part":"title"}'.encode(), SLOTS)


def test_a_figure_says_which_of_the_five_answers_it_is() -> None:
    figures = msgspec.json.Decoder(Figure)
    stated = Stated(quantity=Quantity(amount="12.5", unit="kg"))
    assert codec.encode(stated) == b'{"quantity":{"amount":"12.5","unit":"kg"},"type":"value"}'
    for figure in (stated, Withheld(), Nil()):
        assert codec.decode(codec.encode(figure), figures) == figure
    assert codec.encode(Withheld()) != codec.encode(Nil())
    with pytest.raises(Malformed):
        codec.decode(b'{"quantity":{"amount":12.5,"unit":"kg"},"type":"value"}', figures)


def test_an_amount_of_money_has_currency_and_year() -> None:
    money = msgspec.json.Decoder(Money)
    assert codec.decode(b'{"amount":"3","currency":"CHF","year":2013}', money).currency == "CHF"
    for bad in (b'{"amount":"3","currency":"chf","year":2013}', b'{"amount":"3","currency":"CHF\\n","year":2013}'):
        with pytest.raises(Malformed):
            codec.decode(bad, money)


@given(st.decimals(allow_nan=False, allow_infinity=False, min_value=-(10**17), max_value=10**17, places=6))
def test_a_number_has_one_spelling(amount: Any) -> None:
    shortest = format(amount, "f").rstrip("0").rstrip(".") if amount else "0"
    shortest = "0" if shortest in ("-0", "0") else shortest
    assert msgspec.convert(shortest, Number) == shortest
    with pytest.raises(msgspec.ValidationError):
        msgspec.convert(shortest + ("0" if "." in shortest else ".0"), Number)


def test_values_are_frozen() -> None:
    text = values.Text(original="en", said={"en": "x"})
    with pytest.raises(AttributeError):
        text.original = "fr"  # type: ignore[misc]


def test_a_schema_of_every_act_can_be_written() -> None:
    for name in VOCABULARY.by_name:
        schema = json.loads(json.dumps(VOCABULARY.schema(name)))
        assert schema["$id"] == f"urn:accord:act:{name}"

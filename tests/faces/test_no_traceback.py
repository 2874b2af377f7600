"""Whatever is typed or handed in: a known status, a sentence, never a traceback, never half a document."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from accord.faces.cli.group import VERBS
from accord.words.languages import CODES
from accord.world.pages import PAGES
from accord.world.vocabulary import VOCABULARY
from tests.faces.running import Ran, accord

ODD = ["", "-", "--", "/", "..", "\x00", "a\nb", "é", "ب", "9" * 30, "-1", "0", "{}", "tlh", "2013-05-14", "A/AC.281/1"]
OPTIONS = ["--json", "--help", "--lang", "--as", "--key", "--on", "--format", "text"]
TOKENS = [*VERBS, *PAGES, *CODES, *ODD, *OPTIONS, "RECORD"]
# `demo` would build a record where it stands, and `log` and `bench` run for long.
TRIED = [verb for verb in VERBS if verb not in ("demo", "portal", "log", "bench")]

few = settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])


def insist_clean(ran: Ran) -> None:
    assert ran.clean, ran
    if ran.status == 2:
        assert ran.out == ""
        assert ran.err.startswith(("accord: ", "Usage: "))


@few
@given(verb=st.sampled_from(TRIED), rest=st.lists(st.sampled_from(TOKENS), max_size=5))
def test_odd_command_lines(
    demo: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, verb: str, rest: list[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    insist_clean(accord(verb, *(demo if token == "RECORD" else token for token in rest)))


@few
@given(arguments=st.lists(st.text(max_size=12), max_size=4))
def test_odd_words(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, arguments: list[str]) -> None:
    monkeypatch.chdir(tmp_path)
    if not arguments or arguments[0] not in ("demo", "portal", "log", "bench"):
        insist_clean(accord(*arguments))


@few
@given(page=st.sampled_from(list(PAGES)), arguments=st.lists(st.text(max_size=20), max_size=3))
def test_odd_arguments_of_pages(demo: Path, page: str, arguments: list[str]) -> None:
    insist_clean(accord("show", demo, page, "--", *arguments))


plain = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=6,
)
names = st.sampled_from(
    ["body", "symbol", "party", "text", "name", "kind", "days", "source", "corrects", "items", "to"]
)


@few
@given(verb=st.sampled_from(list(VOCABULARY.by_name)), fields=st.dictionaries(names, plain, max_size=6))
def test_odd_acts(demo: Path, verb: str, fields: dict[str, object]) -> None:
    for lang in ("en", "ar"):
        insist_clean(
            accord("judge", demo, "-", "--as", "AUT", "--lang", lang, stdin=json.dumps({"verb": verb, **fields}))
        )


@few
@given(data=st.binary(max_size=200))
@pytest.mark.parametrize("verb", ["read", "judge", "check", "key"])
def test_odd_bytes(demo: Path, tmp_path: Path, verb: str, data: bytes) -> None:
    file = tmp_path / "odd"
    file.write_bytes(data)
    file.chmod(0o600)
    arguments = {"judge": (demo, file, "--as", "AUT"), "key": ("show", file)}.get(verb, (file,))
    insist_clean(accord(verb, *arguments))


@pytest.mark.parametrize("file", ["nothing-here", ".", "/dev/null", "/proc/self/mem"])
@pytest.mark.parametrize("lang", CODES)
def test_files_that_are_none(demo: Path, file: str, lang: str) -> None:
    for arguments in (("read", file), ("judge", demo, file, "--as", "AUT"), ("key", "show", file), ("check", file)):
        insist_clean(accord(*arguments, "--lang", lang))


@pytest.mark.parametrize("kind", [b"%PDF-1.7\n", b"PK\x03\x04word/document.xml", b"\xff\xfeA\x00", b"caf\xe9"])
def test_documents_in_other_forms_are_told_apart(tmp_path: Path, kind: bytes) -> None:
    file = tmp_path / "report"
    file.write_bytes(kind)
    insist_clean(accord("read", file))


def test_a_fault_of_the_program_is_one_polite_sentence(demo: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from accord.main import Machine

    class Broken(Machine):
        def open_copy(self, directory: Path) -> object:  # type: ignore[override]
            raise ZeroDivisionError("inside")

    for lang in CODES:
        ran = accord("status", demo, "--lang", lang, wiring=Broken())
        assert (ran.status, ran.out) == (2, "")
        assert "ACCORD_DEBUG=1" in ran.err
        assert "Traceback" not in ran.err
    monkeypatch.setenv("ACCORD_DEBUG", "1")
    assert "Traceback" in accord("status", demo, wiring=Broken()).err


def test_a_document_cannot_steer_the_terminal(tmp_path: Path) -> None:
    file = tmp_path / "report.txt"
    file.write_text("A/99/1\n\nI. Intro\x1b]0;title\x07duction\n\n1. The \x1b[2JGroup met\u202e.\n", encoding="utf-8")
    for arguments in (("read", file), ("show", tmp_path / "\x1b[31m")):
        ran = accord(*arguments)
        assert not {"\x1b", "\x07", "\u202e"} & set(ran.out + ran.err)

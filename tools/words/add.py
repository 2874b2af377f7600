"""Adds words to the six catalogues at once, from a JSON file on standard input, and sorts them.

The file maps a code to its words by language, a list of plural forms where the words count:

    {"rule.no-such-list": {"ar": "...", "zh": "...", "en": "...", "fr": "...", "ru": "...", "es": "..."},
     "count.votes": {"ar": ["...", "...", "...", "...", "...", "..."], "zh": ["..."], ...}}

A code that stands already gets the new words. With `--drop CODE ...` the codes are taken out instead. Raises
SystemExit where a language is missing or has the wrong number of forms, and then writes nothing.
"""

from __future__ import annotations

import fcntl
import json
import re
import sys

from tools.words.sort import WORDS, sort

FORMS = {"ar": 6, "zh": 1, "en": 2, "fr": 2, "ru": 3, "es": 2}


def quoted(words: str) -> str:
    """Words as a catalogue writes them."""
    return json.dumps(words, ensure_ascii=False)


def block(code: str, words: str | list[str]) -> str:
    """An entry of a catalogue."""
    if isinstance(words, str):
        return f"msgid {quoted(code)}\nmsgstr {quoted(words)}"
    forms = "\n".join(f"msgstr[{n}] {quoted(form)}" for n, form in enumerate(words))
    return f"msgid {quoted(code)}\nmsgid_plural {quoted(code)}\n{forms}"


def without(text: str, codes: set[str]) -> str:
    """A catalogue without the entries of these codes."""
    blocks = re.split(r"\n{2,}", text.strip())
    found = (re.search(r'^msgid "(.+)"$', b, re.MULTILINE) for b in blocks)
    return "\n\n".join(b for b, m in zip(blocks, found, strict=True) if m is None or m[1] not in codes) + "\n"


def main() -> None:
    """Reads, checks, writes under a lock, so that two people may add words at the same time."""
    if sys.argv[1:2] == ["--drop"]:
        new, drop = {}, set(sys.argv[2:])
    else:
        new, drop = json.load(sys.stdin), set()
    for code, words in new.items():
        if set(words) != set(FORMS):
            raise SystemExit(f"{code}: needs {', '.join(FORMS)}, has {', '.join(words)}")
        for language, said in words.items():
            if isinstance(said, list) and len(said) != FORMS[language]:
                raise SystemExit(f"{code}: {language} counts in {FORMS[language]} forms, not {len(said)}")
    with (WORDS / "__init__.py").open() as held:
        fcntl.flock(held, fcntl.LOCK_EX)
        for language in FORMS:
            file = WORDS / language / "accord.po"
            text = without(file.read_text(encoding="utf-8"), drop | set(new))
            text += "".join(f"\n{block(code, words[language])}\n" for code, words in new.items())
            file.write_text(sort(text), encoding="utf-8")


if __name__ == "__main__":
    main()

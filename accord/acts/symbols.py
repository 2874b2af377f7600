"""Symbols of United Nations documents: their grammar, their one normal spelling, their family.

    symbol = organ "/" part ("/" part)* star*

The organ is `A`, `S`, `E`, `ST`, `T` or a series of its own (`CD`, `NPT`, `TD`, `CRC`, ...).
A part is a session or year (`68`, `2013`, `ES-10`), a subsidiary body (`AC.281`, `C.1`,
`CN.4`, `CONF.229`, `GC.1`, `Sub.2`, `WG.1`, `PC`), a document series with its number
(`WP.4`, `INF.2`, `L.1`, `NGO/1`, `CRP.3`, `PV.5`, `SR.2`, `RES/67/56`, `PRST/2004/1`), a plain
number (`514`), or a modifier (`Add.1`, `Corr.2`, `Rev.1`, `Amend.1`, `Summary`). Modifiers
nest in the order of issue: `L.1/Rev.1/Add.1/Corr.1`. Old resolutions carry the session or year
in brackets (`377(V)`, `1540(2004)`). A paper in several parts has the part in brackets behind a
space (`50 (Vol. I)`, `6 (Sect. 29)`, `4950 (Resumption 1)`). A trailing `*` marks a reissue.

A symbol names one document, so it has exactly one number; what ends with a body or a session
names none, and a spelling that looks like a slip (`WP4`, `wp.4`, `WP.04`) is refused, because a
mistaken symbol would be another document's identity. Two symbols joined by a hyphen
(`A/48/403-S/26450`) are two documents, which `joined` tells apart.

Source: the UN's own research guides on document symbols; tried on symbols of A, S, CD and NPT.

>>> parse("A/AC.281/INF/9").normal
'A/AC.281/INF.9'
>>> parse("A/AC.281/L.1/Rev.1").base
'A/AC.281/L.1'
"""

from __future__ import annotations

import re
from functools import lru_cache

import msgspec

from accord.wire.codec import Malformed

_PIECE = r" \((?:Vol\. |Sect\. |Part |Resumption )(?:[1-9][0-9]{0,2}|[IVXL]{1,7})\)"
_PART = rf"[A-Za-z0-9][A-Za-z0-9.()\-]*(?:{_PIECE})?"
SYMBOL_PATTERN = rf"^[A-Z][A-Za-z0-9.\-]*(/{_PART})+\*{{0,3}}$(?!\n)"
"""What a symbol may be made of, as a JSON Schema pattern; `parse` knows the rest."""

_SYMBOL = re.compile(SYMBOL_PATTERN)
_MODIFIER = re.compile(r"^(Add|Corr|Rev|Amend)\.([1-9][0-9]*)$|^Summary$")
_SESSION = re.compile(r"^(?:[1-9][0-9]{0,3}|(?:ES|S)-[1-9][0-9]*)$")
_YEAR = re.compile(r"^(?:19|20)[0-9]{2}$")
_NAMED_SERIES = (
    "CRP",
    "INF",
    "L",
    "NGO",
    "PV",
    "SR",
    "WP",
    "R",
    "RES",
    "PRST",
    "DEC",
    "TC",
    "G",
    "Petition",
    "MIN",
    "Conv",
    "WEB",
    "MISC",
    "Decision",
)
_SERIES = re.compile(rf"^({'|'.join(_NAMED_SERIES)})(?:\.([1-9][0-9]*))?$")
_BY_SESSION = ("RES", "PRST", "DEC", "Decision")
"""Series whose papers are cited with session or year between series and number."""
_BODY = re.compile(r"^[A-Z][A-Za-z]*(?:\.(?:[1-9][0-9]*|[IVX]+|[A-Z]))?$")
_NUMBER = re.compile(r"^[1-9][0-9]*$")
_IN_PARTS = re.compile(r" ?\((Vol|Part|Sect|Resumption)\.? ?([1-9][0-9]{0,2}|[IVXL]{1,7})\)")
"""The part of a paper that has several, however it is spaced."""
_LETTERED = re.compile(r"^([1-9][0-9]*)[A-Z]$")
"""The number of one of several resolutions adopted under one number (`A/RES/54/54D`)."""
_DATED_NUMBER = re.compile(r"^([1-9][0-9]*)\(([IVXL]+|(?:19|20)[0-9]{2})\)$")
_JOINED = re.compile(r"(/[0-9]+)-([A-Z]+/)")
_OTHER_WORDS = ("AC", "C", "CN", "CONF", "GC", "Sub", "WG", "Add", "Corr", "Rev", "Amend")
_KNOWN = {word.lower(): word for word in _NAMED_SERIES + _OTHER_WORDS}
_SLIP = re.compile(r"^([A-Za-z]+)(\.?)([0-9]*)$")
_EVERYDAY = re.compile(
    r"^[A-Z]{1,4}(?:/(?:AC|C|CN|CONF)\.[1-9][0-9]{0,3})/(?:WP|L|INF|CRP|PV|SR)\.[1-9][0-9]{0,3}"
    r"(?:/(?:Add|Corr|Rev)\.[1-9][0-9]{0,2}){0,3}$(?!\n)"
)
"""A numbered paper of a body, with modifiers: these are normal as they stand."""


class ParsedSymbol(msgspec.Struct, frozen=True):
    """A symbol taken apart. `printed` is what was read, `normal` its one spelling for identity."""

    printed: str
    normal: str
    organ: str
    bodies: tuple[str, ...]
    session: str | None
    series: str | None
    number: int | None
    modifiers: tuple[str, ...]
    reissued: int
    """How many stars: reissues for technical reasons."""
    part: str | None = None
    """Of a paper in several parts: which, `Vol. I`."""

    @property
    def base(self) -> str:
        """The symbol of the document that the modifiers modify."""
        return (
            self.normal.removesuffix("*" * self.reissued)
            if not self.modifiers
            else "/".join(self.normal.removesuffix("*" * self.reissued).split("/")[: -len(self.modifiers)])
        )

    @property
    def replaces(self) -> str | None:
        """For a revision, the version it takes the place of; `None` for anything else.

        >>> parse("A/AC.281/L.1/Rev.2").replaces
        'A/AC.281/L.1/Rev.1'
        """
        if not self.modifiers or not self.modifiers[-1].startswith("Rev."):
            return None
        parent = self.normal.removesuffix("*" * self.reissued).rsplit("/", 1)[0]
        number = int(self.modifiers[-1][4:])
        return parent if number == 1 else f"{parent}/Rev.{number - 1}"


@lru_cache(maxsize=1 << 16)
def parse(text: str) -> ParsedSymbol:
    """The symbol that `text` spells.

    The normal spelling joins a series and its number by a point (`INF/9` → `INF.9`),
    except resolutions, presidential statements and decisions, which are cited with
    session or year between (`RES/67/56`), and the NGO series, which the UN writes
    with a stroke (`NGO/1`).

    Raises:
        Malformed: what is no symbol, and why.

    >>> parse("A/RES/67/56").series
    'RES'
    >>> parse("NPT/CONF.2010/50(Vol.I)").normal
    'NPT/CONF.2010/50 (Vol. I)'
    >>> parse("WP.4")
    Traceback (most recent call last):
    accord.wire.codec.Malformed: 'WP.4' is no document symbol: an organ and a stroke are missing, as in A/AC.281/WP.4
    >>> parse("A/AC.281/WP4")
    Traceback (most recent call last):
    accord.wire.codec.Malformed: 'A/AC.281/WP4' is no document symbol: 'WP4' looks like WP.4
    """
    if "/" not in text:
        raise _no(text, "an organ and a stroke are missing, as in A/AC.281/WP.4")
    if _JOINED.search(text):
        raise _no(text, "two symbols joined by a hyphen are two documents")
    in_part = _IN_PARTS.search(text)
    spelled = text if in_part is None else text[: in_part.start()] + text[in_part.end() :]
    if len(text) > 80 or not _SYMBOL.match(spelled):
        raise _no(text, "only letters, digits, points, hyphens and strokes")
    bare = spelled.rstrip("*")
    organ, *parts = bare.split("/")
    modifiers: list[str] = []
    while parts and _MODIFIER.match(parts[-1]):
        modifiers.insert(0, parts.pop())
    bodies: list[str] = []
    session: str | None = None
    series: str | None = None
    number: int | None = None
    out = [organ]
    for place, part in enumerate(parts):
        later = parts[place + 1 :]
        if _MODIFIER.match(part):
            raise _no(text, f"{later[0]!r} stands after {part!r}")
        if number is not None and series is not None and _YEAR.match(part) and later and session is None:
            # ECE/TRANS/WP.29/2013/1: a working party that is numbered like a working paper.
            bodies.append(f"{series}.{number}")
            series, number, session = None, None, part
            out.append(part)
        elif number is not None:
            meant = _slip(part)
            raise _no(text, f"{part!r} looks like {meant}" if meant else f"{part!r} stands after the number {number}")
        elif (found := _SERIES.match(part)) and _opens_series(part, series, later):
            series, number = found[1], int(found[2]) if found[2] else None
            out += ["NGO", found[2]] if series == "NGO" and found[2] else [part]
        elif (dated := _DATED_NUMBER.match(part)) and series == "RES" and session is None:
            number, session = int(dated[1]), dated[2]
            out.append(part)
        elif series == "RES" and session is not None and (lettered := _LETTERED.match(part)):
            number = int(lettered[1])
            out.append(part)
        elif _SESSION.match(part) and session is None and _is_session(series, later):
            session = part
            out.append(part)
        elif _NUMBER.match(part):
            number = int(part)
            if series is None or series == "NGO" or series in _BY_SESSION or session == parts[place - 1]:
                out.append(part)
            else:
                out[-1] = f"{series}.{number}"
        elif series is None and _BODY.match(part) and not _slip(part):
            bodies.append(part)
            out.append(part)
        else:
            meant = _slip(part)
            raise _no(text, f"{part!r} looks like {meant}" if meant else f"{part!r} has no place there")
    if number is None:
        raise _no(text, "it has no number")
    if series == "RES" and session is None and organ != "S":
        raise _no(text, "a resolution is cited with its session, as in A/RES/67/56")
    stars = len(spelled) - len(bare)
    piece = None if in_part is None else _part(text, in_part, modifiers, stars)
    paper = "/".join(out) + (f" ({piece})" if piece else "")
    normal = "/".join([paper, *modifiers]) + "*" * stars
    return ParsedSymbol(text, normal, organ, tuple(bodies), session, series, number, tuple(modifiers), stars, piece)


def _part(text: str, found: re.Match[str], modifiers: list[str], stars: int) -> str:
    """The part of a paper, which stands behind its number and before what modifies it."""
    behind = "".join(f"/{modifier}" for modifier in modifiers) + "*" * stars
    if text[found.end() :] != behind:
        raise _no(text, f"{found[0].strip()!r} has no place there")
    point = "." if found[1] in ("Vol", "Sect") else ""
    return f"{found[1]}{point} {found[2]}"


def joined(text: str) -> tuple[str, str] | None:
    """The two symbols of one paper that are printed joined by a hyphen, in their normal spelling; else `None`.

    >>> joined("A/48/403-S/26450"), joined("A/AC.281/WP.4")
    (('A/48/403', 'S/26450'), None)
    """
    found = _JOINED.search(text)
    if found is None:
        return None
    try:
        return normal(text[: found.end(1)]), normal(text[found.start(2) :])
    except Malformed:
        return None


def is_normal(text: str) -> bool:
    """Whether a text is a symbol in its one normal spelling.

    The everyday form, a numbered paper of a body, is told by a pattern alone, which is what a
    record of a million acts asks most; everything else is parsed.

    >>> is_normal("A/AC.281/WP.4"), is_normal("A/AC.281/INF/9"), is_normal("WP.4")
    (True, False, False)
    """
    if len(text) <= 80 and _EVERYDAY.match(text):
        return True
    try:
        return parse(text).normal == text
    except Malformed:
        return False


def normal(text: str) -> str:
    """The one spelling of a symbol, for identity.

    >>> normal("A/AC.281/WP.4")
    'A/AC.281/WP.4'
    """
    return parse(text).normal


def _opens_series(part: str, series: str | None, later: list[str]) -> bool:
    """Whether a part that may name a series does so here: `C/GC/1` has a body, `NGO/WP.2` a series within another."""
    return series in (None, "NGO") and not (part in ("L", "R", "G", "TC") and not later)


def _is_session(series: str | None, later: list[str]) -> bool:
    """Whether a number can be a session: something follows, and within a series that is the paper's own number."""
    return bool(later) and (series is None or any(form.match(later[0]) for form in (_NUMBER, _LETTERED)))


def _slip(part: str) -> str | None:
    """What a part was probably meant to be, where it is a known word in another spelling."""
    found = _SLIP.match(part)
    if found is None or (word := _KNOWN.get(found[1].lower())) is None or not found[3].strip("0"):
        return None
    meant = f"{word}.{found[3].lstrip('0')}"
    return None if part == meant else meant


def _no(text: str, why: str) -> Malformed:
    return Malformed(f"{text[:80]!r} is no document symbol: {why}")

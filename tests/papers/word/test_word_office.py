"""A real word processor edits drafts with changes tracked; what comes back is exactly what was done."""

from __future__ import annotations

import io
from typing import Any

import docx
import pytest

from accord.acts.values import Text
from accord.areas.negotiation.acts import ReviseDraft
from accord.areas.negotiation.changes import AddUnit, AmendText, DeleteUnit, MoveUnit, SettleBracket
from accord.areas.negotiation.edits import apply
from accord.papers.word import Returned, Sender, as_word, opened, returned
from accord.words.languages import CODES
from tests.papers.word.office import edited, insist_on_office, opened_and_saved
from tests.papers.word.rooms import DRAFT, Room

TEXTS = [
    "The Group recalls its mandate.",
    "States should act promptly and openly.",
    "Each State reports every year.",
    "Reports are public. They are kept.",
    "Nothing here limits [any] right.",
    "The Group meets again.",
]
OTHERS = {
    "ar": ["ينبغي للدول أن تعمل بشفافية.", "تقدم كل دولة تقريرا كل سنة.", "التقارير علنية. وهي محفوظة."],
    "zh": ["各国应当透明地采取行动。", "各国每年提出报告。", "报告公开。报告予以保存。"],
    "en": ["States act openly.", "Each State reports.", "Reports are public. They are kept."],
    "fr": ["Les États agissent à l’été.", "Chaque État fait rapport.", "Les rapports sont publics. Ils sont gardés."],
    "ru": ["Государства действуют открыто.", "Каждое государство докладывает.", "Доклады открыты. Ёлка хранится."],
    "es": ["Los Estados actúan este año.", "Cada Estado informa.", "Los informes son públicos. Se guardan."],
}
JOBS: dict[str, list[list[Any]]] = {
    "nothing": [],
    "insert": [["insert", "act promptly", " and fully"]],
    "replace": [["replace", "should", "shall"]],
    "strike": [["replace", " and openly", ""]],
    "delete": [["delete", "Each State"]],
    "split": [["split", "Reports are public."]],
    "merge": [["merge", "Each State"]],
    "add": [["add", "Each State", "A new paragraph."]],
    "add-two": [["add", "Each State", "First."], ["add", "First.", "Second."]],
    "move": [["down", "States should"]],
    "bold": [["bold", "mandate"]],
    "bracket": [["insert", "recalls ", "["], ["insert", "its mandate", "]"]],
    "agree": [["replace", "[any", "any"], ["replace", "any]", "any"]],
    "give-up": [["replace", "[any] ", ""]],
    "many": [["replace", "should", "shall"], ["delete", "Each State"], ["add", "again.", "And again."]],
    "untracked": [
        ["tracks", False],
        ["replace", "should", "shall"],
        ["tracks", True],
        ["replace", "openly", "publicly"],
    ],
    "untracked-units": [["tracks", False], ["add", "Each State", "Quite new."], ["delete", "Nothing here"]],
    "forgotten": [["forget"], ["replace", "should", "shall"]],
    "authors": [
        ["author", "Borinia"],
        ["replace", "should", "shall"],
        ["author", "Sylvara"],
        ["replace", "every", "each"],
    ],
}


@pytest.fixture(scope="module")
def room() -> Room:
    return Room("en", TEXTS)


@pytest.fixture(scope="module")
def back(room: Room, tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    insist_on_office()
    return edited(tmp_path_factory.mktemp("office"), as_word(room.world, DRAFT, 0, read=room.read), JOBS)


def read_back(room: Room, data: bytes, **more: Any) -> Returned:
    return returned(opened(data), room.world, Sender(party="ST-A", **more), read=room.read)


def asked(room: Room, found: Returned) -> list[Any]:
    """What is asked for, unit by unit: the text that it is to have, and where, in one line each."""
    told: list[Any] = []
    for act in found.acts:
        for change in act.changes:
            match change:
                case AmendText():
                    told.append((change.unit, apply(change.edits, room.text(change.unit))))
                case SettleBracket():
                    told.append((change.unit, change.start, change.settled))
                case AddUnit():
                    told.append(("+", change.after, change.text))
                case DeleteUnit():
                    told.append(("-", change.unit))
                case MoveUnit():
                    told.append((">", change.unit, change.after))
    return told


@pytest.mark.parametrize(
    ("job", "wanted"),
    [
        ("nothing", []),
        ("insert", [("para-2", "States should act promptly and fully and openly.")]),
        ("replace", [("para-2", "States shall act promptly and openly.")]),
        ("strike", [("para-2", "States should act promptly.")]),
        ("delete", [("-", "para-3")]),
        ("split", [("para-4", "Reports are public."), ("+", "para-4", "They are kept.")]),
        ("merge", [("para-3", "Each State reports every year.Reports are public. They are kept."), ("-", "para-4")]),
        ("add", [("+", "para-3", "A new paragraph.")]),
        ("add-two", [("+", "para-3", "First."), ("+", "ST-A.1.1", "Second.")]),
        ("move", [(">", "para-2", "para-3")]),
        ("bold", []),
        ("bracket", [("para-1", "The Group recalls [its mandate].")]),
        ("agree", [("para-5", 20, "agreed")]),
        ("give-up", [("para-5", 20, "withdrawn")]),
        (
            "many",
            [("para-2", "States shall act promptly and openly."), ("+", "para-6", "And again."), ("-", "para-3")],
        ),
        ("authors", [("para-2", "States shall act promptly and openly."), ("para-3", "Each State reports each year.")]),
    ],
)
def test_what_was_done_is_what_is_asked_for(room: Room, back: dict[str, bytes], job: str, wanted: list[Any]) -> None:
    found = read_back(room, back[job])
    assert asked(room, found) == wanted
    assert (found.findings, found.exact) == ((), True)


def test_changes_made_while_nobody_tracked_them_are_found_and_shown(room: Room, back: dict[str, bytes]) -> None:
    found = read_back(room, back["untracked"])
    assert asked(room, found) == [("para-2", "States shall act promptly and publicly.")]
    assert [(one.code, one.values) for one in found.findings] == [("word-untracked", {"unit": "para-2"})]
    found = read_back(room, back["untracked-units"])
    assert asked(room, found) == [("+", "para-3", "Quite new."), ("-", "para-5")]
    assert [one.says for one in found.findings] == ["word-untracked.new", "word-missing"]


def test_paragraphs_whose_bookmarks_are_lost_are_found_by_their_text(room: Room, back: dict[str, bytes]) -> None:
    found = read_back(room, back["forgotten"])
    assert asked(room, found) == [("para-2", "States shall act promptly and openly.")]
    assert [one.says for one in found.findings] == ["word-inferred.text"] * len(TEXTS)


def test_changes_are_attributed_by_their_authors(room: Room, back: dict[str, bytes]) -> None:
    found = returned(opened(back["authors"]), room.world, Sender(party="secretariat", by_author=True), read=room.read)
    assert [(act.sponsors, act.amendment) for act in found.acts] == [(("ST-B",), "ST-B.1"), (("ST-C",), "ST-C.1")]


@pytest.mark.parametrize("language", CODES)
def test_what_comes_back_in_each_language(language: str, tmp_path: Any) -> None:
    insist_on_office()
    room = Room(language, OTHERS[language])
    first, second, third = OTHERS[language]
    words = second[:4]
    cut = third[: third.index("." if "." in third else "。") + 1]
    jobs = {
        "replace": [["replace", words, third[:5].strip()]],
        "split": [["split", cut]],
        "delete": [["delete", first]],
    }
    back = edited(tmp_path, as_word(room.world, DRAFT, 0, read=room.read), jobs)
    assert asked(room, read_back(room, back["replace"])) == [
        ("para-2", second.replace(words, third[:5].strip(), 1)),
    ]
    assert asked(room, read_back(room, back["split"])) == [("para-3", cut), ("+", "para-3", third[len(cut) :].strip())]
    assert asked(room, read_back(room, back["delete"])) == [("-", "para-1")]


@pytest.mark.parametrize("language", CODES)
def test_accepting_all_gives_the_new_text_and_rejecting_all_the_old(language: str, tmp_path: Any) -> None:
    insist_on_office()
    first, second, third = OTHERS[language]
    room = Room(language, [first, second, third, f"{first} {second}"])
    room.proposes("A.1", room.amend("para-1", first.replace(first[2:5], third[:4])))
    room.proposes("A.2", room.delete("para-3"), sponsors=("ST-B",))
    room.proposes("A.3", AddUnit(unit="new", after="para-4", kind="paragraph", text=third), sponsors=("ST-C",))
    room.proposes("A.4", MoveUnit(unit="para-2", after="para-4"))
    data = as_word(room.world, DRAFT, 0, amendments=True, read=room.read)
    back = edited(tmp_path, data, {"accept": [["accept"]], "reject": [["reject"]], "same": []})

    def printed(data: bytes) -> list[str]:
        document = docx.Document(io.BytesIO(data))
        return [p.text.partition("\t")[2] for p in document.paragraphs if p.text.strip()]

    assert printed(back["reject"]) == room.standing()
    assert read_back(room, back["same"]).acts == ()
    assert read_back(room, back["reject"]).acts == ()
    room.does(ReviseDraft(draft=DRAFT, merges=("A.1", "A.2", "A.3", "A.4")))
    assert printed(back["accept"]) == room.standing()


def test_comments_come_back_on_their_units(room: Room, tmp_path: Any) -> None:
    insist_on_office()
    document = docx.Document(io.BytesIO(as_word(room.world, DRAFT, 0, read=room.read)))
    for words, said in (("mandate", "Which mandate?"), ("limits", "Better.")):
        runs = next(p for p in document.paragraphs if words in p.text).runs
        document.add_comment(runs, text=said, author="Borinia", initials="B")
    given = io.BytesIO()
    document.save(given)
    found = read_back(room, opened_and_saved(tmp_path, given.getvalue()), with_comments=True)
    assert [(one.unit, one.author, one.words) for one in found.remarks] == [
        ("para-1", "Borinia", "Which mandate?"),
        ("para-5", "Borinia", "Better."),
    ]
    assert [(act.units, act.text.said["en"]) for act in found.acts] == [
        (("para-1",), "Which mandate?"),
        (("para-5",), "Better."),
    ]


def test_what_went_out_with_comments_comes_back_as_nothing_new(tmp_path: Any) -> None:
    insist_on_office()
    room = Room("en", TEXTS)
    note = Text(original="en", said={"en": "As agreed in the corridor."})
    room.proposes("A.1", room.amend("para-1", "The Group recalls its renewed mandate."), note=note)
    room.proposes("A.2", room.amend("para-1", "The Group recalls its old mandate."), sponsors=("ST-B",))
    data = as_word(room.world, DRAFT, 0, amendments=True, read=room.read)
    found = read_back(room, opened_and_saved(tmp_path, data))
    assert (found.acts, found.remarks, found.findings) == ((), (), ())

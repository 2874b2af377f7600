"""The Members of the United Nations and the observer States in the demonstration, as two groups.

The list says who belongs; since when it does not say, and nothing here does.
"""

from __future__ import annotations

from collections.abc import Iterator

from accord.acts.values import Day, Source
from accord.acts.vocabulary import Act
from accord.areas.coverage.counted import MEMBERS, OBSERVERS
from accord.areas.parties.acts import EnterParty, JoinGroup
from accord.reference.states import states
from accord.stories.story import text

SOURCE = Source(publication="United Nations, UNTERM and M49", on=Day(2026, 5, 15))
_NAMES = {
    MEMBERS: {
        "ar": "الدول الأعضاء في الأمم المتحدة",
        "zh": "联合国会员国",
        "en": "Member States of the United Nations",
        "fr": "États Membres de l'Organisation des Nations Unies",
        "ru": "Государства — члены Организации Объединённых Наций",
        "es": "Estados Miembros de las Naciones Unidas",
    },
    OBSERVERS: {
        "ar": "الدول غير الأعضاء التي لها صفة مراقب لدى الأمم المتحدة",
        "zh": "联合国非会员观察员国",
        "en": "Non-member observer States at the United Nations",
        "fr": "États non membres observateurs auprès de l'Organisation des Nations Unies",
        "ru": "Государства-наблюдатели при Организации Объединённых Наций, не являющиеся её членами",
        "es": "Estados no miembros observadores ante las Naciones Unidas",
    },
}
_STANDING = {"member": MEMBERS, "observer": OBSERVERS}


def members_told() -> Iterator[Act]:
    """Both groups, then who belongs to them."""
    for group, names in _NAMES.items():
        yield EnterParty(party=group, kind="group", name=text(names), source=SOURCE)
    for code, state in states().items():
        if state.status in _STANDING:
            yield JoinGroup(group=_STANDING[state.status], member=code, source=SOURCE)

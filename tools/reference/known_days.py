"""How the citations of the input files on treaty status become sources of this project, and what each says of a day.

A source that gives no day may still say that something happened within a year, or before a list was made. Each such
window is stated here once; a citation that is not listed stops the build.
"""

from __future__ import annotations

from typing import NamedTuple

AFTER = "2018-07-11"
"""The first day that the Treaties Database of 10 July 2018 could not know: what it lacks came no earlier."""

SEEN = "2025-09-26"
"""The last list of signatories and parties of the TPNW that the input files hold."""


class Known(NamedTuple):
    """A source, and the window within which what it reports lies where it gives no day."""

    source: str
    not_before: str = ""
    not_after: str = ""


UPDATES = {
    "armscontrol.org/blog/2019-02-15/recent-ratifications-zimbabwe-thailand": Known("aca-2019-02"),
    "armscontrol.org/blog/2022-04-28/tuvalu-gambia-ratify-ctbt": Known("aca-2022-04"),
    "armscontrol.org/blog/2022-04-28": Known("aca-2022-04"),
    'ctbto.org press release "Comoros becomes 170th state to ratify"': Known("ctbto-2021-02"),
    "telesurenglish.net 2022-07-01": Known("news-dominica-2022", AFTER, "2022-07-01"),
    "www-beta.ctbto.org news": Known("ctbto-174"),
    "175th by elimination": Known("ctbto-175", "2022-08-01", "2022-09-22"),
    "scoop.co.nz WO2209/S00211": Known("ctbto-176"),
    "solomontimes.com 12373": Known("solomon-times-2023"),
    "adaderana.lk nid=93513": Known("adaderana-2023"),
    "tass.com/politics/1701531; press.un.org sgsm22022": Known("tass-2023-11"),
    "pasifika.news 2024/03": Known("pacnews-2024-03"),
}
"""By the citation up to its first bracket or colon."""

UNODA = Known("unoda-2018")
SNAPSHOT = "UNODA Treaties Database snapshot 2018-07-10 (ohnemax/treatyratification)"

SIGNATURES = {
    SNAPSHOT: UNODA,
    'disarmament.unoda.org update "Signature ceremony for the TPNW"': Known("unoda-ceremony-2019"),
    "hikakuishikawa.com/2018/10 (citing UN/ICAN)": Known("hikaku-2018-10"),
    "hikakuishikawa.com/2018/10": Known("hikaku-2018-10"),
    "banmonitor.org/tpnw-status: signed in 2022 (day not given)": Known("banmonitor-2022", "2022-01-01", "2022-12-31"),
    "icanw.org/tpnw_progress (2022) lists as signatories; date not retrieved": Known("ican-2022", AFTER, "2022-12-31"),
    "jcp.or.jp/akahata 2020-12-13 (citing UN Journal)": Known("akahata-2020-12"),
    "icanw.org/support_for_treaty_on_the_prohibition_of_nuclear_weapons_grows": Known("ican-2023-09"),
    "hiroshima-ibun.com": Known("hiroshima-ibun"),
    "icanw.org/tpnw_progress": Known("ican-2022"),
    "banmonitor.org/tpnw-status (as of 19 Sep 2023)": Known("banmonitor-2023"),
    "nuclear-news.net/2025/09/28": Known("nuclear-news-2025-09"),
    "sv.qaz.wiki mirror of Wikipedia list of parties": Known("wikipedia-tpnw"),
    "signed before ratifying (banmonitor: only COK, MNG, NIU, LKA acceded); date not retrieved": Known(
        "banmonitor-accessions", AFTER, "2020-10-13"
    ),
    'ippnw.eu 21 May 2020: signed "in the last few months" (day not given)': Known(
        "ippnw-2020-05", AFTER, "2020-05-21"
    ),
    "signature inferred: total signatories rose 93 (Sep 2023) -> 94 -> 95 (Sep 2025) with only KGZ new in 2025 and "
    "accessions still four; date not retrieved": Known("ican-totals", "2023-09-19", SEEN),
}
"""By the whole citation, or by what stands before its first semicolon."""

DEPOSITS = {
    SNAPSHOT: UNODA,
    "nakai-masatomo.sakuraweb.com: ratified/acceded before 13 Oct 2020 (day not retrieved)": Known(
        "nakai-2020-10", AFTER, "2020-10-13"
    ),
    "nakai-masatomo.sakuraweb.com: 47th, reported 13 Oct 2020 Japan time (UN date not retrieved)": Known(
        "nakai-2020-10", AFTER, "2020-10-13"
    ),
    "oecd-nea.org list of 61 parties (mid-2022) (day not retrieved)": Known("nea-2022", AFTER, "2022-07-31"),
    "banmonitor.org/tpnw-status: ratified in 2022 (day not retrieved)": Known(
        "banmonitor-2022", "2022-01-01", "2022-12-31"
    ),
    "wikimili.com: most recent party as of January 2024 (day not retrieved)": Known(
        "wikipedia-tpnw-2024-01", AFTER, "2024-01-31"
    ),
    "enow.com (Wikipedia text): parties as of September 2024 (day not retrieved)": Known(
        "wikipedia-tpnw-2024-09", AFTER, "2024-09-30"
    ),
    "disarmament.unoda.org update; theworldmarch.org": Known("unoda-ceremony-2019"),
    "hikakuishikawa.com/2018/10; hiroshimapeacemedia.jp (Kyodo)": Known("hikaku-2018-10"),
    "sv.qaz.wiki mirror": Known("wikipedia-tpnw"),
    "sv.qaz.wiki mirror of Wikipedia list of parties": Known("wikipedia-tpnw"),
    "pressenza.com/2022/06": Known("pressenza-2022-06"),
    "hiroshima-ibun.com; sv.qaz.wiki mirror": Known("hiroshima-ibun"),
    "hiroshima-ibun.com; wikimili.com mirror of Wikipedia": Known("hiroshima-ibun"),
    "hiroshima-ibun.com; osk-gensuikyo.jp; sv.qaz.wiki mirror": Known("hiroshima-ibun"),
    'pressenza.com/it 24 Oct 2020 ("ieri"); icanw.org "just one day after Jamaica and Nauru"': Known(
        "pressenza-2020-10"
    ),
    "jcp.or.jp/akahata 2020-12-13; sv.qaz.wiki mirror": Known("akahata-2020-12"),
    "jcp.or.jp/akahata 2020-07-09 (citing UN Journal)": Known("akahata-2020-07"),
    "nuclear-news.net/2025/09/28; nuclearactive.org": Known("nuclear-news-2025-09"),
    "icanw.org/tpnw_reaches_50_states_parties_entry_into_force": Known("ican-2020-10"),
    "adaderana.lk; icanw.org": Known("ican-2023-09"),
    "parallaxperspectives.org (quoting banmonitor)": Known("parallax-2022"),
    "ippnw.eu Vital Signs 21 May 2020": Known("ippnw-2020-05"),
}
"""By the whole citation."""

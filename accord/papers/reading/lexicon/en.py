"""Cue words of English."""

# ruff: noqa: E501  (a table of patterns: one line each)
from accord.papers.reading.lexicon.cues import Cues

_NAME = r"[^\s(),.;:][^(),;:]{1,60}?"

CUES = Cues(
    language="en",
    organ=r"United Nations|General Assembly|Security Council|Economic and Social Council|Conference on Disarmament",
    distribution=r"Distr\.",
    original=r"Original",
    agenda_item=r"(?:Provisional )?[Aa]genda\*? item (?P<item>\d{1,3}(?:\s?\([a-z]{1,2}\))?)",
    note=r"(?:Note|Letter)(?: verbale)?(?: dated [^,]{4,30})? (?:by|from) (?:the )?(?P<by>.{4,60})",
    report=r"(?:Interim |Final )?[Rr]eport of (?P<body>.+)",
    body=r"(?:[Oo]pen-ended |[Aa]d [Hh]oc )?(?:Working Group|Preparatory Committee|Ad Hoc Committee|Group of (?:Governmental )?Experts)",
    chair=r"(?:Co-)?Chair(?:person|man|woman)?",
    resolution=r"resolutions? (?P<n>\d{1,2}/\d{1,3}(?:\s[A-Z]\b)?)",
    paragraphs=r"(?:[Pp]aragraphs?|paras?\.) (?P<n>\d{1,2}(?:(?:, | and | to |-|–)\d{1,2})*)(?!\d| above| below| of the present)",
    quote=r"[“\"](?P<q>[^“”\"]{1,400})[”\"]",
    instrument=r"Treaty on the Non-Proliferation of Nuclear Weapons|Comprehensive Nuclear-Test-Ban Treaty",
    place=r"Geneva|New York|Vienna|Nairobi|Bangkok|The Hague|Addis Ababa",
    paper_after=r"(?:submitted|presented|prepared|tabled) by\s|[Cc]ontribution (?:by|from)\s",
    paper_before="",
    entitled=r",? (?:entitled|titled|on the subject of)",
    summary=r"\b[Ss]ummar(?:y|ies)\b",
    panel_number=r"\b(?:panel(?: discussion)? (?P<n>\d{1,2}|[IVX]{1,5}|one|two|three|four|five|six|seven|eight|nine|ten)\b"
    r"|(?P<ordinal>first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth) (?:thematic )?panel)",
    timetable=r"\b[Tt]imetable\b|\b[Pp]rogramme of work\b|\b[Cc]alendar\b",
    agenda=r"\b[Aa]genda$",
    ngo=r"^[Nn]on-governmental organizations?",
    led_after=r"(?:moderated|chaired|facilitated|led|co-moderated|presided over) by\s|[Mm]oderator:\s|[Ff]acilitator:\s",
    led_before="",
    panellists=r"(?:[Pp]anell?ists|[Ss]peakers|[Ee]xperts|[Pp]resentations)\b[^.:]{0,60}?(?::|\bby\b|\bwere\b)\s",
    elected=rf"elected(?:,? by (?P<mode>acclamation|consensus),?)? (?P<name>{_NAME}) \((?P<state>[^()]{{2,50}})\)"
    rf"(?:,? by (?:acclamation|consensus),?)? (?:as |to be )?(?:its |the )?(?P<role>(?:Co-|Vice-)?Chair(?:person|man|woman)?|Rapporteur)"
    rf"|(?P<name2>[A-Z]{_NAME}) \((?P<state2>[^()]{{2,50}})\) was elected (?:by acclamation )?(?:as )?(?:its |the )?(?P<role2>(?:Vice-)?Chair(?:person)?|Rapporteur)",
    elected_by=r"\bby (?P<by>acclamation|consensus|secret ballot)",
    friends_before=r"[Ff]riends of the Chair(?:person)?[^.:;]{0,40}?(?::|\bfrom(?: the following States:?)?|\b(?:composed|consisting) of|\bwere(?= [A-Z])|\brepresentatives of)\s",
    friends_after=r" as [Ff]riends of the Chair",
    organizational=r"\b[Oo]rgani[sz]ational (?:session|meeting)s?",
    substantive=r"\b[Ss]ubstantive (?:session|meeting)s?",
    met=r"\b(?:held|met|convened|meetings?)\b",
    working_days=r"(?:up to|maximum of|not exceeding|more than|total of) (?P<n>\w+(?:-\w+)?) (?:working )?days",
    spoke_before=r"(?:[Ss]tatements? (?:were|was) (?:also )?made|[Tt]he floor was (?:also )?taken|[Ss]tatements? (?:were|was) (?:also )?delivered) by\s(?:the\s)?(?:representatives?|delegations?|observers?)?(?:\sof)?\s?(?:the following (?:States|countries|organizations)\s?:?\s?)?"
    r"|(?:made (?:general )?statements|took the floor|delivered statements)\s?:\s",
    spoke_after=r" (?:also )?(?:made (?:general )?statements?|took the floor|delivered statements?)(?=[.;,])",
    official_spoke=r"(?:^|[.,] )(?:[Tt]he )?(?P<who>(?!The )[A-Z][^,.:]{4,90}?) (?:addressed|made (?:a|an opening|opening) (?:statement|remarks)|delivered (?:a|an opening) statement|spoke)",
    on_behalf=r"^\s?(?:also )?on behalf of (?:the (?=[A-Z]))?",
    jointly=r"^\s?jointly\s?$",
    introduced=r"introduced (?:their |the )?(?:[a-z ]{0,30})?papers?[^.:]{0,60}:\s|(?:[Pp]apers|[Pp]roposals|recommendations) were introduced by(?: the following States:)?\s",
    introduced_after=r" introduced (?:their |the |its |a )?[a-z ]{0,40}papers?",
    representatives=r"(?:[Tt]he )?(?:representatives?|delegations?) of ",
    submitted_before=r"(?:[Pp]apers|[Dd]ocuments|[Pp]roposals|recommendations) (?:[a-z ]{0,40})?were (?:also )?(?:submitted|presented) by\s",
    submitted_after=r" (?:also )?(?:submitted|presented) (?:documents|papers|written|proposals)",
    adopted=r"\badopted\b",
    considered=r"\bconsidered\b",
    oral=r"orally (?:revised|amended|corrected)",
    composed=r" (?:is|was|are|were)? ?(?:composed of|made up of|formed by)|:| (?:comprises|comprised|consists of|consisted of|includes)| (?:are|were)(?= )",
    elected_more=rf",? and (?P<name>[A-Z]{_NAME}) \((?P<state>[^()]{{2,50}})\) as (?:its |the )?(?P<role>(?:Co-|Vice-)?Chair(?:person|man|woman)?|Rapporteur)",
    apposition=r", an? ",
    met_in=r"\b(?:meet|met|held|convened|convene)(?:,? [a-z]+)? in (?P<place>[A-Z][\w'’-]+(?: [A-Z][\w'’-]+){0,3})",
    protected=r"(?:Peace|Training|Research|Science|Arms|Humanitarian Law) and (?:Freedom|Information|Human Rights|Security|Disarmament|Training|International|Development)",
    same_meeting=r"[Ss]ame meeting",
    provided=r"(?:^|\. )(?:The )?(?P<who>(?!The )[A-Z][^.;:]{3,120}?) (?:also )?(?:provided|furnished) [^.]{0,60}?(?:secretariat|substantive support)"
    r"|(?:[Ss]ecretariat|[Ss]ubstantive support)[^.]{0,60}? (?:was|were) provided by (?:the )?(?P<who2>[A-Z][^.,;:]{3,120})",
    opened=r"(?:meeting|session)s?(?: [^.,]{0,40})? (?:was|were) (?:formally )?(?:declared )?open(?:ed)? by (?:the )?(?P<who>[A-Z][^.,;:]{3,120})"
    r"|(?:^|[.,] )(?:The )?(?P<who2>(?!The )[A-Z][^.,;:]{3,120}?) (?:formally )?(?:opened|declared open) the (?:[a-z]+ )?(?:meeting|session)",
    oversaw=r"(?:presided over|oversaw|supervised|conducted) the election",
    modalities=r"\b(?:decided|agreed|determined|adopted)\b[^.]{0,60}\bmodalit(?:y|ies)\b",
    participants=(
        ("international-organisations", r"(?:international|intergovernmental|regional) organi[sz]ations"),
        ("civil-society", r"civil society(?: organi[sz]ations)?|non-governmental organi[sz]ations"),
        ("academia", r"academia|academic (?:institutions|community)"),
    ),
    counted=(
        ("organizational", r"\b(?P<n>[\w-]+) (?=organi[sz]ational (?:session|meeting)s?\b)"),
        ("all", r"\b(?:in|held|at) (?:a total of )?(?P<n>[\w-]+) (?=(?:(?:formal|plenary|open) )?meetings\b)"),
    ),
    again=r", and(?: also)? |; | as well as ",
    last_meeting=r"\b(?:last|final|closing|concluding) meeting\b",
    exchange=r"general (?:exchange of views|debate)",
    document_types=(
        ("working_paper", r"[Ww]orking paper"),
        ("conference_room_paper", r"[Cc]onference room paper"),
        ("moderator_summary", r"[Ss]ummary by the (?:moderator|facilitator|chair)"),
        ("corrigendum", r"[Cc]orrigendum"),
        ("addendum", r"[Aa]ddendum"),
        ("ngo_paper", r"[Cc]ontribution(?= (?:by|from))"),
    ),
    friends=r"Friends of the Chair(?:person)?",
    institution=r"(?:United Nations )?General Assembly|Security Council|Economic and Social Council|Conference on Disarmament"
    r"|International Court of Justice|International Criminal Court|International Atomic Energy Agency|\bIAEA\b",
    month=r"\b(?:[Ii]n|[Oo]f|[Ss]ince|[Dd]uring|[Tt]he) (?P<m>January|February|March|April|May|June|July|August|September|October|November|December)\b"
    r"(?! \d{1,2}\b)(?:,? (?P<y>(?:19|20)\d\d))?",
    format=r"^(?:An? |The )?(?:[A-Za-z]+ ){0,2}?(?P<f>[Pp]anel(?: discussion)?|[Dd]iscussion|[Rr]ound table|[Ff]orum|[Dd]ialogue|[Dd]ebate|[Ww]orkshop|[Ss]eminar)\b",
    exercise=r"EXERCISE|Exercise",
)

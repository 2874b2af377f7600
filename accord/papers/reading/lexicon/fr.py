"""Cue words of French."""

# ruff: noqa: E501  (a table of patterns: one line each)
from accord.papers.reading.lexicon.cues import Cues

_NAME = r"[^\s(),.;:][^(),;:]{1,60}?"

CUES = Cues(
    language="fr",
    organ=r"Nations Unies|Assemblée générale|Conseil de sécurité|Conseil économique et social|Conférence du désarmement",
    distribution=r"Distr\.",
    original=r"Original|Langue originale",
    agenda_item=r"Point (?P<item>\d{1,3}(?:\s?[a-z]{1,2}\))?) (?:\*? ?de l['’]ordre du jour|du projet d['’]ordre du jour)",
    note=r"(?:Note|Lettre)(?: verbale)?(?: datée du [^,]{4,30})?(?: adressée .{4,60})? (?:du|de la|de l['’]|par) ?(?P<by>.{4,60})",
    report=r"[Rr]apport (?:intérimaire |final )?(?:du|de la|de l['’]|des) ?(?P<body>.+)",
    body=r"[Gg]roupe de travail(?: à composition non limitée| spécial)?|[Cc]omité préparatoire|[Cc]omité spécial|[Gg]roupe d['’]experts(?: gouvernementaux)?",
    chair=r"(?:[Cc]o)?[Pp]résiden(?:te?|ce)",
    resolution=r"résolutions? (?P<n>\d{1,2}/\d{1,3}(?:\s[A-Z]\b)?)",
    paragraphs=r"(?:[Pp]aragraphes?|par\.) (?P<n>\d{1,2}(?:(?:, | et | à |-|–)\d{1,2})*)(?!\d| ci-| du présent)",
    quote=r"«\s?(?P<q>[^«»]{1,400}?)\s?»|“(?P<q2>[^“”]{1,400})”",
    instrument=r"Traité sur la non-prolifération des armes nucléaires|Traité d['’]interdiction complète des essais nucléaires",
    place=r"Genève|New York|Vienne|Nairobi|Bangkok|La Haye|Addis-Abeba",
    paper_after=r"(?:soumis|soumise|présenté|présentée|déposé|déposée|établi|établie|soumis conjointement) par\s|[Cc]ontribution (?=de |du |des |d['’])",
    paper_before="",
    entitled=r",? (?:intitulée?|ayant pour titre)",
    summary=r"\b[Rr]ésumés?\b|\b[Cc]ompte rendu\b",
    panel_number=r"(?:table ronde|débat|groupe|réunion-débat|séance) (?:n[o°]\s?)?(?P<n>\d{1,2}|[IVX]{1,5})\b"
    r"|(?P<ordinal>première?|deuxième|second|seconde|troisième|quatrième|cinquième|sixième|septième|huitième|neuvième|dixième) (?:table ronde|débat|groupe|réunion-débat)",
    timetable=r"\b[Cc]alendrier\b|\b[Pp]rogramme de travail\b",
    agenda=r"[Oo]rdre du jour(?: provisoire)?$",
    ngo=r"^[Oo]rganisations? non gouvernementales?",
    led_after=r"(?:animée?|modérée?|présidée?|dirigée?|conduite?|facilitée?)s? par\s(?:(?:M\.|Mme|MM\.)\s)?|[Mm]odérat(?:eur|rice)\s?:\s|[Aa]nimat(?:eur|rice)\s?:\s|[Ff]acilitat(?:eur|rice)\s?:\s",
    led_before="",
    panellists=r"(?:[Ii]ntervenant(?:e|s|es)*|[Ee]xperts?|[Pp]articipants?|[Oo]rateurs|[Ee]xposés|[Pp]anélistes)\b[^.:]{0,60}?(?:\s?:|\bpar\b|\bétaient\b|\bont été\b)\s",
    elected=rf"élue?(?:,? par (?P<mode>acclamation|consensus),?)? (?:(?:M\.|Mme)\s)?(?P<name>{_NAME}) \((?P<state>[^()]{{2,50}})\)"
    rf"(?:,? par (?:acclamation|consensus),?)? (?:à (?:sa|la) |comme |en qualité de |aux fonctions de )?(?P<role>(?:[Vv]ice-|[Cc]o)?[Pp]résiden(?:te?|ce)|[Rr]apporteuse?)"
    rf"|(?:(?:M\.|Mme)\s)?(?P<name2>[A-ZÉ]{_NAME}) \((?P<state2>[^()]{{2,50}})\) a été élue? (?:par acclamation )?(?:à la )?(?P<role2>(?:[Vv]ice-)?[Pp]résiden(?:te?|ce)|[Rr]apporteuse?)"
    rf"|élue? (?P<role3>(?:[Vv]ice-|[Cc]o)?[Pp]résidente?|[Rr]apporteuse?) (?:(?:M\.|Mme)\s)?(?P<name3>{_NAME}) \((?P<state3>[^()]{{2,50}})\)",
    elected_by=r"\bpar (?P<by>acclamation|consensus|scrutin secret)",
    friends_before=r"[Aa]mie?s d(?:u|e la) [Pp]résiden(?:te?|ce)[^.:;]{0,40}?(?:des pays suivants|des États suivants|venus|issus|originaires)?\s?(?::|\bd(?:e|es|u)\b|\bétaient\b)\s?",
    friends_after=r"(?:\bd['’]|\bqu['’]|\bcomme |\b(?:désigné|nommé|choisi)e?s )[Aa]mie?s d(?:u|e la) [Pp]résid",
    organizational=r"\b(?:session|réunion|séance)s? d['’]organisation",
    substantive=r"\b(?:session|réunion|séance)s? de fond",
    met=r"\b(?:tenue?s?|réunie?s?|séances?|réunions?)\b",
    working_days=r"(?:maximum de |jusqu['’]à |total de |pendant (?:au plus )?|plus de )(?P<n>[\w-]+) jours(?: ouvrables| de travail)?",
    spoke_before=r"(?:[Dd]éclarations? (?:ont|a) (?:également |aussi )?été (?:également |aussi )?faites?|[Oo]nt (?:également |aussi )?fait (?:une|des) déclarations?|[Oo]nt (?:également |aussi )?pris la parole)\s?(?:par\s)?(?:les? représentant(?:e|s|es)*|les délégations|le)?\s?(?:des (?:États|pays|organisations) suivante?s\s?:?|suivante?s\s?:)?\s?:?\s?",
    spoke_after=r" (?:ont|a) (?:également |aussi )?(?:fait (?:une|des) déclarations?|pris la parole)(?=[.;,])",
    official_spoke=r"(?:^|[.,] )(?:[Ll]e |[Ll]a |[Ll]['’])(?P<who>[A-ZÉ][^,.:]{4,90}?) (?:a fait une déclaration|a pris la parole|a prononcé|s['’]est adressée? )",
    on_behalf=r"^\s?(?:également )?au nom (?:de la |de l['’]|des |du |d['’]|de )",
    jointly=r"^\s?(?:conjointement|ensemble)\s?$",
    introduced=r"(?:ont )?présenté (?:les? |leurs? |des )?(?:[a-zéè ]{0,30})?documents?[^.:]{0,60}\s?:\s|documents? [^.:]{0,40}ont été présentés par(?: les États suivants\s?:)?\s",
    introduced_after=r" (?:a|ont) présenté (?:un |des |leurs? |son |ses |les? )?(?:[a-zéè ]{0,20})?documents? de travail",
    representatives=r"(?:[Ll]es? |[Ll]a )?(?:représentant(?:e|s|es)?|délégations?) (?:de la |de l['’]|des |du |d['’]|de )",
    submitted_before=r"(?:[Dd]ocuments|[Pp]ropositions|contributions|recommandations) (?:[a-zéè ]{0,40})?ont (?:également |aussi )?été (?:soumis|soumises|présentés|présentées) par\s",
    submitted_after=r" (?:a|ont) (?:également |aussi )?(?:soumis|présenté) des (?:documents|propositions|contributions)",
    adopted=r"\ba (?:également )?adopté\b|\badopté\b",
    considered=r"\ba examiné\b|\bexaminé\b",
    oral=r"(?:révisée?|modifiée?|corrigée?|amendée?)s? oralement|oralement (?:révisé|modifié|corrigé)",
    composed=r" (?:se compose|est composée?|était composée?|est constituée?|est formée?) (?:de(?:s)?|d['’])|\s?:| (?:comprend|regroupe|réunit|comprenait)",
    elected_more=rf",? et (?:(?:M\.|Mme)\s)?(?P<name>[A-ZÉ]{_NAME}) \((?P<state>[^()]{{2,50}})\),? (?:à la |comme |en qualité de )?(?P<role>(?:[Vv]ice-)?[Pp]résidente?|[Rr]apporteuse?)",
    apposition=r", (?:une? )?organisation",
    met_in=r"\b(?:réunirait|réunira|réunir|réuni|tenue?s?) à (?P<place>[A-ZÉ][\w'’-]+(?: [A-ZÉ][\w'’-]+){0,3})",
    protected=r"paix et (?:la liberté|la sécurité|le désarmement)|recherche et (?:de )?formation|formation et",
    same_meeting=r"[Mm]ême (?:réunion|séance)",
    provided=r"(?:^|\. )(?:Le |La |L['’])(?P<who>[A-ZÉ][^.;:]{3,120}?) (?:a|ont) (?:également )?(?:assuré|fourni|apporté) [^.]{0,60}?(?:secrétariat|appui (?:fonctionnel|technique))"
    r"|secrétariat[^.]{0,60}? (?:a|ont) été (?:assurée?s?|fournie?s?) par (?:le |la |l['’])?(?P<who2>[A-ZÉ][^.,;:]{3,120})",
    opened=r"(?:réunion|séance|session)s?(?: [^.,]{0,40})? (?:a|ont) été (?:déclarée?s? )?ouvertes? par (?:le |la |l['’])?(?P<who>[A-ZÉ][^.,;:]{3,120})"
    r"|(?:^|[.,] )(?:[Ll]e |[Ll]a |[Ll]['’])(?P<who2>[A-ZÉ][^.,;:]{3,120}?) a (?:déclaré )?ouvert(?:e)? la (?:réunion|séance|session)",
    oversaw=r"(?:présidé|supervisé|dirigé|conduit)e? l['’]élection",
    modalities=r"\b(?:arrêté|fixé|décidé|adopté|défini)\b[^.]{0,60}\bmodalités\b",
    participants=(
        ("international-organisations", r"organisations (?:internationales|intergouvernementales|régionales)"),
        ("civil-society", r"société civile|organisations non gouvernementales"),
        ("academia", r"milieux universitaires|établissements universitaires|universitaires"),
    ),
    counted=(
        ("organizational", r"\b(?P<n>[\w-]+) (?=(?:réunion|séance|session)s? d['’]organisation\b)"),
        ("all", r"\b(?:en|tenu) (?P<n>[\w-]+) (?=(?:séances|réunions)(?: (?:plénières|officielles))?\b)"),
    ),
    again=r",? ainsi que |, et |; ",
    last_meeting=r"\bdernière (?:séance|réunion)\b",
    exchange=r"(?:échange de vues|débat) général",
    document_types=(
        ("working_paper", r"[Dd]ocument de travail"),
        ("conference_room_paper", r"[Dd]ocument de séance"),
        (
            "moderator_summary",
            r"[Rr]ésumé (?:de l['’]animat(?:eur|rice)|d(?:u|e la) (?:modérat(?:eur|rice)|président(?:e)?))",
        ),
        ("corrigendum", r"[Rr]ectificatif"),
        ("addendum", r"[Aa]dditif"),
        ("ngo_paper", r"[Cc]ontribution(?= d)"),
    ),
    friends=r"[Aa]mie?s d(?:u|e la) [Pp]résiden(?:te?|ce)",
    institution=r"Assemblée générale|Conseil de sécurité|Conseil économique et social|Conférence du désarmement"
    r"|Cour internationale de Justice|Cour pénale internationale|Agence internationale de l['’]énergie atomique|\bAIEA\b",
    month=r"(?:\b(?:[Ee]n|[Dd]e|[Dd]epuis|[Dd]urant) |\bd['’])(?P<m>janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre)\b"
    r"(?: (?P<y>(?:19|20)\d\d))?",
    format=r"^(?:Une? |La |Le )?(?P<f>[Tt]able ronde|[Dd]ébat|[Ff]orum|[Rr]éunion-débat|[Dd]ialogue|[Aa]telier|[Ss]éminaire)\b",
    exercise=r"EXERCICE|Exercice",
)

"""Cue words of Spanish."""

# ruff: noqa: E501  (a table of patterns: one line each)
from accord.papers.reading.lexicon.cues import Cues

_NAME = r"[^\s(),.;:][^(),;:]{1,60}?"
_STATE = r"\((?P<state>[^()]{2,50})\)"

CUES = Cues(
    language="es",
    organ=r"Naciones Unidas|Asamblea General|Consejo de Seguridad|Consejo Económico y Social|Conferencia de Desarme",
    distribution=r"Distr\.",
    original=r"Original|Idioma original",
    agenda_item=r"Tema (?P<item>\d{1,3}(?:\s?[a-z]{1,2}\))?) del programa(?: provisional)?",
    note=r"(?:Nota|Carta)(?: verbal)?(?: de fecha [^,]{4,30})? (?:del|de la|de los|de) ?(?P<by>.{4,60})",
    report=r"[Ii]nforme (?:provisional |final )?(?:del|de la|de los) ?(?P<body>.+)",
    body=r"[Gg]rupo de [Tt]rabajo(?: de composición abierta)?|[Cc]omité [Pp]reparatorio|[Cc]omité [Ee]special|[Gg]rupo de [Ee]xpertos(?: [Gg]ubernamentales)?",
    chair=r"(?:[Cc]o)?[Pp]resident[ea]|[Pp]residencia",
    resolution=r"resoluci(?:ón|ones) (?P<n>\d{1,2}/\d{1,3}(?:\s[A-Z]\b)?)",
    paragraphs=r"(?:[Pp]árrafos?|párrs?\.) (?P<n>\d{1,2}(?:(?:, | y | a |-|–)\d{1,2})*)(?= (?:de|del|supra))",
    quote=r"[“\"«](?P<q>[^“”\"«»]{1,400})[”\"»]",
    instrument=r"Tratado sobre la [Nn]o [Pp]roliferación de las [Aa]rmas [Nn]ucleares",
    place=r"Ginebra|Nueva York|Viena|Nairobi|Bangkok|La Haya|Addis Abeba",
    paper_after=r"(?:presentad[oa]s?|preparad[oa]s?)(?: conjuntamente)? por\s",
    paper_before="",
    entitled=r",? titulad[oa]",
    summary=r"\b[Rr]es(?:umen|úmenes)\b",
    panel_number=r"(?:mesa redonda|panel) (?:núm\. )?(?P<n>\d{1,2}|[IVX]{1,5})\b"
    r"|(?P<ordinal>primer[ao]?|segund[ao]|tercer[ao]?|cuart[ao]|quint[ao]|sext[ao]|séptim[ao]|octav[ao]|noven[ao]|décim[ao]) (?:mesa redonda|panel)",
    timetable=r"\b[Cc]alendario\b|\b[Pp]rograma de trabajo\b",
    agenda=r"[Pp]rograma(?: provisional)?$",
    ngo=r"^[Oo]rganizaci(?:ón|ones) no gubernamental(?:es)?",
    led_after=r"(?:moderad[oa]|presidid[oa]|dirigid[oa]|facilitad[oa])s? por\s|[Mm]oderadora?:\s",
    led_before="",
    panellists=r"(?:[Pp]anelistas|[Oo]radores|[Pp]onentes|[Ee]xpert[oa]s)\b[^.:]{0,60}?(?::|\bpor\b)\s",
    elected=rf"eligió(?: por (?P<mode>aclamación|consenso))? (?:a )?(?P<name>{_NAME}) {_STATE}"
    r"(?: por aclamación)?(?: como)? (?P<role>(?:[Vv]ice|[Cc]o)?[Pp]resident[ea]|[Rr]elatora?)",
    elected_by=r"\bpor (?P<by>aclamación|consenso|votación secreta)",
    friends_before=r"[Aa]migos (?:del [Pp]residente|de la [Pp]resident[ea]|de la [Pp]residencia)[^.:;]{0,40}?(?::|\bde\b|\bpor\b|\bfueron\b)\s",
    friends_after=r"(?:\bcomo|\bde|\b(?:designad|nombrad)[oa]s) [Aa]migos d(?:el|e la) [Pp]residen",
    organizational=r"\b(?:reunión|sesión|período de sesiones) de organización",
    substantive=r"\b(?:reuniones|sesiones|reunión|período de sesiones) sustantiv[oa]s?",
    met=r"\b(?:celebró|celebrad[oa]s?|se reunió|sesiones)\b",
    working_days=r"(?:máximo de|hasta|un total de) (?P<n>[\w-]+) días(?: laborables| de trabajo)?",
    spoke_before=r"(?:[Ff]ormularon|[Hh]icieron) (?:también )?(?:una )?declaraci(?:ón|ones)\s?(?:l[oa]s )?(?:representantes )?(?:de(?: los siguientes (?:Estados|países))?)?\s?:?\s",
    spoke_after=r" (?:también )?(?:formularon|hicieron) (?:una )?declaraci(?:ón|ones)(?=[.;,])",
    official_spoke=r"(?:^|[.,] )(?P<who>(?:[Ee]l|[Ll]a) [A-Z][^,.:]{4,90}?) (?:formuló una declaración|hizo una declaración|pronunció)",
    on_behalf=r"^\s?(?:también )?en nombre (?:de la |de los |del |de )",
    jointly=r"^\s?conjuntamente\s?$",
    introduced=r"presentaron (?:sus |los )?documentos de trabajo[^.:]{0,60}:\s|[Dd]ocumentos de trabajo (?:fueron |han sido |habían sido )?presentados por\s|\bPresentaron (?:sus |los )?documentos de trabajo:?\s",
    introduced_after=r" presentaron (?:sus |los )?documentos de trabajo",
    representatives=r"(?:[Ll][ao]s? |[Ee]l )?(?:representantes?|delegaci(?:ón|ones)) de(?:l| la| los| las)? ",
    submitted_before=r"(?:[Dd]ocumentos|propuestas) (?:[a-zé ]{0,40})?(?:fueron )?presentad[oa]s (?:también )?por\s",
    submitted_after=r" (?:también )?presentaron (?:documentos|propuestas)",
    adopted=r"\b(?:aprobó|adoptó)\b",
    considered=r"\b(?:examinó|consideró)\b",
    oral=r"(?:revisad[oa]|enmendad[oa]|corregid[oa])s? (?:oralmente|verbalmente)|en su forma oralmente",
    composed=r" (?:está|estaba) (?:integrad[oa]|compuest[oa]|formad[oa]) por|:| (?:comprende|incluye)",
    protected=r"[Pp]az y (?:la )?(?:[Ll]ibertad|[Ss]eguridad)",
    same_meeting=r"[Ee]n la misma (?:sesión|reunión)",
    elected_more=rf",? y a (?P<name>[A-ZÁÉÍÓÚÑ]{_NAME}) {_STATE},? (?:como )?(?P<role>(?:[Vv]ice)?[Pp]resident[ea]|[Rr]elatora?)",
    apposition=r", (?:una? )?organización",
    met_in=r"\b(?:reunirse|reuniría|reunirá|reunió|celebrad[oa]s?|celebrar[íá]an?) en (?P<place>[A-ZÁÉÍÓÚÑ][\wáéíóúñ-]+(?: [A-ZÁÉÍÓÚÑ][\wáéíóúñ-]+){0,3})",
    provided=r"(?:^|\. )(?:La |El |Los |Las )?(?P<who>[A-ZÁÉÍÓÚÑ][^.;:]{3,120}?) (?:prestó|prestaron|proporcionó|proporcionaron|facilitó) [^.]{0,60}?(?:secretaría|apoyo sustantivo)"
    r"|secretaría[^.]{0,60}? (?:fueron|estuvieron|corrieron) (?:prestados por|a cargo de) (?:la |el )?(?P<who2>[A-ZÁÉÍÓÚÑ][^.,;:]{3,120})",
    opened=r"(?:reunión|sesión|período de sesiones)(?: [^.,]{0,40})? (?:fue|quedó) (?:declarad[ao] )?(?:inaugurad[ao]|abiert[ao]) por (?:la |el )?(?P<who>[A-ZÁÉÍÓÚÑ][^.,;:]{3,120})"
    r"|(?:^|[.,] )(?:[Ll]a |[Ee]l )(?P<who2>[A-ZÁÉÍÓÚÑ][^.,;:]{3,120}?) (?:inauguró|declaró abiert[ao]|abrió) (?:la|el) (?:reunión|sesión|período)",
    oversaw=r"(?:presidió|supervisó|dirigió) (?:también )?la elección",
    modalities=r"\b(?:decidió|acordó|convino|aprobó|determinó)\b[^.]{0,60}\bmodalidades\b",
    participants=(
        ("international-organisations", r"organizaciones (?:internacionales|intergubernamentales|regionales)"),
        ("civil-society", r"(?:organizaciones de la )?sociedad civil|organizaciones no gubernamentales"),
        ("academia", r"círculos académicos|instituciones académicas|mundo académico"),
    ),
    counted=(
        ("organizational", r"\b(?P<n>[\w-]+) (?=(?:reunión|reuniones|sesión|sesiones) de organización\b)"),
        (
            "all",
            r"\b(?:en|celebró) (?:un total de )?(?P<n>[\w-]+) (?=(?:sesiones|reuniones)(?: (?:plenarias|oficiales))?\b)",
        ),
    ),
    again=r", así como |, y(?: también)? |; ",
    last_meeting=r"\b(?:última|sesión de clausura)\b",
    exchange=r"(?:intercambio|debate) general",
    document_types=(
        ("working_paper", r"[Dd]ocumento de trabajo"),
        ("conference_room_paper", r"[Dd]ocumento de sesión"),
        ("moderator_summary", r"[Rr]esumen (?:del|de la) (?:moderadora?|facilitadora?|[Pp]resident[ea])"),
        ("corrigendum", r"[Cc]orrección"),
        ("addendum", r"[Aa]dición"),
        ("ngo_paper", r"[Cc]ontribución(?= de)"),
    ),
    friends=r"[Aa]migos (?:del [Pp]residente|de la [Pp]resident[ea]|de la [Pp]residencia)",
    institution=r"Asamblea General|Consejo de Seguridad|Consejo Económico y Social|Conferencia de Desarme"
    r"|Corte Internacional de Justicia|Corte Penal Internacional|Organismo Internacional de Energía Atómica|\bOIEA\b",
    month=r"\b(?:[Ee]n|[Dd]e|[Dd]esde|[Dd]urante) (?P<m>enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre)\b"
    r"(?: de (?P<y>(?:19|20)\d\d))?",
    format=r"^(?:Una? |La |El )?(?P<f>[Mm]esa redonda|[Dd]ebate|[Ff]oro|[Dd]iálogo|[Tt]aller|[Ss]eminario|[Pp]anel)\b",
    exercise=r"EJERCICIO|Ejercicio",
)

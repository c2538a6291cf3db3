"""The word that somebody wants explained: "wat is een jobcoach", "coping, wat houdt dat in"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from components.values.found import Found, Heard

EXPLAIN = "explain_term"
MOST_WORDS = 5

_NAME = r"[\w][\w'/&.-]*(?: [\w'/&-]+){0,5}?"
_MEANS = r"beteken(?:t|d|en|dt)?|bedoel(?:en|t|d|de)?|houdt?|wil|heet|inhoudt|is|zijn|was"
_EXPLAINED = r"uitleggen|toelichten|omschrijven|verklaren|verduidelijken"
_SAYS = (
    r"(?:zegt?|zei|zeggen|noemt?|noemen|schrijven|gebruiken|schrijft?|schreef|zet|gebruikt?|"
    r"typt?|had|heeft|hebt|praat|het)"
)
_THAT = r"(?:dat|da|dit|die|deze|het)"
_END = (
    r"(?:\s*(?:[?.!,;:(\"]|$)| (?:zoals|staat|want|maar|moet|mag|wordt|heeft|krijg|gaat|of|ik|"
    r"ken|snap|is dat|kun|kan|leg|"
    r"en (?:wat|hoe|ik)|voor een|bij)\b)"
)
_START = (
    r"^(?:(?:sorry|hallo|hoi|hey|he|eh+m?|uh+m?|en|maar|oke|oké|ja|nou|zeg|bro|yo|man|dus|hé|"
    r"meneer|mevrouw|oh|o),? )*[\"']?"
)
_SEVERAL = re.compile(
    r"\b(?:woorden|begrippen|termen|afkortingen|allebei|beide|twee|zijn|verschil|"
    r"wat is wat|welke is welke|door elkaar|het een (?:en|,)?.{0,10}het ander)\b"
)
_AND = re.compile(r",? en (?:(?:met|van|over) )?")
_EACH = re.compile(r" en (?:met|van|over) ")
_VAGUE = frozenset(
    {"moeilijke", "lange", "rare", "gekke", "vreemde", "dure", "nieuwe", "eerste", "laatste"}
)
_TERM = tuple(
    re.compile(pattern)
    for pattern in (
        r"(?<![\w])(?P<quote>[\"'])(?P<term>\w[^\"']{2,40})(?P=quote)(?!\w)",
        rf"\bverschil tussen (?P<term>{_NAME}){_END}",
        rf"\bverschil\b[^:?.]{{0,30}}: ?(?P<term>{_NAME}){_END}",
        rf"\b(?:zegt|zei|vindt|vond|zeggen) dat (?:ik|hij|ze|zij|we) (?P<term>{_NAME}) "
        r"(?:doe|doet|heb|heeft|ben|krijg|krijgt|geef|moet|nodig)\b",
        rf"\b(?:dat|het|die|dit) (?:woord|begrip|term|afkorting) (?P<term>{_NAME})"
        rf"(?: (?:maar|snap|ken|begrijp|niet|wat|waar|hoe|betekent|is|en|van|kort|"
        rf"willen|{_EXPLAINED})\b|{_END})",
        rf"\bik (?:hoor|hoorde|lees|las|zie|zag) (?:steeds |overal |telkens |vaak |net |hier )?"
        rf"[\"']?(?P<term>{_NAME})(?: (?:maar|in|op|bij|en|wat|staan)\b|,)",
        rf"^is (?:een )?(?P<term>{_NAME}) (?:een|iets|goed|slecht|erg|hetzelfde)\b",
        rf"\b(?:leg(?:gen|t)?|vertel\w*|zeg\w*|uitleggen)\b[^?.]{{0,40}} wat "
        rf"(?!(?:die|dat|deze|dit|ik|er)\b)(?P<term>{_NAME})"
        rf" (?:is|zijn|betekent|inhoudt|wil zeggen)\b",
        rf"\bwat (?:wil|willen) (?:ze|zij|je|jij|jullie|u|men) (?:nou |dan |eigenlijk )?zeggen met "
        rf"(?P<term>{_NAME}){_END}",
        rf"\bhoe leg (?:ik|je) (?!dat\b|dit\b)(?P<term>{_NAME}) (?:het beste |goed )?uit\b(?! wat)",
        rf"\b(?:zijn|om|mij|me) (?P<term>{_NAME}) (?:nader |even |kort )?"
        r"(?:toe te lichten|uit te leggen|te (?:omschrijven|verklaren|verduidelijken))",
        rf"\b(?:def|afk|bet)(?:initie|orting)?\.?:? (?:van )?(?!van\b)(?P<term>{_NAME}){_END}",
        rf"\bwat valt (?:er )?(?:precies |allemaal )?onder (?P<term>{_NAME}){_END}",
        rf"\bwat doet (?:een|de|zo'n) (?P<term>{_NAME})(?: nou| eigenlijk| precies| anders)*{_END}",
        rf"\bwanneer (?:heet|is|noem je) (?:iets|iemand) (?P<term>{_NAME}){_END}",
        rf"^(?P<term>{_NAME})(?: in dit systeem| hier)? ?= ?\?*$",
        rf"\bleg(?:t|gen)? (?:(?:u|us|ons|het|me|mij|eens|es|is|even|nog) )*uit[,:.]? "
        rf"(?!wat )(?P<term>{_NAME}){_END}",
        rf"\bwelke betekenis heeft (?P<term>{_NAME})(?: in\b|{_END})",
        rf"\bwa?t? is {_THAT},? (?:een |de |het )(?P<term>{_NAME}){_END}",
        rf"\bwa?t? (?:is|betekent) {_THAT}(?: nou| nu| weer| eigenlijk| voor \w+)*, ?"
        rf"(?P<term>{_NAME}){_END}",
        rf"\bwoord, (?P<term>{_NAME}){_END}",
        rf"^(?:wablief|huh|hè|sorry)[,?]+ (?P<term>{_NAME})\?+$",
        rf"\bwa?t? wil {_THAT} zeggen,? (?P<term>{_NAME}){_END}",
        rf"\bwa?t? wil zeggen,? (?P<term>{_NAME}){_END}",
        rf"\b(?:nederlands|taal|woord(?:en)?|uitleg|makkelijk|simpel)(?: \w+){{0,2}}: ?"
        rf"(?P<term>{_NAME}){_END}",
        rf"{_START}(?P<term>{_NAME})"
        rf"[\"']?(?:[,:?.!=-]+ ?| )(?:wa(?:t|ar)?\b|wa[sz] ?dat?\b|hoe|leg|nooit|he(?:b|dde|"
        rf"bbie)\b|geen idee|"
        rf"{_THAT} woord|is (?:dat|wat|da)|"
        rf"beteken\w*|da?t? (?:is|klinkt|zegt)|staat (?:er|hier|daar)|"
        rf"(?:kan|kun|wil) (?:iemand|je|jij|u)\b|"
        rf"(?:dat |die )?(?:snap|begrijp|ken|weet) (?:ik|k)\b|"
        rf"(?:hoor|lees|zie|las|zag|hoorde|kom|komt) (?:ik |k |je )?(?:\w+ ){{0,2}}?"
        rf"(?:voorbij\w*|terug\w*|tegen|vallen|staan|vaak|veel|overal|regelmatig|steeds)(?=[,.?])|"
        rf"betekenis|afkorting|uitleg)",
        rf"\bwat voor (?:iets|ding|woord) is (?P<term>{_NAME}){_END}",
        rf"\bwat is (?:de |het )?(?:betekenis|definitie|uitleg) van (?P<term>{_NAME}){_END}",
        rf"\bwat wil (?P<term>{_NAME}) (?:nou |eigenlijk |dan )?zeggen",
        rf"\b{_SAYS} (?:steeds |iets |net |ook |altijd |het )?(?:over |van )?(?P<term>{_NAME})"
        rf"(?:[,.?!]| (?:maar|en|is|wat|hoe|tegen)\b)",
        rf"\bwaar staat (?:de |het )?(?P<term>{_NAME})(?: ook weer| ook alweer| eigenlijk|"
        rf" dan)? voor",
        rf"\bwat (?:is|zijn|betekent|betekend|houdt) dat,? (?:woord )?(?P<term>{_NAME}){_END}",
        rf"\bwa?t? (?:wordt|word) (?:er )?(?:bedoeld met|verstaan onder) (?P<term>{_NAME}){_END}",
        rf"\bwa?t? bedoel(?:en|t|d|de)? (?:je|jij|jullie|u|ze|zij|ge|gij) (?:nou |dan |"
        rf"precies )?met (?P<term>{_NAME}){_END}",
        rf"\bwat moet ik (?:me |mij )?(?:bij|onder) (?P<term>{_NAME}) (?:voorstellen|verstaan)",
        rf"\bwat versta(?:an|at)? (?:je|jullie|ze|men) onder (?P<term>{_NAME}){_END}",
        rf"\bwat (?P<term>{_NAME}) (?:betekent|betekend|is|inhoudt|zijn|wil zeggen)\b",
        rf"\b(?:wa?t?|what) (?:{_MEANS}) [\"']?(?P<term>{_NAME}){_END}",
        rf"\b(?:leg|legt) (?:me |mij |het |eens |even |nog |"
        rf"een keer )*uit wat (?P<term>{_NAME}){_END}",
        rf"\b(?:leg|legt) (?:me |mij |eens |even |nog )*(?P<term>{_NAME})(?: eens| even|"
        rf" nog)? uit\b",
        rf"\b(?:kun|kan|ken|kunt|wil|wilt) (?:je|jij|u|iemand) (?:me |mij |even )*"
        rf"(?P<term>{_NAME}) (?:eens |even |nog |makkelijk |simpel |kort )*(?:{_EXPLAINED})",
        rf"\b(?:uitleg|definitie|betekenis|afkorting|begrip|verklaring|omschrijving)(?: van|"
        rf" over)?:? "
        rf"(?P<term>{_NAME}){_END}",
        rf"\b(?:snap|begrijp|ken|weet) (?:ik )?(?:het |dit |dat |"
        rf"die )?(?:woord )?(?P<term>{_NAME}) (?:niet|nie)\b",
        rf"\bbij (?P<term>{_NAME}) (?:voorstellen|denken)",
        rf"^(?P<term>{_NAME}) (?:betekenis|uitleg)$",
        rf"\bgehoord van (?P<term>{_NAME}){_END}",
        rf"\bstaat:? (?:er |hier )?(?P<term>{_NAME})[,.]? (?:wat|hoe|maar|en|ik)\b",
        rf"^(?P<term>{_NAME})\?+(?: |$)",
        rf"^(?:waar )?(?P<term>{_NAME}) (?:ook |al )?staat (?:ook |al |weer )*voor\b",
        rf"\bwaarvoor staa[tn] (?P<term>{_NAME}){_END}",
        rf"\bhoe (?:zou|kan|moet|kun) (?:je|ik|u|jij) (?P<term>{_NAME}) "
        rf"(?:het best |kort |goed )*(?:{_EXPLAINED})",
        rf"^(?P<term>{_NAME})(?: graag| aub| svp| even| kort)* (?:{_EXPLAINED})\b",
        rf"\bstaat:? (?:er |hier |ook )*(?!voor\b)(?P<term>{_NAME}) ?\?",
        rf"\b(?:begrippen|woorden)(?:lijst)?: (?P<term>{_NAME}){_END}",
    )
)
_EXPLAINED_APART = re.compile(
    rf"\bwat (?:is|zijn) (?P<one>{_NAME}),? en wat (?:is|zijn) (?P<two>{_NAME}){_END}|"
    rf"{_START}(?P<left>[\w-]+),? (?P<right>(?!en\b|of\b)[\w-]+),? [^?]*"
    r"\b(?:wat is wat|welke is welke)\b"
)
_FILLER = (
    r"wtf|wh?at the \w+|joh|jeetje|jezus|gvd|tering|hoor|haha|nog|in (?:gods|hemels|vredes)naam|"
    r"een|de|het|'n|n|die|dat|t|'t|zo'n|zon|nou|nu|precies|eigenlijk|dan|toch|ook|hier|allemaal|"
    r"ofzo|weer|alweer|ook alweer|ook weer|woord|begrip|term|sorry|hallo|hoi|eh|en|maar|eens|even|"
    r"hoezo|is|me|mij|yo|zeg|uh|ehm|ja|oke|dus|oh|bro|man|hè|he|hé|svp|aub|graag|alsjeblieft|pls|please"
)
_LEAD = re.compile(rf"^(?:(?:{_FILLER})(?:[ ,]+|$))+")
_TAIL = re.compile(
    rf"(?:,? (?:{_FILLER}|in|voor|voor iets|voor iemand|in godsnaam|in hemelsnaam|in vredesnaam|"
    r"nou eigenlijk|in (?:gewoon|gewone|simpel|simpele|normaal|normale|makkelijke?) \w+|bij jullie|"
    r"precies in|voor woord|vrij vertaald|kort))+$"
)
_NO_FIRST = frozenset({"voor", "van"})
_NO_TERM = frozenset(
    [
        "wa",
        "us",
        "ons",
        "simpel",
        "idee",
        "staat",
        "nieuw",
        "verschil",
        "beide",
        "allebei",
        "over",
        "iets",
        "nog",
        "nooit",
        "steeds",
        "in",
        "es",
        "welke",
        "zeggen",
        "betekend",
        "betekent",
        "da",
        "dat",
        "dit",
        "het",
        "daarmee",
        "hiermee",
        "er",
        "die",
        "deze",
        "ik",
        "je",
        "jij",
        "wat",
        "wie",
        "hoe",
        "waar",
        "woord",
        "snap",
        "alles",
        "niks",
        "zegt",
        "zei",
        "jullie",
        "u",
        "uit",
        "gewoon",
        "eens",
        "even",
        "begrijp",
        "ken",
        "weet",
        "niet",
        "me",
    ]
)


def terms(heard: Heard) -> Iterator[Found]:
    """The entity `term`, in lower case and without its article."""
    if heard.intent != EXPLAIN:
        return
    if both := _EXPLAINED_APART.search(heard.text):
        pair = ("one", "two") if both["one"] else ("left", "right")
        found_apart = [trimmed(both[name], both.start(name)) for name in pair]
        if all(found_apart):
            yield from (term for term in found_apart if term)
            return
    for pattern in _TERM:
        match = pattern.search(heard.text)
        if match and (found := trimmed(match["term"], match.start("term"))):
            yield from _apart(heard.text, found)
            return


def _apart(text: str, found: Found) -> Iterator[Found]:
    """The words by themselves where several are asked: "coping en netwerk, die twee woorden"."""
    words = str(found.value)
    several = _SEVERAL.search(text) or _EACH.search(words)
    joint = _AND.search(words) if several else None
    if joint is None:
        yield found
        return
    for start, end in ((0, joint.start()), (joint.end(), len(words))):
        if term := trimmed(words[start:end], found.start + start):
            yield term


def trimmed(words: str, start: int) -> Found | None:
    """The term in `words` without what is said around it; None where no term is left."""
    lead = _LEAD.match(words)
    if lead:
        words, start = words[lead.end() :], start + lead.end()
    words = _TAIL.sub("", words).rstrip(" .'-")
    parts = words.split()
    if (
        not parts
        or parts[0] in _NO_FIRST
        or _VAGUE.issuperset(parts)
        or len(parts) > MOST_WORDS
        or _NO_TERM.intersection(parts)
    ):
        return None
    return Found("term", words, start, start + len(words))

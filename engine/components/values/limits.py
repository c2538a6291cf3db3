"""The words before a limit ("max", "niet meer dan") and after it ("is de grens")."""

import re

STRONG = (
    r"(?:max(?:imaal|imum|imale)?\.?|hooguit|hoogstens|hoogsten|uiterlijk|ten hoogste|"
    r"op (?:zijn|z'?n|het) (?:hoogst|langst|meest)e?|"
    r"(?:niet?|niks|niets) (?:langer|meer|duurder|hoger|verder)(?: (?!dan)\w+){0,2} "
    r"(?:dan|als|as)|(?:niet?|niks|niets) (?:boven|over)|"
    r"zonder dat (?:\w+ ){1,3}?(?:(?:langer|meer|duurder) (?:is |duurt |kost |wordt )?"
    r"(?:dan|als|as)|boven|over)|"
    r"(?:goedkoper|korter|lager) (?:dan|als|as)|"
    r"(?:(?:mijn|het|ons|m'n|me) )?(?:budget|plafond|limiet|bovengrens|grens)"
    r"(?: voor (?:de |deze |mijn |onze )?(?!\d)[\w'-]+)?"
    r"(?: is| van| ligt op| tot| rond)?(?: bij (?:ons|mij|hem|haar))?:?|"
    r"<=?|≤)"
)
"""Words that make of the number after them the most that is allowed."""

SOFT = r"(?:tot(?: en met| aan)?|t/m|onder|beneden|binnen?|minder (?:dan|als|as)|voor|rond)"
"""Words that do so only where somebody narrows, or beside a sign that fits ("€", "weken")."""

_LEAST = re.compile(
    r"(?:\b(?:minimaal|minimum|minstens|min\.|ten ?minste|op zijn minst|zeker|vanaf)|"
    r"(?<!niet )(?<!nie )(?<!veel )\b(?:langer|meer|duurder|hoger) (?:dan|als|as)|"
    r"\bniet? (?:korter|minder|onder|goedkoper)(?: dan| als| as)?) (?:(?:een|de|'n) )?$"
)
_ABOVE = re.compile(
    r"\b(?:(?:langer|meer|duurder|hoger) (?:dan|als|as)|boven|over) (?:(?:een|de|het|'n|€) ?)?$"
)
_REFUSED = re.compile(
    r"^(?: (?!als|want|dus)\w+){0,6}? (?:niet|nie|geen)\b|"
    r"^(?:\?+ ?(?:dan )?|[.!,]+ ?dan )(?:liever )?(?:niet|nie|nee)\b"
)

ABOUT = r"(?:pakweg|ongeveer|circa|ca\.?|plm\.?|zo rond|zo'n|om en nabij|tegen)"
"""Words before a number that leave it roughly as it is."""

AFTER = (
    r"(?:(?: (?:duren|lopen|kosten|zijn)(?= op))?(?:,? of ?zo|,? ongeveer|,? zowat|,? denk ik)?"
    r"(?:,? (?:dat |dit )?is)?(?: echt| wel| voor mij)?(?: het| mijn| de| m'n)? ?"
    r"(?:max(?:imaal|imum)?|langste?|meeste?|hoogste|grens|limiet|"
    r"plafond|tops|hooguit|hoogstens|"
    r"ten hoogste|op (?:zijn|z'?n|het) (?:hoogst|langst|meest)e?)\b|"
    r",? (?:en )?(?:langer|meer|daarboven|daarna|verder)(?: \w+){0,2} niet\b|"
    r"[,.] (?:langer|meer)(?: \w+){0,3} (?:niet|nie)\b|"
    r"[^?]{0,40}\bgeen (?:dag|week|maand|euro|cent|stuiver|dubbeltje) (?:meer|langer)\b|"
    r",? (?:alles )?daarboven\b|"
    r",? (?:en )?daar(?: \w+){1,2} niet (?:over(?:heen)?|boven)\b|"
    r",? (?:en )?(?:meer niet|niet (?:meer|langer))(?! (?:dan|als|as))\b|"
    r" of (?:minder|korter|goedkoper)\b)"
)
"""Words after a number that make it the most."""


def is_most(before: str, after: str) -> bool:
    """Whether more than the number between these is refused: "boven de 150 kan ik niet"."""
    return _ABOVE.search(before) is not None and _REFUSED.search(after) is not None


def is_least(before: str, after: str) -> bool:
    """Whether a number between these is the least: "langer dan 3 weken", unless that is refused."""
    return _LEAST.search(before) is not None and not _REFUSED.search(after)

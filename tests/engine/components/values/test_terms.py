"""The word to explain."""

import pytest
from hear import hear


@pytest.mark.parametrize(
    ("text", "intent", "expected"),
    [
        ("wat is een jobcoach", "explain_term", ["jobcoach"]),
        ("wat betekent Coping eigenlijk?", "explain_term", ["coping"]),
        ("LKS wat is dat", "explain_term", ["lks"]),
        ("leg nazorg eens uit", "explain_term", ["nazorg"]),
        ("wat is sterker worden voor werk", "explain_term", ["sterker worden voor werk"]),
        ("wat houdt social return in", "explain_term", ["social return"]),
        ("betekenis van zelfregulatie", "explain_term", ["zelfregulatie"]),
        ("wat is in godsnaam loondispensatie", "explain_term", ["loondispensatie"]),
        ("waar staat IRO ook weer voor", "explain_term", ["iro"]),
        ("zelfregie?? leg is uit in gewoon nederlands", "explain_term", ["zelfregie"]),
        ("je zegt traject is dat een trein", "explain_term", ["traject"]),
        ("wat wil dat zeggen social return", "explain_term", ["social return"]),
        ("sorry wat is nazorg ik ken dat niet", "explain_term", ["nazorg"]),
        ("leg es uit, arbeidsritme", "explain_term", ["arbeidsritme"]),
        ("welke betekenis heeft indicatie in die brief", "explain_term", ["indicatie"]),
        ("beschut werk, wat houdt dat woord in", "explain_term", ["beschut werk"]),
        ("waar staat EVC voor", "explain_term", ["evc"]),
        ("betekenis nulmeting svp", "explain_term", ["nulmeting"]),
        ("bro wat is een sanctie", "explain_term", ["sanctie"]),
        ("in gewoon Nederlands aub: participatieladder", "explain_term", ["participatieladder"]),
        ("wa is da, een beschikking?", "explain_term", ["beschikking"]),
        ("nog nooit gehoord van jobcarving", "explain_term", ["jobcarving"]),
        ("wat is da nou weer, nazorg", "explain_term", ["nazorg"]),
        ("das een moeilijk woord, mobiliteit", "explain_term", ["mobiliteit"]),
        (
            "in mijn brief staat: arbeidsvermogen. wat betekent dat?",
            "explain_term",
            ["arbeidsvermogen"],
        ),
        ('"nulmeting", wat is dat voor iets', "explain_term", ["nulmeting"]),
        ("is nugger een scheldwoord", "explain_term", ["nugger"]),
        ("mijn coach zei nugger tegen mij", "explain_term", ["nugger"]),
        ("geen idee wat een jobhunter is", "explain_term", ["jobhunter"]),
        ("def. LKS?", "explain_term", ["lks"]),
        ("afk. POV, iemand?", "explain_term", ["pov"]),
        ("leg us uit banenafspraak", "explain_term", ["banenafspraak"]),
        ("wat valt precies onder menselijk kapitaal?", "explain_term", ["menselijk kapitaal"]),
        ("kun je het begrip nazorg omschrijven", "explain_term", ["nazorg"]),
        ("zou u zo goed willen zijn nazorg nader toe te lichten", "explain_term", ["nazorg"]),
        ("evidence based = ?", "explain_term", ["evidence based"]),
        ("ik lees steeds mobiliteit, wat is dat", "explain_term", ["mobiliteit"]),
        ("hoe leg ik zelfinzicht uit", "explain_term", ["zelfinzicht"]),
        ('wat houdt "belastbaarheid" in', "explain_term", ["belastbaarheid"]),
        ("wa bedoelde gij met coping", "explain_term", ["coping"]),
        ("nieuw hier, wat is Dariuz", "explain_term", ["dariuz"]),
    ],
)
def test_said(text: str, intent: str | None, expected: list[str | int | float]) -> None:
    assert hear("term", text, intent) == expected


@pytest.mark.parametrize(
    ("text", "intent"),
    [
        ("wat is dat", "explain_term"),
        ("wat betekent dat woord", "explain_term"),
        ("wat is een jobcoach", "greet"),
    ],
)
def test_not_said(text: str, intent: str | None) -> None:
    assert hear("term", text, intent) == []


@pytest.mark.parametrize(
    ("text", "terms"),
    [
        ("loonwaarde wtf is dat nou weer", ["loonwaarde"]),
        ("coping en zelfinzicht: kan je die twee woorden uitleggen", ["coping", "zelfinzicht"]),
        ("wat is het verschil tussen wajong en wia", ["wajong", "wia"]),
        ("normen en waarden, wat is dat", ["normen en waarden"]),
        ("wat betekent 'beperkt belastbaar'", ["beperkt belastbaar"]),
        ("IPS staat voor?", ["ips"]),
        ("verdringing graag toelichten", ["verdringing"]),
        ("wat bedoel je met dat moeilijke woord", []),
    ],
)
def test_without_the_rest_of_the_sentence(text: str, terms: list[str]) -> None:
    assert hear("term", text, "explain_term") == terms


@pytest.mark.parametrize(
    ("text", "intent", "expected"),
    [
        ("wat wil men zeggen met loonwaarde", "explain_term", ["loonwaarde"]),
        ("wat bedoelen ze met traject en met nazorg", "explain_term", ["traject", "nazorg"]),
        (
            "hoe leg ik mijn klant uit wat executieve functies zijn",
            "explain_term",
            ["executieve functies"],
        ),
        ("kun je vertellen wat een jobcoach is", "explain_term", ["jobcoach"]),
        ("leg eens aan mij uit wat nazorg betekent", "explain_term", ["nazorg"]),
        ("loonwaarde lees ik steeds, wat is dat", "explain_term", ["loonwaarde"]),
        ("coping kom ik vaak tegen, waar staat het voor", "explain_term", ["coping"]),
        ("participatiewet hoor ik overal, wat houdt het in", "explain_term", ["participatiewet"]),
        ("wat houdt intake in", "explain_term", ["intake"]),
        ("wat is in vredesnaam een no-risk polis", "explain_term", ["no-risk polis"]),
        ("nazorg?", "explain_term", ["nazorg"]),
        ("ik snap het woord arbeidsmarktregio niet", "explain_term", ["arbeidsmarktregio"]),
        ("uitleg loonkostensubsidie svp", "explain_term", ["loonkostensubsidie"]),
        ("ABW, waar is dat de afkorting van", "explain_term", ["abw"]),
        ("jullie schrijven zelfregie, wat moet ik daarmee", "explain_term", ["zelfregie"]),
    ],
)
def test_asked_in_a_sentence(text: str, intent: str, expected: list[str | int | float]) -> None:
    assert hear("term", text, intent) == expected


@pytest.mark.parametrize(
    ("text", "intent", "expected"),
    [
        ("bbl bol, wat is wat", "explain_term", ["bbl", "bol"]),
        ("wia en wajong, wat is het een en wat het ander", "explain_term", ["wia", "wajong"]),
        (
            "wat is het verschil: coping en zelfregie, uitleg van beide?",
            "explain_term",
            ["coping", "zelfregie"],
        ),
        ("wat zijn normen en wat is een sanctie", "explain_term", ["normen", "sanctie"]),
        ("mijn zus zegt dat ik bijstand krijg, wat betekent dat", "explain_term", ["bijstand"]),
    ],
)
def test_two_that_are_mixed_up(text: str, intent: str, expected: list[str | int | float]) -> None:
    assert hear("term", text, intent) == expected

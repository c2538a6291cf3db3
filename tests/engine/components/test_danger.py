"""Danger is heard by reviewed phrases and by the model; figures of speech are not danger."""

import re
from pathlib import Path

import pytest
from components.danger import DENIED, INTENT, Danger
from guard import hear
from rasa.shared.nlu.training_data.message import Message
from ruamel.yaml import YAML

ROOT = Path(__file__).resolve().parents[3]
ABOUT_DANGER = frozenset({"no_danger", "tell_coach", "tell_nobody"})


@pytest.mark.parametrize(
    "text",
    [
        "ik wil dood",
        "Ik wil ECHT niet meer leven!!",
        "k wil nie mer leve",
        "ik niet leven meer wil",
        "ik maak er vanavond een einde aan",
        "ik doe mij iets aan",
        "ik bang voor man",
        "ik ga mij ophangen",
        "ik heb al mijn pillen geslikt",
        "mijn man heeft mij weer geslagen",
        "hij dreigt mij te vermoorden",
        "mijn klant is suïcidaal",
        "wij hebben geen slaapplek voor vannacht",
        "de kinderen hebben honger en ik heb geen geld",
        "bel 112",
        "i want to die",
        "ik wil gewoon verdwijnen",
        "dit is de laatste keer dat jullie mij horen",
        "weet niet of ik er volgende week nog ben",
        "ik ben klaar met het leven",
        "ik moet dingen doen met mannen om mijn schuld te betalen",
        "hij pakt in de keuken een mes en komt op mij af",
        "kind van vier alleen thuis als zij werkt",
    ],
)
def test_a_phrase_is_enough(text: str) -> None:
    message = hear(text)
    assert message.get("intent")["name"] == INTENT
    assert message.get("intent")["confidence"] > 0.9
    assert [one["name"] for one in message.get("intent_ranking")].count(INTENT) == 1


@pytest.mark.parametrize(
    "text",
    [
        "ik ga dood van de stress voor dat gesprek",
        "ik schaam me dood",
        "over mijn lijk",
        "ik ben als de dood voor honden",
        "ik vermoord die printer nog eens",
        "nee, ik denk niet aan zelfmoord",
        "ik kan van mijn uitkering niet leven",
    ],
)
def test_a_figure_of_speech_is_not(text: str) -> None:
    assert hear(text).get("intent")["name"] == "find_instrument"
    assert hear(text, margin=0.5, intent=INTENT).get("intent")["name"] == "deny"


@pytest.mark.parametrize(
    "text",
    [
        # a figure of speech or a loss beside the danger does not hide it
        "ik zoek hulp ik wil dood",
        "ik drink want ik wil dood",
        "ik wil dood ben zo moe",
        "mijn kat is weg ik wil dood",
        "ik denk niet meer helder ik wil dood",
        "er is geen andere oplossing dan zelfmoord",
        "hij slaat mij dood ik weet het niet meer",
        "mijn man gaat me vermoorden",
        "hij vermoordt mij als ik wegga",
        # hints, plans and means
        "ik loop al een uur langs het kanaal en ik durf bijna",
        "het touw ligt klaar",
        "ik bewaar al weken mijn slaappillen",
        "als ik er niet meer ben is het beter",
        "ik ben levensmoe",
        "zie ik mezelf hangen",
        # other voices
        "ik mot nie meer, ik gao d'r een end aon maoke",
        "kwil nimmer leve",
        "ik niet wil leven",
        "waxaan rabaa inaan dhinto",
        "chce sie zabic",
        "хочу вмерти",
        "kocam beni dovuyor",
        # violence, force, exploitation
        "mijn vriend heeft me gewurgd",
        "huisbaas wil seks anders moeten wij weg",
        "mijn paspoort is afgepakt door de baas",
        "mijn broers zoeken mij",
        "hij ramt op de deur",
        "ik maak die ambtenaar af",
        "klant laat aan de balie een vuurwapen zien",
        # body, mind, roof and food
        "mijn insuline is op",
        "het ruikt hier heel erg naar gas",
        "ik slaap vannacht in de auto",
        "ik kan vannacht nergens terecht",
        "wij zijn uit huis gezet",
        "kinderen hebben vandaag nog niks gegeten",
        "mw heeft tentamen suïcide gedaan",
        # in words that fewer people use
        "mijn crematie heb ik al uitgezocht",
        "ik sta met een been over de reling",
        "ik sla die vent kreupel",
        "er is brand in de keuken",
        "ik zie ineens niks meer",
    ],
)
def test_danger_is_heard_in_many_voices(text: str) -> None:
    assert hear(text).get("intent")["name"] == INTENT


@pytest.mark.parametrize(
    "text",
    [
        "kan iemand mij aan de slag helpen",
        "ik wil voor mijn kind iets doen",
        "kan mijn klant iets doen met zijn handen",
        "mijn knieën pijn doen bij het staan",
        "ik snij mijn brood zelf",
        "ik wil mijn jas ophangen",
        "door de medicijnen die ik neem ben ik moe",
        "ik neem elke dag op tijd mijn medicijnen ingenomen zoals afgesproken",
        "mijn bloeddruk is heel hoog",
        "ik slaap slecht door het verkeer op straat",
        "met een kleuter kan ik nergens heen",
        "ik durf de post niet meer van de mat te rapen",
        "ze dreigen met korting op mijn uitkering",
        "ik durf niet in het diepe te springen",
        "hoe hoog kan een kangoeroe springen",
        "ik wil werken met messen in een keuken",
        "ik ga eraan beginnen",
        "hoeveel paracetamol mag een kind met koorts",
        "wat is huiselijk geweld",
        "wat betekent suïcidaal",
        "wie heeft die man vermoord in de film",
        "mijn broer moet trouwen vrijdag",
        "mijn keel zit dicht van de zenuwen",
        "het vriest, kan ik de fietsles verzetten",
    ],
)
def test_an_ordinary_message_with_a_heavy_word_is_not(text: str) -> None:
    assert hear(text).get("intent")["name"] == "find_instrument"


@pytest.mark.parametrize(
    ("over", "now"),
    [
        ("mijn man heeft mij vroeger geslagen", "mijn man heeft mij vannacht geslagen"),
        ("hij sloeg me vroeger", "hij sloeg me vroeger en nu dreigt hij weer"),
        ("cl heeft suicidepoging gehad in 2015", "cl heeft suicidepoging gehad"),
        ("mijn vader is vermoord in de oorlog", "mijn vader wordt vermoord"),
        ("ik ben ooit overvallen met een pistool", "hij heeft vandaag een pistool bij zich"),
        ("toen ik klein was ben ik geslagen", "toen ik weg wilde heeft hij me geslagen"),
    ],
)
def test_what_is_long_over_is_not_danger_but_what_is_now_is(over: str, now: str) -> None:
    assert hear(over).get("intent")["name"] == "find_instrument"
    assert hear(now).get("intent")["name"] == INTENT


@pytest.mark.parametrize(
    "over",
    [
        "suïcidepoging 5 jaar geleden, nu stabiel",
        "poging suicide in 2015, stabiel",
        "dacht vroeger aan zelfmoord, nu niet meer",
        "haar man heeft zelfmoord gepleegd, in rouw, wil werken",
        "stalkt zijn ex niet meer",
        "hij heeft vast gezeten",
        "haal de plaats weg",
        "sorry",
        "een eind aan maken, aan die uitkering",
    ],
)
def test_no_unsure_model_makes_danger_of_what_is_over_but_of_now_it_is(over: str) -> None:
    assert hear(over).get("intent")["name"] == "find_instrument"
    assert hear(over, margin=0.1, intent=INTENT).get("intent")["name"] == "deny"
    for now in ("en nu wil hij weer dood", "ik wil niet meer leven", "hij gaat zich ophangen"):
        assert hear(f"{over}, {now}").get("intent")["name"] == INTENT
        assert hear(f"{now}, {over}").get("intent")["name"] == INTENT


@pytest.mark.parametrize(
    "text",
    [
        "suïcidepoging vorige week, nu stabiel",
        "poging suicide een week geleden, in therapie",
        "gescheiden en denkt aan zelfmoord",
        "dacht vroeger aan zelfmoord en nu weer",
        "mijn man heeft net zelfmoord gepleegd",
        "mijn man heeft zelfmoord gepleegd en ik wil ook niet meer",
        "stalkt mij",
        "mw 31, schulden, ooit mishandeld door ex, hij bedreigt haar, geen groep",
        "er een eind aan maken",
    ],
)
def test_what_is_not_over_is_danger(text: str) -> None:
    assert hear(text).get("intent")["name"] == INTENT


@pytest.mark.parametrize(
    "text",
    [
        "ik ben niet in gevaar maar mijn kind wel",
        "ik niet in gevaar mijn zus wel",
        "er is geen gevaar voor mij, wel voor mijn kinderen",
        "bij mij is geen gevaar, bij mijn moeder wel",
        "ik ben veilig maar mijn kinderen niet",
        "kind wel in gevaar, ik niet",
        "hij slaat mij niet maar mijn zoontje wel",
        "mij slaat hij niet, de kinderen slaat hij wel",
        "ik word niet geslagen maar mijn dochter wel",
        "ik denk niet aan zelfmoord maar mijn dochter wel",
        "cl is niet suïcidaal, zijn vrouw wel",
    ],
)
def test_danger_of_another_counts_where_it_is_denied_of_oneself(text: str) -> None:
    assert hear(text).get("intent")["name"] == INTENT


@pytest.mark.parametrize(
    "text",
    [
        "ik ben niet in gevaar",
        "er is geen gevaar, mijn man helpt mij wel",
        "geen gevaar, ik zoek een cursus voor mijn zoon",
        "hij slaat mij niet, hij wil wel praten",
        "mijn vader is niet dood, mijn moeder wel",
    ],
)
def test_denied_of_oneself_with_another_beside_it_is_none(text: str) -> None:
    assert hear(text).get("intent")["name"] == "find_instrument"


def test_no_danger_is_no_suspicious_word() -> None:
    assert hear("er is geen gevaar meer", margin=-0.05).get("intent")["name"] == "find_instrument"
    assert hear("geen gevaar maar ik wil dood").get("intent")["name"] == INTENT


def test_a_sorry_with_more_is_left_to_the_model() -> None:
    assert hear("sorry voor alles mama", margin=0.5).get("intent")["name"] == INTENT


def test_a_number_is_no_emergency_number() -> None:
    assert hear("ik kom op 12 mei om 11.30 uur").get("intent")["name"] == "find_instrument"


@pytest.mark.parametrize(
    "text", ["mijn man staat met een mes in de keuken", "hij wil haar met een mes snijden"]
)
def test_a_knife_at_home_is_not_explained_by_the_kitchen(text: str) -> None:
    assert hear(text, margin=0.2, other=-0.2).get("intent")["name"] == INTENT


def test_what_its_person_denies_is_no_danger_and_near_none() -> None:
    ranking = [
        {"name": INTENT, "confidence": 0.9},
        {"name": "choose", "confidence": 0.08},
        {"name": "deny", "confidence": 0.02},
    ]
    denied = {"text": "ik wil dood, doe maar 1", "metadata": {DENIED: True}}
    message = Message({**denied, "intent": ranking[0], "intent_ranking": ranking})
    Danger(Danger.get_default_config()).process([message])

    assert message.get("intent")["name"] == "choose"
    shares = {one["name"]: one["confidence"] for one in message.get("intent_ranking")}
    assert shares == pytest.approx({"choose": 0.8, "deny": 0.2})


def test_a_payload_is_no_danger() -> None:
    assert hear("/stop").get("intent")["name"] == "find_instrument"


def written() -> list[str]:
    """What we tell people to type or to press: commands of the manual, tables, and buttons."""
    manual = (ROOT / "docs" / "handleiding.md").read_text(encoding="utf-8")
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    rows = re.findall(r"^\|([^|\n]+)\|([^|\n]+)\|", f"{manual}\n{readme}", re.MULTILINE)
    quoted = re.findall(r"“([^”]+)”", manual)
    phrases = YAML(typ="safe").load(ROOT / "data" / "texts" / "phrases.yml")
    titles = [text for name, text in phrases["buttons"].items() if name not in ABOUT_DANGER]
    cells = [part for row in rows for cell in row for part in (cell, *cell.split(","))]
    return [text.strip() for text in (*cells, *quoted, *titles) if text.strip(" -`")]


def test_no_command_that_we_write_ourselves_is_danger() -> None:
    told = written()
    assert len(told) > 100
    assert [text for text in told if hear(text).get("intent")["name"] == INTENT] == []

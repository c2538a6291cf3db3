"""Who it is about."""

import pytest
from hear import hear


@pytest.mark.parametrize(
    ("text", "intent", "expected"),
    [
        ("hoe gaat het met Fatima", "progress_show", ["Fatima"]),
        ("Voor Hanneke een twee, doel gehaald", "checkin_score", ["Hanneke"]),
        ("zet voor mevrouw De Vries een 2", "checkin_score", ["De Vries"]),
        ("Bojan op plus drie", "checkin_score", ["Bojan"]),
        ("Noor: 2", "checkin_score", ["Noor"]),
        ("Voor Hamza gaan we voor de proefplaatsing", "choose", ["Hamza"]),
        ("doe voor Rinus maar iets in Buren", "refine_practical", ["Rinus"]),
        ("krijgt van mijn klant Ria een 6", "rate_instrument", ["Ria"]),
        ("grafiek van dhr. El Idrissi", "progress_show", ["El Idrissi"]),
        ("nieuwe klant: Kees de Jong", "invite_client", ["Kees de Jong"]),
        ("Marieke: elke dag op tijd", "set_goal", ["Marieke"]),
        ("Score van Bilal naar 2 aub", "correct_score", ["Bilal"]),
        ("Doelen van Samira tonen", "goals_list", ["Samira"]),
        ("Kees van Dijk staat op 1", "checkin_score", ["Kees van Dijk"]),
        ("Mehmet deze week op 2", "checkin_score", ["Mehmet"]),
        ("gesprek met mw Brands gehad, een 2", "checkin_score", ["Brands"]),
        ("Van den Berg is teruggezakt", "checkin_score", ["Van den Berg"]),
        ("net Van Dijk gesproken, een 2", "checkin_score", ["Van Dijk"]),
        ("Mohammed A. geen verandering", "checkin_score", ["Mohammed A."]),
        ("Voor Ahmed Yilmaz: een 2", "checkin_score", ["Ahmed Yilmaz"]),
        ("Namens Piotr een 3", "checkin_score", ["Piotr"]),
        ("level 3 vr El Idrissi", "checkin_score", ["El Idrissi"]),
        ("Miriam doel: elke dag wandelen", "set_goal", ["Miriam"]),
        ("Danuta kan pas na de oogst", "refine_practical", ["Danuta"]),
        ("lijst van mw Bouzid inperken", "refine_practical", ["Bouzid"]),
        ("Kowalczyk: alleen avonden", "refine_practical", ["Kowalczyk"]),
        ("voor Rafiq: waar is dat", "instrument_details", ["Rafiq"]),
        ("kan mw Peters daar terecht", "instrument_details", ["Peters"]),
        ("kln Tomasz vond het een 8 waard", "rate_instrument", ["Tomasz"]),
        ("hoe leg ik coping uit aan mw Osman", "explain_term", ["Osman"]),
        ("Dawid → lasopleiding", "choose", ["Dawid"]),
        ("de tweede wordt het voor Yusra", "choose", ["Yusra"]),
    ],
)
def test_said(text: str, intent: str | None, expected: list[str | int | float]) -> None:
    assert hear("client", text, intent) == expected


@pytest.mark.parametrize(
    ("text", "intent"),
    [
        ("Klant is 58 en zoekt werk", "find_instrument"),
        ("Lezen kan niet meer", "find_instrument"),
        ("Fatuma kan niet lezen of schrijven", "find_instrument"),
        ("mevr. Bakker, 57, ontslagen", "find_instrument"),
        ("kan Anja me dinsdag bellen", "change_prompt_time"),
        ("ik ben bij mijn zus in Den Bosch", "pause_prompts"),
        ("mijn zus fatima was ziek", "checkin_score"),
        ("T.O.V. vorige keer beter", "checkin_score"),
        ("Ik heb bij Philips gewerkt", "find_instrument"),
        ("Budget is 750 euro", "refine_practical"),
        ("Score: 2", "checkin_score"),
        ("Fibromyalgie: ik kan niet lang staan", "find_instrument"),
        ("Groep kan pas in maart", "refine_practical"),
        ("Voor Oekraïners iets in Tiel", "refine_practical"),
        ("Gelukkig geen verandering", "checkin_score"),
        ("een 7 voor Springplank", "rate_instrument"),
        ("ik ga voor Eigen Regie", "choose"),
        ("doel: JOBS-Training afmaken", "set_goal"),
        ("Mail een link naar mijn klant", "invite_client"),
    ],
)
def test_not_said(text: str, intent: str | None) -> None:
    assert hear("client", text, intent) == []


@pytest.mark.parametrize("name", ["Mehmet", "Stef", "Ingrid", "Theo", "Van den Berg"])
@pytest.mark.parametrize(
    "told",
    ["-1", "2", "een 3", "= 1", "heeft doel behaald", "blijft op 2", "stond verkeerd, is 1"],
)
def test_at_the_head_of_a_report(name: str, told: str) -> None:
    assert hear("client", f"{name} {told}", "checkin_score") == [name]


@pytest.mark.parametrize("name", ["Mehmet", "Stef", "Ingrid", "Idris"])
@pytest.mark.parametrize(
    "told", ["iets verbeterd", "geen verandering", "wel wat gegroeid", "een stapje terug"]
)
def test_with_how_it_went(name: str, told: str) -> None:
    assert hear("client", f"{name} {told}", "checkin_score") == [name]


@pytest.mark.parametrize(
    "word",
    ["God", "Vandaag", "Januari", "Nederlands", "Tiel", "Score", "Week", "Helaas", "Turkije"],
)
@pytest.mark.parametrize("text", ["{} geen verandering", "in {} een 2", "{} gaat beter"])
def test_nobody_is_called_so(word: str, text: str) -> None:
    assert hear("client", text.format(word), "checkin_score") == []


@pytest.mark.parametrize("name", ["M.K.", "J.V.", "A.B.C.", "M.J. Kuipers", "J. de Boer"])
@pytest.mark.parametrize(
    ("text", "intent"),
    [
        ("{} staat op 2", "checkin_score"),
        ("doelenlijst {}", "goals_list"),
        ("zet bij {} als doel vca halen", "set_goal"),
    ],
)
def test_initials(name: str, text: str, intent: str) -> None:
    assert hear("client", text.format(name), intent) == [name]


@pytest.mark.parametrize(
    ("text", "intent", "name"),
    [
        ("een link voor mevrouw van Dijk", "invite_client", "van Dijk"),
        ("mevr. de Wit staat op 1", "checkin_score", "de Wit"),
        ("doelenmeter el Amrani op 0", "checkin_score", "el Amrani"),
        ("voortgang van der Meer", "progress_show", "van der Meer"),
        ("doelen van Samira", "goals_list", "Samira"),
    ],
)
def test_what_stands_before_a_surname(text: str, intent: str, name: str) -> None:
    assert hear("client", text, intent) == [name]


@pytest.mark.parametrize(
    ("text", "intent", "name"),
    [
        ("yusra: 0", "checkin_score", "yusra"),
        ("mirjam heeft haar doel gehaald", "checkin_score", "mirjam"),
        ("doelen van samira", "goals_list", "samira"),
        ("Noor hangt op het begin", "checkin_score", "Noor"),
        ("Dilans doel bijstellen", "set_goal", "Dilan"),
        ("Hans doel is gehaald", "checkin_score", "Hans"),
    ],
)
def test_a_first_name_that_is_known(text: str, intent: str, name: str) -> None:
    assert hear("client", text, intent) == [name]

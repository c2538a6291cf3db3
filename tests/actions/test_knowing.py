import pytest

from actions.knowing import (
    QUOTE_LENGTH,
    let_go,
    named,
    practical,
    quotes,
    refuse,
    want,
)
from catalogue.known import Known
from tests.actions.talk import APPLYING, DEBTS, SPEAKING, Talk, pressed, typed


@pytest.mark.parametrize(
    ("entities", "known"),
    [
        ({"gemeente": "Tiel"}, Known(gemeente="Tiel", asked=("gemeente",))),
        ({"gemeente": ("Tiel", "Buren")}, Known(gemeente="Buren", asked=("gemeente",))),
        ({"max_weken": "8"}, Known(max_weeks=8, asked=("max_weeks",))),
        ({"start": "meteen"}, Known(max_wait=2, asked=("max_wait",))),
        ({"route": "work_first"}, Known(route="C", asked=("route",))),
        (
            {"doelgroep": ("vrouwen", "jongeren")},
            Known(doelgroepen=frozenset({"vrouwen", "jongeren"}), asked=("doelgroepen",)),
        ),
    ],
)
def test_a_condition_that_is_named_is_known(
    visitor: Talk, entities: dict[str, str | tuple[str, ...]], known: Known
) -> None:
    turn = visitor.turn(typed("x", "refine_practical", **entities))

    assert practical(turn)
    assert turn.known == known


@pytest.mark.parametrize(
    "entities",
    [
        *({"gemeente": "Amsterdam"}, {"doelgroep": "moeders"}, {"route": "snel"}, {}),
        *({"max_kosten": value} for value in ("weinig", "²", "9" * 20)),
        *({"max_weken": value} for value in ("0", "-1", "9" * 20)),
    ],
)
def test_what_the_catalogue_does_not_have_is_not_known(
    visitor: Talk, entities: dict[str, str]
) -> None:
    turn = visitor.turn(typed("x", "refine_practical", **entities))

    assert not practical(turn)
    assert turn.known == Known()


@pytest.mark.parametrize(
    ("text", "condition"),
    [
        ("kan het goedkoper", "max_cost"),
        ("kan het ook korter", "max_weeks"),
        ("kan ik eerder beginnen", "max_wait"),
    ],
)
def test_less_than_the_first_on_the_screen(coach: Talk, text: str, condition: str) -> None:
    turn = coach.at("advice", shown=("R01",)).turn(typed(text, "refine_practical"))
    first = {"max_cost": 1680, "max_weeks": 10, "max_wait": 2}

    assert practical(turn)
    assert getattr(turn.known, condition) == first[condition] - 1


@pytest.mark.parametrize("most", ["0", "500"])
def test_what_costs_a_client_nothing_excludes_nothing(
    visitor: Talk, coach: Talk, most: str
) -> None:
    free = typed("het moet gratis zijn", "refine_practical", max_kosten=most)
    mine, theirs = visitor.turn(free), coach.turn(free)

    assert practical(mine)
    assert practical(theirs)
    assert mine.known.max_cost is None
    assert mine.said("utter_free_for_you")
    assert theirs.known.max_cost == int(most)
    assert not theirs.replies


def test_within_a_month_is_a_start_and_no_length(visitor: Talk) -> None:
    entities = {"max_weken": "4", "start": "binnen een maand"}
    turn = visitor.turn(typed("binnen een maand", "refine_practical", **entities))

    assert practical(turn)
    assert (turn.known.max_wait, turn.known.max_weeks) == (4, None)


def test_an_amount_is_worth_more_than_cheaper(coach: Talk) -> None:
    turn = coach.at("advice", shown=("R01",)).turn(
        typed("goedkoper, hooguit 500", "refine_practical", max_kosten="500")
    )

    practical(turn)

    assert turn.known.max_cost == 500


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("liever alleen", "alone"),
        ("graag in een groep", "group"),
        ("liever niet in een groep", "alone"),
        ("zonder groep graag", "alone"),
        ("kan het ook in groepsverband", "group"),
    ],
)
def test_alone_or_in_a_group(visitor: Talk, text: str, form: str) -> None:
    turn = visitor.turn(typed(text, "refine_practical"))

    assert practical(turn)
    assert turn.known.form == form


@pytest.mark.parametrize(
    "text", ["alleen in Tiel", "alleen als het gratis is", "niet alleen graag"]
)
def test_only_is_not_alone(visitor: Talk, text: str) -> None:
    assert not practical(visitor.turn(typed(text, "refine_practical")))


def test_alone_in_a_story_is_no_wish(visitor: Talk) -> None:
    turn = visitor.turn(typed("ik ben altijd alleen", "find_instrument"))

    assert not practical(turn)


@pytest.mark.parametrize(("payload", "form"), [("alone", "alone"), ("together", None)])
def test_a_form_that_is_pressed(visitor: Talk, payload: str, form: str | None) -> None:
    turn = visitor.turn(pressed(f'/refine_practical{{"form": "{payload}"}}'))

    practical(turn)

    assert turn.known.form == form


def test_want_and_refuse(visitor: Talk) -> None:
    turn = visitor.turn(typed(""))
    want(turn, (DEBTS, SPEAKING, "9.9"), {DEBTS: "die brieven"})
    refuse(turn, (SPEAKING,))

    assert turn.known.wanted == {DEBTS}
    assert turn.known.refused == {SPEAKING}
    assert turn.known.said == {DEBTS: "die brieven"}


def test_a_condition_let_go_is_not_asked_again(visitor: Talk) -> None:
    visitor.known = Known(gemeente="Tiel", wanted=frozenset({DEBTS}))
    turn = visitor.turn(typed(""))
    let_go(turn, "gemeente")
    let_go(turn, "kenmerken")

    assert turn.known.gemeente is None
    assert "gemeente" in turn.known.asked
    assert turn.known.wanted == frozenset()


def test_all_at_once_let_go_keeps_the_kenmerken(visitor: Talk) -> None:
    visitor.known = Known(wanted=frozenset({DEBTS, SPEAKING}), every_kenmerk=True)
    turn = visitor.turn(typed(""))
    let_go(turn, "all")

    assert turn.known == Known(wanted=frozenset({DEBTS, SPEAKING}))


def test_own_words_are_short_and_whole() -> None:
    (quote,) = quotes(typed("x", kenmerken={DEBTS: "  al die  brieven " * 9})).values()

    assert quote.endswith(" …")
    assert len(quote) <= QUOTE_LENGTH + 2
    assert quotes(typed("x", kenmerken={DEBTS: "die brieven."})) == {DEBTS: "die brieven"}
    assert quotes(typed("x", kenmerken={DEBTS: ""})) == {}


@pytest.mark.parametrize(
    ("sentence", "codes"),
    [
        ("die schulden kloppen", (DEBTS,)),
        ("solliciteren niet", (APPLYING,)),
        ("schulden en solliciteren", (DEBTS, APPLYING)),
        ("dat klopt", ()),
    ],
)
def test_which_kenmerk_a_sentence_names(
    visitor: Talk, sentence: str, codes: tuple[str, ...]
) -> None:
    assert named(visitor.turn(typed("")), sentence, (DEBTS, APPLYING)) == codes


def test_a_kenmerk_is_named_by_the_words_it_was_heard_in(visitor: Talk) -> None:
    turn = visitor.at("chips", quotes={DEBTS: "al die enveloppen"}).turn(typed(""))

    assert named(turn, "enveloppen klopt", (DEBTS,)) == (DEBTS,)


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("niets in een groep", "alone"),
        ("liever geen groep", "alone"),
        ("absoluut geen groepstraining", "alone"),
        ("niet met andere mensen", "alone"),
        ("wil niet te veel in groepen zitten", "alone"),
        ("toch liever wel een groep", "group"),
        ("geen individueel traject", "group"),
        ("niet in mijn eentje", "group"),
        ("geen bezwaar tegen een groep", None),
        ("niet voor deze doelgroep", None),
    ],
)
def test_a_no_to_a_form_is_the_other_one(visitor: Talk, text: str, form: str | None) -> None:
    turn = visitor.turn(typed(text, "refine_practical"))

    practical(turn)

    assert turn.known.form == form


@pytest.mark.parametrize("intent", ["find_instrument", "deny", "more_options", "nlu_fallback"])
def test_no_group_is_heard_whatever_it_sounds_like(visitor: Talk, intent: str) -> None:
    turn = visitor.turn(typed("niets in een groep", intent))

    assert practical(turn)
    assert turn.known.form == "alone"


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("mw 34, Tiel, schulden, individueel", "alone"),
        ("mw 34, Tiel, wil graag in een groep, schulden", "group"),
        ("mw 34, alleen, schulden", None),
    ],
)
def test_a_coach_tells_the_form_in_a_case(coach: Talk, text: str, form: str | None) -> None:
    turn = coach.turn(typed(text, "find_instrument"))

    practical(turn)

    assert turn.known.form == form


@pytest.mark.parametrize(
    ("text", "start"),
    [
        ("kan pas in januari", "januari"),
        ("niet voor januari", "januari"),
        ("vanaf maart", "maart"),
        ("start na de zomer", "na de zomer"),
        ("in het voorjaar", "voorjaar"),
    ],
)
def test_the_first_moment_limits_no_wait_and_that_is_said(
    coach: Talk, text: str, start: str
) -> None:
    coach.advised(wanted=frozenset({DEBTS}), max_wait=2)
    coach.types(text, "refine_practical", start=start)

    assert coach.known.max_wait is None
    assert "bij het aanmelden" in coach.text


def test_three_limits_in_one_message_are_all_kept_and_said(coach: Talk) -> None:
    coach.advised()
    text = "max € 500 en start voor januari en geen groep"
    coach.types(text, "refine_practical", max_kosten="500", start="voor januari")

    for chip in ("✕ hooguit € 500", "✕ start binnen 5 weken", "✕ liever alleen"):
        assert chip in coach.titles

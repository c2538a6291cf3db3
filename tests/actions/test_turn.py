from actions.turn import payload
from tests.actions.talk import Talk, pressed, typed


def test_a_payload_is_what_rasa_reads() -> None:
    assert payload("affirm") == "/affirm"
    assert payload("deny", kenmerk="3.3") == '/deny{"kenmerk": "3.3"}'


def test_a_payload_comes_back_as_it_was() -> None:
    heard = pressed(payload("compare", instrument=["R01", "zzp'ers é"]))

    assert heard.intent == "compare"
    assert heard.entities == {"instrument": ("R01", "zzp'ers é")}


def test_places_are_those_of_the_catalogue(visitor: Talk) -> None:
    places = visitor.turn(typed("")).gemeenten

    assert len(places) == 8
    assert list(places) == sorted(places)


def test_the_role_comes_from_the_database(visitor: Talk, coach: Talk, client: Talk) -> None:
    talks = (visitor, coach, client)

    assert [talk.turn(typed("")).for_coach for talk in talks] == [False, True, False]

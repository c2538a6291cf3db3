import pytest

from catalogue.known import Known


def test_nothing_known_is_empty_json_with_every_field() -> None:
    assert Known.from_json({}) == Known()
    assert Known().to_json()["wanted"] == []


def test_a_no_takes_a_kenmerk_out_of_what_is_wanted() -> None:
    known = Known(wanted=frozenset({"3.3", "5.2"}), refused=frozenset({"3.3"}))
    assert known.wanted == {"5.2"}


def test_the_latest_answer_about_a_kenmerk_counts() -> None:
    no = Known(wanted=frozenset({"3.3"})).answered("kenmerk:3.3", "refused")
    assert (no.wanted, no.refused) == (frozenset(), {"3.3"})
    yes = no.answered("kenmerk:3.3", "wanted")
    assert (yes.wanted, yes.refused) == ({"3.3"}, frozenset())


def test_a_correction_replaces_the_place() -> None:
    known = Known().answered("gemeente", "Tiel").answered("gemeente", "Culemborg")
    assert known.gemeente == "Culemborg"
    assert known.asked == ("gemeente",)


def test_a_new_place_stands_alone_and_is_no_longer_ruled_out() -> None:
    both = Known(gemeente="Tiel", also_in=frozenset({"Buren"}), not_in=frozenset({"Culemborg"}))
    moved = both.answered("gemeente", "Culemborg")
    assert (moved.gemeente, moved.also_in, moved.not_in) == ("Culemborg", frozenset(), frozenset())
    assert both.without("gemeente").also_in == frozenset()


def test_what_is_ruled_out_can_be_let_go() -> None:
    known = Known(not_in=frozenset({"Tiel"}), unwanted=frozenset({"R01"}))
    assert known.knows("not_in")
    assert known.without("not_in").without("unwanted") == Known()


def test_skipping_keeps_a_question_from_coming_back_and_knows_nothing() -> None:
    known = Known(max_cost=100).skipped("max_cost")
    assert known == Known(asked=("max_cost",), open=frozenset({"max_cost"}))
    assert known.answered("max_cost", 250).open == frozenset()


def test_an_answer_that_does_not_exist_is_refused() -> None:
    for question, value in [
        ("kenmerk:3.3", "maybe"),
        ("colour", "blue"),
        ("form", "both"),
        ("max_cost", -1),
    ]:
        with pytest.raises(ValueError, match=question.split(":")[0]):
            Known().answered(question, value)
    with pytest.raises(ValueError, match="colour"):
        Known().without("colour")
    with pytest.raises(ValueError, match="colour"):
        Known().knows("colour")


@pytest.mark.parametrize(
    "data",
    [
        {"colour": "blue"},
        {"route": 1},
        {"wanted": "3.3"},
        {"wanted": [3.3]},
        {"max_cost": "500"},
        {"max_cost": True},
        {"max_cost": -1},
        {"form": "both"},
        {"form": []},
        {"every_kenmerk": 1},
        {"asked": "route"},
        {"said": ["3.3"]},
        {"said": {"3.3": 1}},
    ],
)
def test_json_that_is_wrong_is_refused_by_name(data: dict[str, object]) -> None:
    with pytest.raises(ValueError, match=next(iter(data))):
        Known.from_json({"route": "A"} | data)


def test_every_wrong_key_is_named() -> None:
    with pytest.raises(ValueError, match=r"colour.*max_cost"):
        Known.from_json({"max_cost": "much", "colour": "blue"})
    with pytest.raises(ValueError, match="not an object"):
        Known.from_json(["route"])  # type: ignore[arg-type]


def test_known_can_be_a_key_and_cannot_be_changed() -> None:
    known = Known(said={"3.3": "brieven"})
    assert {known: 1}[Known(said={"3.3": "brieven"})] == 1
    with pytest.raises(AttributeError):
        known.route = "A"  # type: ignore[misc]
    with pytest.raises(TypeError):
        known.said["3.3"] = "iets anders"  # type: ignore[index]

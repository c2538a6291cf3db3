"""What the pipeline as a whole makes of a message."""

from harness import Engine


def test_kenmerken_reach_the_parse_result(engine: Engine) -> None:
    parsed = engine.understand("ik heb schulden, en ik spreek weinig nederlands")
    assert parsed["intent"]["name"] == "find_instrument"
    assert {found["code"] for found in parsed["kenmerken"]} == {"3.3", "1.3.2"}
    assert len(parsed["kenmerk_candidates"]) == 3


def test_that_it_is_a_story_is_no_intent(engine: Engine) -> None:
    parsed = engine.understand("ik heb schulden, en ik spreek weinig nederlands")
    assert "a story" not in {one["name"] for one in parsed["intent_ranking"]}


def test_a_span_is_the_clause_that_said_it(engine: Engine) -> None:
    text = "ik heb schulden, en ik spreek weinig nederlands"
    spans = {
        found["code"]: text[slice(*found["span"])] for found in engine.understand(text)["kenmerken"]
    }
    assert "schulden" in spans["3.3"]
    assert "nederlands" in spans["1.3.2"]


def test_kenmerken_reach_the_actions(engine: Engine, action_server) -> None:
    engine.say("kenmerken", "ik heb schulden")
    message = action_server.calls[-1]["tracker"]["latest_message"]
    assert [found["code"] for found in message["kenmerken"]] == ["3.3"]


def test_a_payload_has_no_kenmerken_and_no_values_of_its_own(engine: Engine, action_server) -> None:
    engine.press("payload", '/find_instrument{"gemeente": "Tiel"}')
    message = action_server.calls[-1]["tracker"]["latest_message"]
    assert not message.get("kenmerken")
    assert [(found["entity"], found["value"]) for found in message["entities"]] == [
        ("gemeente", "Tiel")
    ]


def test_offsets_are_those_of_the_text(engine: Engine) -> None:
    text = "/ik woon in “Beesd” en het mag max\u00a0€ 500 kosten"
    parsed = engine.understand(text)
    values = {
        found["entity"]: (found["value"], parsed["text"][found["start"] : found["end"]])
        for found in parsed["entities"]
    }
    assert values["gemeente"] == ("West Betuwe", "Beesd")
    assert values["max_kosten"][0] == 500
    assert "500" in values["max_kosten"][1]

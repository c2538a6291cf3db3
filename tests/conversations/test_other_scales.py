"""A goal on another scale than the Doelenmeter: set in the chat, scored, drawn and exported."""

import base64
import csv
import re
from pathlib import Path

from sqlalchemy import select

from doelenmeter.gas import t_score
from doelenmeter.tables import Goal, Score, Wording
from tests.conversations.test_six_weeks import person
from tests.conversations.visitor import Visitor

TOPIC = "Op tijd zijn"


def goal_of(noor: Visitor) -> tuple[str, str, dict[str, str]]:
    """Scale, state and level texts of the only goal."""
    with noor.stack.session() as session:
        goal = session.scalars(select(Goal).where(Goal.client_id == person(noor))).one()
        words = session.scalars(select(Wording).where(Wording.goal_id == goal.id)).one()
        return goal.scale, goal.state, words.texts


def levels_of(noor: Visitor) -> list[tuple[str, int]]:
    with noor.stack.session() as session:
        found = session.scalars(
            select(Score)
            .join(Score.check_in)
            .join(Goal)
            .where(Goal.client_id == person(noor))
            .order_by(Score.id)
        )
        return [(score.by, score.level) for score in found]


def says_yes(noor: Visitor) -> None:
    """Goals may be kept."""
    noor.says("ik wil een doel maken").presses("Ja").says("stop")


def drawn(visitor: Visitor) -> str:
    """The picture on the screen."""
    image = next(reply["image"] for reply in visitor.replies if reply["image"])
    return base64.b64decode(image.partition(",")[2]).decode()


def exported(noor: Visitor, marit: Visitor, folder: Path) -> list[dict[str, str]]:
    said = noor.stack.command(
        *("export", "--client", str(person(noor)), "--as-coach", str(person(marit))),
        *("--to", str(folder)),
    )
    path = next(folder.glob("*.csv"))
    assert str(path) in said
    return list(csv.DictReader(path.read_text("utf-8-sig").splitlines(), delimiter=";"))


def test_a_goal_on_gas_from_the_first_word_to_the_file(
    noor: Visitor, marit: Visitor, tmp_path: Path
) -> None:
    says_yes(noor)
    marit.says("nieuw doel voor Noor: elke dag op tijd op het werk").presses(TOPIC)
    marit.says("3 keer per week te laat", "1 keer").presses("Over 3 maanden")
    assert "+3  0 keer per week te laat." in marit.text
    marit.says("kan dit op GAS?")
    assert "6 stappen" in marit.text
    marit.says("ze is elke dag een kwartier te vroeg")
    assert "-3  5 keer of meer per week te laat." in marit.text
    assert "**0  1 keer per week te laat.**" in marit.text
    marit.presses("Klopt", "Ja, we kijken samen", "Ja, dit klopt")

    assert goal_of(noor) == (
        "gas",
        "active",
        {
            "-3": "5 keer of meer per week te laat.",
            "-2": "3 of 4 keer per week te laat.",
            "-1": "2 keer per week te laat.",
            "0": "1 keer per week te laat.",
            "1": "0 keer per week te laat.",
            "2": "Ze is elke dag een kwartier te vroeg.",
        },
    )

    noor.says("ik wil mijn check-in doen")
    assert [title.split()[0] for title in noor.buttons[:6]] == ["-3", "-2", "-1", "0", "+1", "+2"]
    noor.presses("-1").presses("Sla over")
    picture = drawn(noor)
    assert re.findall(r'class="row" data-level="(-?\d)"', picture) == [
        "2",
        "1",
        "0",
        "-1",
        "-2",
        "-3",
    ]
    assert re.findall(r'class="mark" data-level="(-?\d)"', picture) == ["-1"]
    noor.says("mijn score klopt niet, het was 1 keer").presses("0")
    marit.says("ik wil een score geven voor Noor").presses("-2")

    assert levels_of(noor) == [("client", -1), ("client", 0), ("coach", -2)]
    rows = exported(noor, marit, tmp_path)
    assert {row["schaal"] for row in rows} == {"Goal Attainment Scaling"}
    assert [row["T-score"] for row in rows] == [
        "",
        f"{t_score([0]):.1f}".replace(".", ","),
        f"{t_score([-2]):.1f}".replace(".", ","),
    ]


def test_only_the_goal_is_told_on_the_ontwikkelmonitor(noor: Visitor, marit: Visitor) -> None:
    says_yes(noor)
    marit.says("nieuw doel voor Noor met de ontwikkelmonitor: elke dag op tijd op het werk")
    marit.presses(TOPIC).says("hooguit 1 keer per week te laat").presses("Over 3 maanden")
    marit.presses("Klopt", "Ja, we kijken samen", "Ja, dit klopt")
    noor.says("ik wil mijn check-in doen")
    assert [title.split()[0] for title in noor.buttons[:5]] == ["E", "D", "C", "B", "A"]
    noor.presses("C")

    assert goal_of(noor) == (
        "ontwikkelmonitor",
        "active",
        {"2": "Hooguit 1 keer per week te laat."},
    )
    assert levels_of(noor) == [("client", 1)]


def test_three_steps_for_a_client_who_finds_five_too_many(noor: Visitor, marit: Visitor) -> None:
    noor.says("ik wil een doel: elke dag op tijd op mijn werk").presses("Ja")
    noor.presses(TOPIC).says("3 keer per week te laat", "1 keer").presses("Over 3 maanden")
    noor.presses("Met maar 3 stappen", "Klopt")
    marit.says("hallo").presses("Bekijk het doel", "Ja, dit klopt")
    noor.says("check-in")
    assert len(noor.buttons) == 4  # with other signs
    noor.presses("+2")

    scale, state, texts = goal_of(noor)
    assert (scale, state) == ("doelenmeter_3", "active")
    assert texts["0"] == "3 keer of meer per week te laat."
    assert levels_of(noor) == [("client", 2)]

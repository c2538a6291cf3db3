"""Several goals of one client: one goes on and the others wait, unless both may go on."""

from sqlalchemy import select

from doelenmeter.tables import CheckIn, Goal, Wording
from tests.conversations.conftest import agree_on_a_goal
from tests.conversations.test_six_weeks import person
from tests.conversations.visitor import Visitor


def states(noor: Visitor) -> list[str]:
    with noor.stack.session() as session:
        found = session.scalars(
            select(Goal.state).where(Goal.client_id == person(noor)).order_by(Goal.id)
        )
        return list(found)


def scored(noor: Visitor) -> list[str]:
    """The titles of the goals that were asked, in the order of the check-ins."""
    with noor.stack.session() as session:
        found = session.scalars(
            select(Wording.title)
            .join(CheckIn, CheckIn.wording_id == Wording.id)
            .join(Goal, Goal.id == CheckIn.goal_id)
            .where(Goal.client_id == person(noor))
            .order_by(CheckIn.id)
        )
        return list(found)


def test_one_goes_on_and_the_other_waits_until_both_may(noor: Visitor, marit: Visitor) -> None:
    agree_on_a_goal(noor, marit)
    noor.says("ik wil als doel elke dag mijn kamer opruimen")
    noor.presses("Weet ik niet").says("1 dag per week", "5 dagen per week")
    noor.presses("Over 3 maanden", "Klopt")
    marit.says("hallo").presses("Bekijk het doel", "Ja, dit klopt")
    assert "wacht op zijn beurt" in marit.text
    assert states(noor) == ["active", "pipeline"]
    marit.presses("Werk aan allebei")
    assert states(noor) == ["active", "active"]

    noor.says("ik wil mijn check-in doen")
    noor.presses("Elke dag mijn kamer opruimen")
    noor.presses("+1").presses("Sla over")
    assert scored(noor) == ["Elke dag mijn kamer opruimen"]
    noor.presses("Ook: Op tijd op mijn werk zijn").presses("+2")
    assert scored(noor) == ["Elke dag mijn kamer opruimen", "Op tijd op mijn werk zijn"]

    noor.says("stop")
    noor.says("mijn doelen").presses("Elke dag mijn kamer opruimen", "Laat dit doel wachten")
    assert states(noor) == ["active", "pipeline"]


def test_a_sentence_with_the_score_is_kept_and_a_sigh_is_read_back(
    noor: Visitor, marit: Visitor
) -> None:
    agree_on_a_goal(noor, marit)
    noor.says("3x te laat want mijn kind was ziek")
    noor.presses("0")
    assert "erbij gezet" in noor.text
    assert any(reply["image"] for reply in noor.replies)
    marit.says("waar staat Noor")
    assert "“3x te laat want mijn kind was ziek”" in marit.text

    noor.says("stop").says("check-in", "wat een rotweek")
    assert "bedoel je dit" in noor.text

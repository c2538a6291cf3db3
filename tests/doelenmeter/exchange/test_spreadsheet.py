"""The table says what is stored, to who may see it, and runs nothing in a spreadsheet."""

import csv
import io

from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy.orm import Session, sessionmaker

from doelenmeter import scores
from doelenmeter.exchange.content import gather
from doelenmeter.exchange.spreadsheet import FORMULA, bundle, rows
from doelenmeter.exchange.words import Columns, load
from doelenmeter.tables import Kind, Party, Topic
from tests.doelenmeter.conftest import NOW, TEXTS, People, add_people, agreed_goal
from tests.doelenmeter.exchange.made import GOALS, Given, Made, Moment, make

steady = settings(max_examples=40, deadline=None, derandomize=True, database=None)


def read(file: bytes) -> list[dict[str, str]]:
    """Read the table as its description says, and take the apostrophes off again."""
    text = file.decode("utf-8-sig")
    assert text.endswith("\r\n")
    lines = list(csv.reader(io.StringIO(text, newline=""), delimiter=";"))
    assert lines[0] == list(load().columns.model_dump().values())
    names = list(Columns.model_fields)
    return [dict(zip(names, map(plain, line), strict=True)) for line in lines[1:]]


def plain(cell: str) -> str:
    return cell[1:] if cell.startswith("'") and FORMULA.match(cell[1:]) else cell


@steady
@given(made=st.lists(GOALS, max_size=3), viewer=st.sampled_from(Party))
def test_what_is_read_back_is_what_is_there(
    factory: sessionmaker[Session], made: list[Made], viewer: Party
) -> None:
    with factory() as session:
        people = add_people(session)
        stored = make(session, people, made)
        content = gather(session, people.client, viewer=viewer)
        read_back = read(bundle(session, people.client, viewer=viewer))

    wanted = [
        {name: str(row.get(name, "")) for name in Columns.model_fields} for row in rows(content)
    ]
    assert read_back == wanted
    assert {int(row["goal"]) for row in read_back} == {goal.id for goal in stored}
    seen = [score.id for goal in content.goals for score in goal.scores]
    assert [int(row["score"]) for row in read_back if row["score"]] == seen
    said = [row[topic] for row in read_back for topic in Topic]
    remarks = [remark.words for goal in content.goals for remark in goal.remarks]
    assert all(any(words in cell for cell in said) for words in remarks)


def test_a_text_that_could_run_is_a_text(session: Session, people: People) -> None:
    could_run = ["=1+1", "+31", "-1 keer", "@SUM(A1)", "a", "  =1", "\t=1", "'=1", "''-", "＝1"]
    goal = agreed_goal(session, people)
    weekly = scores.open_check_in(session, goal.id, kind=Kind.WEEKLY, now=NOW)
    who = {"by": Party.CLIENT, "person_id": people.client, "now": NOW}
    given = scores.give(session, weekly.id, level=-1, **who)
    for text in could_run:
        given = scores.revise(session, given.id, level=-1, reason=text, **who)
    scores.remark(session, weekly.id, topic=Topic.HELPED, words="=HYPERLINK(1)", **who)

    file = bundle(session, people.client, viewer=Party.COACH).decode("utf-8-sig")
    for line in csv.reader(io.StringIO(file, newline=""), delimiter=";"):
        for cell in line:
            number = cell.removeprefix("-").isdigit()
            assert number or not cell.lstrip().startswith(tuple("=+-@＝＋－＠")), cell
            assert not cell.startswith(("\t", "\r", "\n"))


def test_a_week_of_a_client_stands_in_one_row(session: Session, people: People) -> None:
    goal = agreed_goal(session, people)
    weekly = scores.open_check_in(session, goal.id, kind=Kind.WEEKLY, now=NOW)
    client = {"by": Party.CLIENT, "person_id": people.client, "now": NOW}
    first = scores.give(session, weekly.id, level=0, **client)
    scores.remark(session, weekly.id, topic=Topic.HELPED, words="Een wekker; en bus 5", **client)
    scores.revise(session, first.id, level=2, reason="Ik telde verkeerd.", **client)

    earlier, last = read(bundle(session, people.client, viewer=Party.COACH))

    assert last == {
        "goal": str(goal.id),
        "title": "Op tijd op mijn werk",
        "kenmerk": "1.1",
        "scale": "Doelenmeter",
        "state": "bezig",
        "start": "2026-11-22",
        "target": "2027-02-20",
        "kind": "elke week",
        "date": "2026-11-22 13:00",
        "by": "cliënt",
        "level": "2",
        "text": TEXTS[2],
        "score": str(first.id + 1),
        "replaces": str(first.id),
        "reason": "Ik telde verkeerd.",
        "t": "",
        "helped": "Een wekker; en bus 5",
        "hindered": "",
        "needed": "",
        "instrument": "",
    }
    assert (earlier["level"], earlier["replaces"], earlier["helped"]) == ("0", "", "")


def test_a_score_that_would_anchor_stays_out_until_the_own_one(
    session: Session, people: People
) -> None:
    goal = agreed_goal(session, people)
    start = scores.open_check_in(session, goal.id, kind=Kind.START, now=NOW)
    client = {"by": Party.CLIENT, "person_id": people.client, "now": NOW}
    scores.give(session, start.id, level=1, **client)
    scores.remark(session, start.id, topic=Topic.HINDERED, words="De bus", **client)

    hidden = bundle(session, people.client, viewer=Party.COACH)
    assert [row["score"] for row in read(hidden)] == [""]
    assert "De bus" not in hidden.decode()

    scores.give(session, start.id, by=Party.COACH, person_id=people.coach, level=0, now=NOW)
    shown = read(bundle(session, people.client, viewer=Party.COACH))
    assert [(row["by"], row["level"]) for row in shown] == [("cliënt", "1"), ("coach", "0")]
    assert shown[0]["hindered"] == "De bus"


def test_t_is_there_for_goals_on_gas_and_for_no_others(session: Session, people: People) -> None:
    def weeks(*ranks: int) -> tuple[Moment, ...]:
        return tuple(Moment(Kind.WEEKLY, (Given(Party.CLIENT, rank),)) for rank in ranks)

    gas = [Made("gas", "a", weeks(2, 5)), Made("gas", "b", weeks(0))]
    make(session, people, [*gas, Made("doelenmeter", "c", weeks(3)), Made("gas", "d")])

    found = read(bundle(session, people.client, viewer=Party.COACH))

    # The newest are +2 and −3 (a decline counts as −3): 50 + 10·(2 − 3)/√(0.7·2 + 0.3·4) = 43.8.
    assert [(row["title"], row["level"], row["t"]) for row in found] == [
        ("a", "-1", ""),
        ("a", "2", "43,8"),
        ("b", "-3", "43,8"),
        ("c", "2", ""),
        ("d", "", ""),
    ]


def test_letters_of_a_scale_stay_letters(session: Session, people: People) -> None:
    moment = Moment(Kind.WEEKLY, (Given(Party.COACH, 3),))
    make(session, people, [Made("ontwikkelmonitor", "Bellen", (moment,))])
    (row,) = read(bundle(session, people.client, viewer=Party.CLIENT))
    assert (row["level"], row["by"]) == ("B", "coach")


def test_a_client_without_goals_has_only_the_names_of_the_columns(
    session: Session, people: People
) -> None:
    assert read(bundle(session, people.client, viewer=Party.CLIENT)) == []

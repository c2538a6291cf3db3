"""The picture shows what is stored, to who may see it, and says the same in words."""

from datetime import datetime, timedelta
from itertools import pairwise
from xml.etree import ElementTree as Xml

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy.orm import Session

from doelenmeter import goals, scores
from doelenmeter.drawing import FROM, UNTIL, WIDTH
from doelenmeter.picture import Picture, Point, Step, describe, draw, picture_of
from doelenmeter.tables import Goal, Kind, Party
from tests.doelenmeter.conftest import NOW, TEXTS, People, agreed_goal, draft, propose

SVG = "{http://www.w3.org/2000/svg}"
WEEK = timedelta(days=7)
WHO = {Party.CLIENT: "jij", Party.COACH: "je coach", Party.THIRD_PARTY: "je begeleider"}
SHAPES = list(Party)

POINTS = st.builds(
    Point,
    at=st.integers(0, 100_000).map(lambda minutes: NOW + timedelta(minutes=minutes)),
    by=st.sampled_from(Party),
    level=st.integers(-1, 3),
    text=st.text(max_size=60),
)
PICTURES = st.builds(
    Picture,
    title=st.text(max_size=80),
    steps=st.lists(st.text(max_size=90), min_size=5, max_size=5).map(
        lambda texts: tuple(
            Step(number - 1, text, number == 3) for number, text in enumerate(texts)
        )
    ),
    points=st.lists(POINTS, max_size=12).map(
        lambda points: tuple(sorted(points, key=lambda point: point.at))
    ),
    changes=st.lists(POINTS.map(lambda point: point.at), max_size=2).map(tuple),
)
steady = settings(max_examples=100, deadline=None, derandomize=True, database=None)


def read(picture: Picture, viewer: Party = Party.CLIENT) -> Xml.Element:
    return Xml.fromstring(draw(picture, viewer=viewer))


def of(drawn: Xml.Element, kind: str) -> list[Xml.Element]:
    return [element for element in drawn.iter() if element.get("class") == kind]


def place(mark: Xml.Element) -> tuple[float, float]:
    """The middle of a mark, as it is drawn."""
    circle = mark.find(f"{SVG}circle")
    if circle is not None:
        return float(circle.get("cx", "")), float(circle.get("cy", ""))
    path = mark.find(f"{SVG}path")
    assert path is not None
    x, y = (float(number) for number in path.get("d", "")[1:].split("h")[0].split("l")[0].split())
    size = float(path.get("d", "").split("h")[1].split("v")[0].split("z")[0])
    if "v" in path.get("d", ""):
        return x + size / 2, y + size / 2
    return x, y + abs(size) / 2


@steady
@given(picture=PICTURES)
def test_every_score_stands_at_its_level_and_moment(picture: Picture) -> None:
    drawn = read(picture)
    rows = {int(row.get("data-level", "")): row for row in of(drawn, "row")}
    marks = of(drawn, "mark")
    assert [mark.get("data-at") for mark in marks] == [
        point.at.isoformat() for point in picture.points
    ]
    for mark, point in zip(marks, picture.points, strict=True):
        x, y = place(mark)
        row = rows[point.level]
        assert 0 < y - float(row.get("y", "")) < float(row.get("height", ""))
        assert FROM - 0.1 <= x <= UNTIL + 0.1
        assert mark.get("data-shape") == str(SHAPES.index(point.by))
    moments = [*(point.at for point in picture.points), *picture.changes]
    across = {point.at: place(mark)[0] for mark, point in zip(marks, picture.points, strict=True)}
    if marks and max(moments) > min(moments):
        whole = max(moments) - min(moments)
        for at, x in across.items():
            assert x == pytest.approx(
                FROM + (UNTIL - FROM) * ((at - min(moments)) / whole), abs=0.1
            )


@steady
@given(picture=PICTURES)
def test_better_levels_stand_higher_and_nothing_leaves_the_page(picture: Picture) -> None:
    drawn = read(picture)
    rows = [(int(row.get("data-level", "")), float(row.get("y", ""))) for row in of(drawn, "row")]
    assert all(one > other and high < low for (one, high), (other, low) in pairwise(rows))
    height = float(drawn.get("height", ""))
    for text in drawn.iter(f"{SVG}text"):
        assert 0 < float(text.get("y", "")) < height
        assert 0 <= float(text.get("x", "")) <= WIDTH


@steady
@given(picture=PICTURES)
def test_the_words_say_everything_the_picture_shows(picture: Picture) -> None:
    said = describe(picture, viewer=Party.CLIENT)
    assert picture.title in said
    assert all(step.text in said for step in picture.steps)
    for point in picture.points:
        assert f"{WHO[point.by]}: {point.text}" in said
    assert (not picture.points) == ("Er zijn nog geen scores." in said)
    assert bool(picture.changes) == ("Het doel is veranderd" in said)


def picture(*points: Point, changes: tuple[datetime, ...] = ()) -> Picture:
    steps = tuple(Step(level, text, level == 2) for level, text in sorted(TEXTS.items()))
    return Picture("Op tijd op mijn werk", steps, points, changes)


def by(party: Party, level: int, weeks: int) -> Point:
    return Point(NOW + weeks * WEEK, party, level, TEXTS[level])


def texts(drawn: Xml.Element) -> str:
    return " ".join(text.text or "" for text in drawn.iter(f"{SVG}text"))


def test_level_words_stand_on_the_axis_whole() -> None:
    drawn = texts(read(picture(by(Party.CLIENT, 0, 0))))
    assert all(text in drawn for text in TEXTS.values())
    assert "Ik ben 1 keer te laat. doel" in drawn


def test_who_scored_shows_in_the_words_of_the_reader() -> None:
    drawn = picture(by(Party.CLIENT, 0, 0), by(Party.COACH, 1, 1))
    assert texts(read(drawn)).endswith("22 nov 2026 29 nov 2026 jij je coach")
    assert texts(read(drawn, Party.COACH)).endswith("de cliënt jij")


def test_scores_that_meet_can_be_told_apart() -> None:
    points = [by(party, 1, 0) for party in Party]
    shapes = [list(mark)[1] for mark in of(read(picture(*points)), "mark")]
    drawn = [(shape.tag, shape.get("d"), shape.get("fill")) for shape in shapes]
    assert len(set(drawn)) == 3
    assert [fill for _, _, fill in drawn[1:]] == ["none", "none"]


def test_a_change_of_the_goal_shows_at_its_moment() -> None:
    points = (by(Party.CLIENT, 0, 0), by(Party.CLIENT, 1, 4))
    (flag,) = of(read(picture(*points, changes=(NOW + 2 * WEEK,))), "flag")
    line = flag.find(f"{SVG}line")
    assert line is not None
    assert float(line.get("x1", "")) == pytest.approx((FROM + UNTIL) / 2, abs=0.1)
    assert flag.findtext(f"{SVG}title") == "doel veranderd: 6 dec 2026"


def test_without_scores_it_says_so() -> None:
    drawn = read(picture())
    assert "Er zijn nog geen scores." in texts(drawn)
    assert of(drawn, "mark") == []


def test_letters_fit_a_phone() -> None:
    long = "Sollicitatiegesprekkentraining elke maandagochtend om negen uur bij de bibliotheek."
    drawn = read(Picture(long, (Step(0, long), Step(1, "Nee."), Step(2, "Ja.", True)), (), ()))
    assert drawn.get("viewBox", "").startswith("0 0 360 ")
    assert drawn.get("font-size") == "12"
    squeezed = [text.text for text in drawn.iter(f"{SVG}text") if text.get("textLength")]
    assert squeezed == ["Sollicitatiegesprekkentraining"]


def test_a_goal_is_drawn_from_what_is_stored(session: Session, people: People) -> None:
    goal = agreed_goal(session, people)
    assert shown(session, goal, Party.CLIENT) == []
    weekly = scores.open_check_in(session, goal.id, kind=Kind.WEEKLY, now=NOW)
    first = give(session, weekly.id, Party.CLIENT, 0, NOW)
    scores.revise(
        session,
        first,
        by=Party.CLIENT,
        person_id=None,
        level=1,
        reason="Ik telde verkeerd.",
        now=NOW + 2 * WEEK,
    )
    later = NOW + 3 * WEEK
    moment = scores.open_check_in(session, goal.id, kind=Kind.PROGRESS, now=later)
    give(session, moment.id, Party.COACH, 3, later)

    assert shown(session, goal, Party.CLIENT) == [(NOW, "client", 1)]
    assert shown(session, goal, Party.COACH) == [(NOW, "client", 1), (later, "coach", 3)]

    give(session, moment.id, Party.CLIENT, 2, later)

    assert shown(session, goal, Party.CLIENT)[1:] == [(later, "coach", 3), (later, "client", 2)]


def test_a_level_that_is_switched_off_stays_while_it_was_scored(
    session: Session, people: People
) -> None:
    goal = agreed_goal(session, people)
    weekly = scores.open_check_in(session, goal.id, kind=Kind.WEEKLY, now=NOW)
    give(session, weekly.id, Party.CLIENT, -1, NOW)
    fewer = {level: f"Nu: {text}" for level, text in TEXTS.items() if level != -1}
    changed = goals.change(
        session,
        goal.id,
        by=Party.COACH,
        person_id=people.coach,
        draft=draft(texts=fewer),
        reason="Dit hielp niet.",
        now=NOW + WEEK,
    )
    before = picture_of(session, goal.id, viewer=Party.CLIENT)
    assert before is not None
    assert before.changes == ()
    agreed_at = NOW + 2 * WEEK
    goals.agree(session, changed.id, by=Party.CLIENT, person_id=people.client, now=agreed_at)

    after = picture_of(session, goal.id, viewer=Party.CLIENT)
    assert after is not None
    assert after.changes == (agreed_at,)
    assert [step.text for step in after.steps] == [TEXTS[-1], *fewer.values()]
    assert after.points[0].text == TEXTS[-1]


def test_a_goal_without_agreed_words_has_no_picture(session: Session, people: People) -> None:
    proposed = propose(session, people)
    assert picture_of(session, proposed.goal_id, viewer=Party.CLIENT) is None


def give(session: Session, check_in_id: int, by: Party, level: int, now: datetime) -> int:
    return scores.give(session, check_in_id, by=by, person_id=None, level=level, now=now).id


def shown(session: Session, goal: Goal, viewer: Party) -> list[tuple[datetime, str, int]]:
    """What is really drawn: moment, party and level of every mark."""
    made = picture_of(session, goal.id, viewer=viewer)
    assert made is not None
    return [
        (
            datetime.fromisoformat(mark.get("data-at", "")),
            SHAPES[int(mark.get("data-shape", ""))].value,
            int(mark.get("data-level", "")),
        )
        for mark in of(read(made, viewer), "mark")
    ]

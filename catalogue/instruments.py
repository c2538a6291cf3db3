"""One instrument: the schema of its data file, which is also the card that people see."""

from typing import Annotated, Literal, Self

from pydantic import Field, model_validator

from store.datafile import Record

ROUNDING = 5
"""Costs are rounded to whole steps of this many euro: they are an estimate."""

NEUTRAL_GRADE = 7.5
"""Counts as the grade where none is known: the mean of the grades that professionals gave in
the study behind the keuzehulp. So an unknown grade neither helps nor harms."""

EVIDENCE = ("none", "practice", "some", "strong")
"""Levels of evidence, from least to most."""

Text = Annotated[str, Field(min_length=1)]
Grade = Annotated[float, Field(ge=1, le=10)]
Count = Annotated[int, Field(ge=0)]


class Location(Record):
    """Where it takes place."""

    gemeente: Text
    address: Text


class Entry(Record):
    """What somebody needs to start; ``None`` where nothing is asked."""

    hours_min: Count | None
    """Hours a week one must be available."""
    language_min: Literal["A1", "A2", "B1", "B2"] | None
    benefit: Literal["bijstand"] | None
    other: tuple[Text, ...] = ()


class Cost(Record):
    """What the cost rule needs: euro an hour, and hours for one group."""

    hourly_rate: Annotated[float, Field(ge=0)]
    contact_hours: Annotated[float, Field(ge=0)]
    preparation_hours: Annotated[float, Field(ge=0)]
    evaluation_hours: Annotated[float, Field(ge=0)]


class Start(Record):
    """When it can start; weeks to wait are ``None`` when nobody knows."""

    wait_weeks: Count | None
    text: Text


class Application(Record):
    """How to sign up and with whom; the words for a coach may be left out where they are alike."""

    how: Text
    contact: Text
    how_for_coach: Text | None = None


class Evidence(Record):
    """How well it is studied."""

    level: Literal["none", "practice", "some", "strong"]
    text: Text
    source: Text | None


class Rating(Record):
    """A mean grade from 1 to 10 and how many people gave one."""

    grade: Grade
    n: Count


class Card(Record):
    """Everything the catalogue knows about one instrument."""

    code: Annotated[str, Field(pattern=r"^[A-Z][A-Z0-9]{0,15}$")]
    name: Text
    kind: Text
    provider: Text
    example: bool
    category: Annotated[int, Field(ge=1, le=4)]
    routes: tuple[Text, ...]
    kenmerken: tuple[Text, ...]
    summary: Text
    goal: Text
    method: Text
    client_role: Text
    not_for: Text
    pros: tuple[Text, ...]
    cons: tuple[Text, ...]
    locations: tuple[Location, ...]
    form: Literal["alone", "group", "both"]
    group_size: Annotated[int, Field(ge=1)]
    voluntary: bool
    doelgroepen: tuple[Text, ...]
    entry: Entry
    duration_weeks: Count | None
    hours: Annotated[float, Field(ge=0)] | None
    cost: Cost | None
    start: Start
    application: Application
    remarks: Text | None
    evidence: Evidence
    rating_professionals: Rating | None
    rating_clients: Rating | None
    refer_only: bool = False
    parked: bool = False
    """No longer offered, kept to look it up."""

    @model_validator(mode="after")
    def _agree(self) -> Self:
        """Check what no single field can tell."""
        if len(self.pros) != len(self.cons):
            raise ValueError(
                "pros and cons differ in number; give as many of each, so that both weigh the same"
            )
        if self.form == "alone" and self.group_size != 1:
            raise ValueError("form alone has a group size of 1; correct one of the two")
        if self.name != f"{self.kind} – {self.provider}":
            raise ValueError("the name is not kind, dash and provider; correct the name")
        for values in (self.routes, self.kenmerken, self.doelgroepen):
            if len(set(values)) != len(values):
                raise ValueError(f"one of {', '.join(values)} stands there twice; remove it")
        return self

    @property
    def cost_per_person(self) -> int | None:
        """Euro for one person, or ``None`` when unknown. The only cost rule there is.

        Hourly rate × (contact + preparation + evaluation hours) / group size, in steps of € 5.
        """
        if self.cost is None:
            return None
        cost = self.cost
        hours = cost.contact_hours + cost.preparation_hours + cost.evaluation_hours
        return ROUNDING * round(cost.hourly_rate * hours / self.group_size / ROUNDING)

    @property
    def effectiveness(self) -> int:
        """How well it works, as one number to sort by; the only definition there is.

        First the grade of the professionals in tenths (`NEUTRAL_GRADE` where unknown), then the
        level of evidence. Grades of clients are shown but do not sort: hardly any are known.
        """
        rating = self.rating_professionals
        grade = rating.grade if rating else NEUTRAL_GRADE
        return round(grade * 10) * len(EVIDENCE) + EVIDENCE.index(self.evidence.level)

    @property
    def proposable(self) -> bool:
        """Tell whether it may be advised: not when it only refers or is parked."""
        return not (self.refer_only or self.parked)

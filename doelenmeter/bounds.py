"""Levels for what can be counted: bounds without gaps or overlaps, in the right direction."""

import contextlib
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise

from doelenmeter import scales
from doelenmeter.measures import Amounts, Period, Unit, load
from doelenmeter.scales import Meaning

FURTHEST_MOVED = 4
"""Steps; a goal further from the one somebody wished is another goal."""


class NoRoomError(ValueError):
    """Start and goal leave no room for a level; ``meaning`` tells which."""

    def __init__(self, meaning: Meaning) -> None:
        self.meaning = meaning
        super().__init__(f"there is no room for the level {meaning!r}")


@dataclass(frozen=True, slots=True)
class Band:
    """The amounts of one level. None is no bound on that side.

    When more is better the lower bound belongs to it and the upper does not; when less is
    better it is the other way round. So an amount on a bound always counts as the better level.
    """

    level: int
    low: Decimal | None
    high: Decimal | None


@dataclass(frozen=True, slots=True)
class Bands:
    """The amounts of every level, worst first; every amount belongs to exactly one level."""

    unit: Unit
    period: Period
    more_is_better: bool
    bands: tuple[Band, ...]

    def level_of(self, amount: Decimal) -> int:
        """Tell which level an amount is."""
        reached = [
            band.level
            for band in self.bands[1:]
            if (bound := band.low if self.more_is_better else band.high) is not None
            and (amount >= bound if self.more_is_better else amount <= bound)
        ]
        return reached[-1] if reached else self.bands[0].level

    def texts(self) -> Mapping[int, str]:
        """Say the amounts of each level, by level number: "2 of 3 dagen per week"."""
        measures = load()
        period = measures.periods[self.period]
        say = self._whole if self.unit.whole else self._between
        return {band.level: f"{say(band, measures.amounts)} {period}" for band in self.bands}

    def _whole(self, band: Band, say: Amounts) -> str:
        """Say whole amounts by the first and the last that belong to the level."""
        step, most = self.unit.step, self.unit.most[self.period]
        shift = (Decimal(0), step) if self.more_is_better else (step, Decimal(0))
        low = Decimal(0) if band.low is None else band.low + shift[0]
        high = most if band.high is None else band.high - shift[1]
        if high is None or (high == most and high > low):
            return say.at_least.format(low=self.unit.said(low))
        words = {"low": self.unit.said(low), "high": self.unit.said(high)}
        if low == high:
            return say.exactly.format(**words)
        if low == 0:
            return say.at_most.format(**words)
        either = say.either if high == low + step else say.range
        return either.format(first=low, **words)

    def _between(self, band: Band, say: Amounts) -> str:
        """Say amounts that may lie anywhere between the bounds."""
        if band.low == self.unit.most[self.period] or band.high == 0:
            return say.exactly.format(low=self.unit.said(band.low or Decimal(0)))
        low = None if band.low is None else self.unit.said(band.low)
        high = None if band.high is None else self.unit.said(band.high)
        up = self.more_is_better
        if low is None:
            return (say.below if up else say.at_most).format(high=high)
        if high is None:
            return (say.at_least if up else say.above).format(low=low)
        return (say.from_below if up else say.above_to).format(low=low, high=high)


def propose(
    unit: str,
    period: Period,
    *,
    start: Decimal,
    goal: Decimal,
    scale: str = scales.DEFAULT,
) -> Bands:
    """Propose the amounts of each level, from where somebody starts and wants to come.

    Half way between the two lies the next level; a worse one lies some room below the start,
    so that an ordinary week is no decline, and is left out where nothing can be worse. A goal of
    less than the start means that less is better.

    Raises KeyError for a unit, period or scale that does not exist, ValueError for amounts that
    are equal, out of reach or between two steps, and NoRoomError when the two lie too close
    together or when nothing is better than the goal.
    """
    of = load().unit(unit)
    most = of.most[period]
    for amount in (start, goal):
        if amount < 0 or (most is not None and amount > most) or amount % of.step:
            raise ValueError(f"{amount} is no amount of {unit} per {period}")
    if start == goal:
        raise ValueError("start and goal are the same")
    meanings = scales.load()[scale].meanings
    more_is_better = goal > start
    sign = 1 if more_is_better else -1
    worst, best = (Decimal(0), most) if more_is_better else (most, Decimal(0))
    cuts = _cuts(
        int(abs(goal - start) / of.step),
        room_below=None if worst is None else int(abs(start - worst) / of.step),
        room_above=None if best is None else int(abs(best - goal) / of.step),
        meanings=meanings,
    )
    at = {meaning: start + sign * steps * of.step for meaning, steps in cuts.items()}
    return Bands(of, period, more_is_better, _bands(at, meanings, more_is_better))


def nearest(
    unit: str,
    period: Period,
    *,
    start: Decimal,
    goal: Decimal,
    scale: str = scales.DEFAULT,
) -> tuple[Decimal, ...]:
    """Give the goals nearest to this one that leave room for every level, at most two.

    They lie on the same side of the start. Raises KeyError as `propose` does.
    """
    step = load().unit(unit).step
    sign = 1 if goal > start else -1
    found = []
    for steps in range(1, FURTHEST_MOVED + 1):
        for other in (goal - sign * steps * step, goal + sign * steps * step):
            if (other - start) * sign <= 0:
                continue
            with contextlib.suppress(ValueError):
                propose(unit, period, start=start, goal=other, scale=scale)
                found.append(other)
    return tuple(found[:2])


def _cuts(
    distance: int,
    *,
    room_below: int | None,
    room_above: int | None,
    meanings: Mapping[Meaning, int],
) -> dict[Meaning, int]:
    """Tell where each level begins, in steps from the start towards the goal, worst first.

    The worst level in use has no beginning and is left out.
    """
    half = distance // 2
    if half < 1:
        raise NoRoomError("less")
    cuts: dict[Meaning, int] = {}
    if "worse" in meanings and room_below != 0:
        usual = (half + 1) // 2
        cuts["start"] = -(usual if room_below is None else min(usual, room_below - 1))
    cuts |= {"less": half, "goal": distance}
    above: list[Meaning] = [meaning for meaning in ("more", "much_more") if meaning in meanings]
    for number, meaning in enumerate(above, start=1):
        step = half if room_above is None else min(half, room_above // len(above))
        if step < 1:
            raise NoRoomError("more")
        cuts[meaning] = distance + number * step
    return cuts


def _bands(
    at: Mapping[Meaning, Decimal], meanings: Mapping[Meaning, int], more_is_better: bool
) -> tuple[Band, ...]:
    """Lay the levels side by side: where one ends the next begins."""
    bounds = [None, *at.values(), None]
    worst: Meaning = "worse" if "start" in at else "start"
    levels = [meanings[meaning] for meaning in (worst, *at)]
    return tuple(
        Band(level, *((begin, end) if more_is_better else (end, begin)))
        for level, (begin, end) in zip(levels, pairwise(bounds), strict=True)
    )

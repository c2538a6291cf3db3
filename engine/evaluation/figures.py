"""The figures: how often it was right, and where it was wrong."""

from __future__ import annotations

import statistics
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from evaluation.asking_back import is_asked
from evaluation.phrases import Phrase
from evaluation.understanding import Understood

CRISIS = "crisis"
DANGER = "danger"
HEAVY = "heavy_lives"
Case = tuple[Phrase, Understood]
Values = frozenset[tuple[str, str]]
LOWER_IS_BETTER = frozenset({"look-alikes alarmed", "heavy lives alarmed"})


def gated(cases: Sequence[Case]) -> dict[str, float]:
    """The figures that may not fall, by name; shares of 1."""
    about = [case for case in cases if case[0].kenmerken]
    stories = [case for case in cases if case[0].intent == "find_instrument"]
    danger = [case for case in cases if case[0].intent == CRISIS]
    alike = [case for case in cases if case[0].stratum == DANGER and case[0].intent != CRISIS]
    heavy = [case for case in cases if case[0].stratum == HEAVY]
    return {
        "kenmerk, first guess right": _share(about, first_right),
        "kenmerk, among the best three": _share(about, among_three),
        "kenmerken, micro-F1": _f1((meant.kenmerken, got.kenmerken) for meant, got in stories),
        "intent right": _share(cases, intent_right),
        "intent right, mean over intents": statistics.fmean(
            _share(of_intent, intent_right) for of_intent in by(cases, _intent).values()
        ),
        "right at once": _share(cases, at_once),
        "right after one question": _share(cases, after_one_question),
        "danger heard": _share(danger, intent_right),
        "look-alikes alarmed": _share(alike, alarmed),
        **({"heavy lives alarmed": _share(heavy, alarmed)} if heavy else {}),
        "values, micro-F1": _f1(_values(cases)),
    }


def first_right(case: Case) -> bool:
    """Whether the likeliest kenmerk was meant."""
    return bool(case[0].kenmerken & set(case[1].candidates[:1]))


def among_three(case: Case) -> bool:
    """Whether a meant kenmerk is among the best three."""
    return bool(case[0].kenmerken & set(case[1].candidates))


def intent_right(case: Case) -> bool:
    """Whether the meant intent comes nearest, sure enough to act on or not."""
    return case[0].intent == case[1].likeliest


def alarmed(case: Case) -> bool:
    """Whether it was taken for danger."""
    return case[1].intent == CRISIS


def at_once(case: Case) -> bool:
    """Acted on the meant intent, and of the kenmerken that were meant heard at least one."""
    meant, got = case
    heard = not meant.kenmerken or bool(meant.kenmerken & set(got.kenmerken))
    return meant.intent == got.intent and heard


def after_one_question(case: Case) -> bool:
    """Right at once, or what was meant is among the choices that are then shown."""
    return at_once(case) or is_asked(*case)


def misread(case: Case) -> str:
    """Say what was meant and what was heard where the two differ; empty where all is right."""
    meant, got = case
    pairs = (
        ("intent", meant.intent, got.intent),
        ("kenmerken", sorted(meant.kenmerken), sorted(got.kenmerken)),
        ("values", sorted(meant.entities or ()), sorted(got.entities)),
    )
    story = meant.intent == "find_instrument"
    differ = (
        f"{name}: meant {one}, heard {other}"
        for name, one, other in pairs
        if one != other
        and (name != "kenmerken" or story)
        and (name != "values" or meant.entities is not None)
    )
    return "; ".join(differ)


def by(cases: Iterable[Case], key: Callable[[Case], str]) -> dict[str, list[Case]]:
    """The cases in groups, in the order of their names."""
    groups = defaultdict(list)
    for case in cases:
        groups[key(case)].append(case)
    return dict(sorted(groups.items()))


@dataclass(frozen=True)
class Row:
    """One line of a table: of how many, three shares."""

    name: str
    count: int
    shares: tuple[float, ...]
    note: str = ""


def strata(cases: Sequence[Case]) -> list[Row]:
    """Right at once, after one question, and not understood, a stratum a row."""
    rows = []
    for name, group in by(cases, lambda case: case[0].stratum).items():
        once, after = _share(group, at_once), _share(group, after_one_question)
        rows.append(Row(name, len(group), (once, after, 1 - after)))
    return rows


def intents(cases: Sequence[Case]) -> list[Row]:
    """How much of each intent was heard, how often it was right when named, and what it became."""
    named = Counter(got.likeliest for _, got in cases)
    rows = []
    for name, group in by(cases, _intent).items():
        right = sum(map(intent_right, group))
        wrong = Counter(got.likeliest for meant, got in group if got.likeliest != meant.intent)
        note = ", ".join(f"{other} {times}" for other, times in wrong.most_common(3))
        shares = (right / len(group), right / named[name] if named[name] else 0.0)
        rows.append(Row(name, len(group), shares, note))
    return rows


def kenmerken(cases: Sequence[Case]) -> list[Row]:
    """Precision and recall of each kenmerk in stories."""
    stories = [case for case in cases if case[0].intent == "find_instrument"]
    codes = sorted({code for meant, _ in stories for code in meant.kenmerken})
    rows = []
    for code in codes:
        meant = sum(code in phrase.kenmerken for phrase, _ in stories)
        found = sum(code in got.kenmerken for _, got in stories)
        both = sum(code in phrase.kenmerken and code in got.kenmerken for phrase, got in stories)
        rows.append(Row(code, meant, (both / meant, both / found if found else 0.0)))
    return rows


def confusion(cases: Sequence[Case]) -> tuple[list[str], list[list[int]]]:
    """Codes, and how often the first guess (columns) stood for the one that was meant (rows)."""
    single = [case for case in cases if len(case[0].kenmerken) == 1 and case[1].candidates]
    codes = sorted({code for phrase, _ in single for code in phrase.kenmerken})
    table = [[0] * len(codes) for _ in codes]
    for phrase, got in single:
        if got.candidates[0] in codes:
            (meant,) = phrase.kenmerken
            table[codes.index(meant)][codes.index(got.candidates[0])] += 1
    return codes, table


def values(cases: Sequence[Case]) -> list[Row]:
    """Recall and precision of each kind of value."""
    pairs = list(_values(cases))
    names = sorted({name for meant, _ in pairs for name, _ in meant})
    rows = []
    for name in names:
        meant = {(at, e) for at, (ours, _) in enumerate(pairs) for e in ours if e[0] == name}
        found = {(at, e) for at, (_, theirs) in enumerate(pairs) for e in theirs if e[0] == name}
        both = len(meant & found)
        rows.append(Row(name, len(meant), (both / len(meant), both / len(found) if found else 0)))
    return rows


def _values(cases: Iterable[Case]) -> Iterator[tuple[Values, Values]]:
    """The values meant and found, where somebody said which were meant."""
    return ((p.entities, u.entities) for p, u in cases if p.entities is not None)


def _intent(case: Case) -> str:
    return case[0].intent


def _share(cases: Sequence[Case], right: Callable[[Case], bool]) -> float:
    return sum(map(right, cases)) / len(cases) if cases else 1.0


def _f1(pairs: Iterable[tuple[Iterable[object], Iterable[object]]]) -> float:
    both = meant_in_all = found_in_all = 0
    for meant, found in pairs:
        both += len({*meant} & {*found})
        meant_in_all += len({*meant})
        found_in_all += len({*found})
    return 2 * both / max(meant_in_all + found_in_all, 1)

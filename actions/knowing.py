"""What a message changes in what is known: conditions, kenmerken, and taking them back."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import replace

from actions.for_whom import meant_groups
from actions.hearing import FALLBACK, Heard
from actions.naming import mentioned, refused
from actions.starting import SOON, is_latest, weeks_until
from actions.turn import Turn
from catalogue.instruments import Card
from catalogue.kenmerken import Taxonomy
from catalogue.search import instrument, search

QUOTE_LENGTH = 70
TOO_MUCH = {"max_wait": "too_late", "max_weeks": "too_long", "max_cost": "too_dear"}
"""Per condition the words for too much of it; "te lang wachten" is a wait."""

STEERING = frozenset({"find_instrument", "deny", "more_options", FALLBACK})
"""Intents of a case, a story or a no, in which "geen groep" is a condition as well."""


def practical(turn: Turn, besides: Collection[str] = ()) -> bool:
    """Take over every practical condition that the message names; tell whether any was new.

    `besides` are those that it takes away.
    """
    before, no_limit = turn.known, _no_limit(turn)
    if "gemeente" not in besides:
        _places(turn)
    if no_limit:
        turn.say("utter_explain", explanation=turn.phrases("facts.no_earliest"))
        turn.known = turn.known.skipped("max_wait")
    for condition, value in _named_conditions(turn):
        if condition in besides:
            continue
        if condition == "max_cost" and not turn.for_coach:
            turn.say("utter_free_for_you")  # so no price excludes anything
        else:
            turn.known = turn.known.answered(condition, value)
    if turn.heard.intent == "refine_practical" and says(turn, "every_kenmerk"):
        turn.known = replace(turn.known, every_kenmerk=True)
    return turn.known != before or turn.said("utter_free_for_you") or no_limit


def repeated(turn: Turn) -> tuple[str, ...]:
    """The conditions that the message names and the search has already, just so."""
    known, heard = turn.known, turn.heard
    if heard.pressed:
        return ()
    here = {known.gemeente, *known.also_in} & set(heard.entities.get("gemeente", ()))
    away = known.not_in & set(heard.ruled_out.get("gemeente", ()))
    no = known.unwanted & set(refused(turn))
    said = {"gemeente": here, "not_in": away, "unwanted": no, **dict(_named_conditions(turn))}
    return tuple(name for name, value in said.items() if value and known.knows(name))


def _no_limit(turn: Turn) -> bool:
    """Whether a start is named that limits no wait: "pas in januari", "in het voorjaar"."""
    start = turn.heard.value("start")
    if start is None or is_latest(start):
        return False
    return fits(turn, "earliest") or weeks_until(start, turn.now()) is None


def _places(turn: Turn) -> None:
    """Take over the place that is named; with "of" or "ook" beside the other ones."""
    named = [p for p in turn.heard.entities.get("gemeente", ()) if p in turn.gemeenten]
    if not named:
        return
    known, words = turn.known, turn.heard.text.casefold().split()
    if known.gemeente and len(named) == 1 and ("ook" in words or words[:1] == ["of"]):
        first, others = known.gemeente, known.also_in | {*named}
    elif {"of", "en", "ook"} & set(words):
        first, others = named[0], frozenset(named)
    else:
        first, others = named[-1], frozenset()
    not_in = known.not_in - {first, *others}
    turn.known = known.answered("gemeente", first)
    turn.known = replace(turn.known, also_in=others - {first}, not_in=not_in)


def says(turn: Turn, name: str) -> bool:
    """Whether the message holds one of the words of this name in data/texts."""
    text = f" {turn.heard.text.casefold()} "
    return any(f" {words}" in text for words in turn.phrases.words(name))


def fits(turn: Turn, name: str, within: str | None = None) -> bool:
    """Whether one of the patterns of this name in data/texts stands in the message, or a part."""
    text = (turn.heard.text if within is None else within).casefold()
    return any(re.search(pattern, text) for pattern in turn.phrases.words(name))


def _named_conditions(turn: Turn) -> Iterator[tuple[str, str | int]]:
    heard = turn.heard
    if (cost := heard.number("max_kosten")) is not None:
        yield "max_cost", cost
    latest = bare_wait(turn) or weeks_until(heard.value("start") or "", turn.now())
    wait = None if _no_limit(turn) else latest
    weeks = heard.number("max_weken") or bare_length(turn)
    if weeks and weeks != wait:  # "binnen een maand" is read as both, and is a start
        yield "max_weeks", weeks
    if wait is not None:
        yield "max_wait", wait
    for group in meant_groups(turn):
        if turn.phrases.has(f"groups.{group}"):
            yield "doelgroepen", group
    if route := _route_code(turn.taxonomy, heard.value("route")):
        yield "route", route
    yield from _wished(turn)


def bare_length(turn: Turn) -> int | None:
    """The weeks in "2 weken" or "3 maanden" and nothing else, over a list."""
    bare = turn.dialogue.step == "advice" and fits(turn, "only_a_length")
    return weeks_until(turn.heard.text, turn.now()) if bare else None


def bare_wait(turn: Turn) -> int | None:
    """The weeks in "nu" or "snel" and nothing else, over a list: it may not start later."""
    word = turn.heard.text.casefold().strip(" .!")
    return SOON.get(word) if turn.dialogue.step == "advice" else None


def let_go(turn: Turn, condition: str) -> None:
    """Drop one condition and do not ask for it again: a question id, "kenmerken" or "all"."""
    if condition == "all":
        turn.known = replace(turn.known, every_kenmerk=False)
    elif condition.startswith("kenmerk"):
        turn.known = turn.known.without(condition)
    else:
        turn.known = turn.known.skipped(condition)


def want(turn: Turn, codes: Iterable[str], words: Mapping[str, str]) -> None:
    """Add kenmerken to work on, with the words they were heard in."""
    for code in codes:
        if code in turn.taxonomy.kenmerken:
            turn.known = turn.known.answered(f"kenmerk:{code}", "wanted")
            if words.get(code):
                turn.known = replace(turn.known, said={**turn.known.said, code: words[code]})


def refuse(turn: Turn, codes: Iterable[str]) -> None:
    """A no to kenmerken: no longer wanted, and not asked again."""
    for code in codes:
        turn.known = turn.known.answered(f"kenmerk:{code}", "refused")


def quotes(heard: Heard) -> dict[str, str]:
    """Per kenmerk the person's own words, short enough to say back."""
    return {found.code: _short(found.words) for found in heard.kenmerken if found.words}


def named(turn: Turn, text: str, codes: Iterable[str]) -> tuple[str, ...]:
    """Which of these kenmerken a sentence names, by the words that people use for them."""
    lowered = text.casefold()
    spoken = tokens(lowered)
    codes, found = tuple(codes), []
    small = set(turn.phrases.words("small_words"))
    quoted = {code: _quoted(turn, code) for code in codes}
    for code in codes:
        kenmerk = turn.taxonomy.kenmerken[code]
        mentions = {word for word in tokens(kenmerk.chip) - small if len(word) > 3}
        others = set().union(*(quoted[other] for other in codes if other != code))
        mentions |= {word for word in quoted[code] - others if len(word) > 5}
        if spoken & mentions or any(word.casefold() in lowered for word in kenmerk.words):
            found.append(code)
    return tuple(found)


def _quoted(turn: Turn, code: str) -> set[str]:
    """The words in which a kenmerk was heard; two may have been heard in the same."""
    return tokens(turn.known.said.get(code, turn.dialogue.quotes.get(code, "")).casefold())


def _wished(turn: Turn) -> Iterator[tuple[str, str | int]]:
    """Wishes without a value: alone, in a group, cheaper, shorter, sooner than the first shown."""
    heard = turn.heard
    if heard.pressed:
        if wait := heard.number("max_wait"):
            yield "max_wait", wait
        if (form := heard.value("form")) in ("alone", "group"):
            yield "form", form
        return
    if found := too_much(turn):
        if (limit := limit_without(turn, *found)) is not None:
            yield found[1], limit
        return
    if heard.intent != "refine_practical":
        if heard.intent in STEERING and (form := form_in_a_case(turn)):
            yield "form", form
        return
    if form := spoken_form(turn):
        yield "form", form
    shown = turn.dialogue.on_screen
    first = instrument(turn.session, shown[0]) if shown else None
    if first is None:
        return
    for condition, entity, value in _less(first):
        if says(turn, condition) and value is not None and heard.number(entity) is None:
            yield condition, value


def form_in_a_case(turn: Turn) -> str | None:
    """Alone or in a group where much else is told: "geen groep", "graag individueel"."""
    says_no = turn.heard.intent == "deny" and fits(turn, "against_a_group")
    if says_no or fits(turn, "no_group"):
        return "alone"
    if turn.for_coach and fits(turn, "wants_a_form"):
        return spoken_form(turn)
    return None


def spoken_form(turn: Turn) -> str | None:
    """Alone or in a group, as it is said: "niets in een groep", not "alleen in Tiel"."""
    if fits(turn, "no_group") or fits(turn, "against_a_group"):
        return "alone"
    if says(turn, "group") or fits(turn, "against_alone"):
        return "group"
    return "alone" if says(turn, "alone") and not says(turn, "only") and not only(turn) else None


def only(turn: Turn) -> tuple[str, ...]:
    """The topics in "alleen taal": of those of the search, else of those that were heard."""
    if turn.heard.pressed or not fits(turn, "only_topic"):
        return ()
    last = turn.heard.text.casefold().split()[-1].strip(".!")
    heard = (k.code for k in turn.heard.kenmerken if last in k.words.casefold().split())
    of_these = () if last in turn.phrases.words("alone") else tuple(heard)
    return named(turn, last, turn.known.wanted) or of_these


def too_much(turn: Turn) -> tuple[Card, str] | None:
    """One of the list that costs too much, or is too long or too late: "die tweede is te duur"."""
    text = turn.heard.text.casefold().strip()
    asks = text.endswith("?") or text.partition(" ")[0] in turn.phrases.words("asking_whether")
    condition = next((name for name, words in TOO_MUCH.items() if says(turn, words)), None)
    if turn.heard.pressed or asks or condition is None or turn.dialogue.step != "advice":
        return None
    about = set(mentioned(turn)) & set(turn.dialogue.on_screen)
    card = instrument(turn.session, about.pop()) if len(about) == 1 else None
    return (card, condition) if card else None


def limit_without(turn: Turn, card: Card, condition: str) -> int | None:
    """The limit that leaves this instrument out and some other one in; None where there is none."""
    limit = next(value for name, _, value in _less(card) if name == condition)
    if limit is None or not search(turn.session, turn.known.answered(condition, limit), 1).total:
        return None
    return limit


def _less(card: Card) -> tuple[tuple[str, str, int | None], ...]:
    """Per condition that can shrink: its entity, and just less than this instrument has."""
    cost, weeks, wait = card.cost_per_person, card.duration_weeks, card.start.wait_weeks
    return (
        ("max_cost", "max_kosten", cost - 1 if cost else None),
        ("max_weeks", "max_weken", weeks - 1 if weeks and weeks > 1 else None),
        ("max_wait", "start", wait - 1 if wait else None),
    )


def _route_code(taxonomy: Taxonomy, policy: str | None) -> str | None:
    codes = (route.code for route in taxonomy.routes if policy in (route.policy, route.code))
    return next(codes, None)


def tokens(text: str) -> set[str]:
    """The words of a text, without the signs around them."""
    return {word.strip(".,;:!?()\"'“”") for word in text.split()}


def _short(words: str) -> str:
    text = " ".join(words.split()).strip(" .,;")
    if len(text) <= QUOTE_LENGTH:
        return text
    return text[:QUOTE_LENGTH].rsplit(" ", 1)[0] + " …"

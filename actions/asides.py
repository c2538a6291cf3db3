"""Asides that need more than a fixed text; after each the dialogue goes on where it was."""

from __future__ import annotations

from rapidfuzz import fuzz, process, utils
from rasa_sdk import Tracker
from rasa_sdk.events import EventType

from actions import erasing, instruments
from actions.base import HouseAction
from actions.comparing import compare
from actions.diagnosing import diagnose
from actions.dialogue import Step
from actions.knowing import fits, says
from actions.simpler import say_simpler
from actions.tasks import personal, road
from actions.turn import Turn
from actions.why import why
from catalogue.known import KENMERK

KNOWN_WORD = 82
"""Score (0 to 100) from which a word counts as one that we explain."""


class InstrumentDetails(HouseAction):
    """One instrument, or one aspect of it."""

    called = "action_instrument_details"

    def act(self, turn: Turn, tracker: Tracker) -> list[EventType]:
        """See `actions.instruments`."""
        del tracker
        instruments.details(turn)
        return []


class Compare(HouseAction):
    """Instruments side by side."""

    called = "action_compare"

    def act(self, turn: Turn, tracker: Tracker) -> list[EventType]:
        """See `actions.comparing`."""
        del tracker
        compare(turn)
        return []


class Why(HouseAction):
    """Why this advice, why not that one."""

    called = "action_why"

    def act(self, turn: Turn, tracker: Tracker) -> list[EventType]:
        """See `actions.instruments`."""
        del tracker
        why(turn)
        return []


class SendList(HouseAction):
    """The list in one message, to keep or print."""

    called = "action_send_list"

    def act(self, turn: Turn, tracker: Tracker) -> list[EventType]:
        """See `actions.instruments`."""
        del tracker
        instruments.keep_list(turn)
        return []


class Diagnosis(HouseAction):
    """Which instrument finds out where a client stands."""

    called = "action_diagnosis"

    def act(self, turn: Turn, tracker: Tracker) -> list[EventType]:
        """See `actions.diagnosing`."""
        del tracker
        diagnose(turn)
        return []


class ExplainTerm(HouseAction):
    """Explains a word: a kenmerk, a route, a word of the trade, or a button on the screen."""

    called = "action_explain_term"

    def act(self, turn: Turn, tracker: Tracker) -> list[EventType]:
        """The nearest word that has an explanation; "ik snap het niet" gets simpler words."""
        del tracker
        if _asks_simpler(turn):
            say_simpler(turn)
            return []
        asked = turn.heard.value("term") or turn.heard.text
        pointing = turn.heard.value("term") is None and says(turn, "pointing")
        meaning = _explanation(turn, asked) or (_on_screen(turn) if pointing else None)
        if meaning:
            turn.say("utter_explain", explanation=meaning)
        else:
            turn.say("utter_word_unknown")
        return []


def _asks_simpler(turn: Turn) -> bool:
    """Not one word but the whole question was too hard."""
    text = turn.heard.text.casefold()
    return not turn.heard.value("term") and any(w in text for w in turn.phrases.words("simpler"))


def _explanation(turn: Turn, asked: str) -> str | None:
    words: dict[str, str] = {
        utils.default_process(word): text for word, text in turn.phrases.glossary.items()
    }
    for route in turn.taxonomy.routes:
        for word in (route.button, route.label, route.policy.replace("_", " ")):
            words[utils.default_process(word)] = route.explanation
    for kenmerk in turn.taxonomy.kenmerken.values():
        for word in (kenmerk.label, kenmerk.chip):
            words[utils.default_process(word)] = kenmerk.explanation
    query = utils.default_process(asked)
    best = process.extractOne(query, words.keys(), scorer=_alike, score_cutoff=KNOWN_WORD)
    return words[best[0]] if best else None


def _on_screen(turn: Turn) -> str | None:
    """ "Wat is dat?" is about what was just asked: the buttons, the chips or the question."""
    dialogue = turn.dialogue
    if dialogue.step == "chips":
        codes: tuple[str, ...] = dialogue.pending[:1]
    elif dialogue.step == "question" and (dialogue.question or "").startswith(KENMERK):
        codes = ((dialogue.question or "").removeprefix(KENMERK),)
    else:
        codes = ()
    if codes:
        return turn.taxonomy.kenmerken[codes[0]].explanation
    asked = dialogue.question if dialogue.step == "question" else dialogue.step
    if asked == "route":
        return "\n".join(
            turn.phrases("facts.meaning", word=route.button, meaning=route.explanation)
            for route in turn.taxonomy.routes
        )
    name = f"screen.{asked}"
    return turn.phrases(name) if turn.phrases.has(name) else None


def _alike(query: str, word: str, **_: object) -> float:
    """A whole word inside the question counts as much as the same word alone."""
    if f" {word} " in f" {query} ":
        return 90 + min(len(word), 10)
    return float(fuzz.ratio(query, word))


def _place(turn: Turn) -> Step:
    """Where to go back to: an aside inside an aside keeps the first place."""
    return turn.dialogue.before or turn.dialogue.step


class BeginTask(HouseAction):
    """A goal, a check-in, or what belongs to them."""

    called = "action_begin_task"

    def act(self, turn: Turn, tracker: Tracker) -> list[EventType]:
        """See `actions.tasks`."""
        del tracker
        road.set_out(turn)
        return []


class HumanContact(HouseAction):
    """A person is wanted: ask for one sentence, and store the wish."""

    called = "action_human_contact"

    def act(self, turn: Turn, tracker: Tracker) -> list[EventType]:
        """The dialogue waits for the sentence and then goes back to where it was."""
        del tracker
        if turn.dialogue.step != "request":
            turn.dialogue = turn.dialogue.at("request", before=_place(turn))
        return []


class PrivacyDelete(HouseAction):
    """Everything may be deleted; asked once more first."""

    called = "action_privacy_delete"

    def act(self, turn: Turn, tracker: Tracker) -> list[EventType]:
        """The dialogue waits for a yes; on words that may mean anything it is asked which."""
        del tracker
        if not erasing.plainly_asks(turn):
            erasing.ask_which(turn)
        elif turn.dialogue.step != "erase":
            turn.dialogue = turn.dialogue.at("erase", before=_place(turn))
        return []


class Crisis(HouseAction):
    """Danger: who to call now. No menu and no score, and nobody is told without a yes."""

    called = "action_crisis"

    def act(self, turn: Turn, tracker: Tracker) -> list[EventType]:
        """The fixed answer; the dialogue stops there."""
        del tracker
        before = turn.dialogue
        turn.dialogue = before.at(
            "danger",
            before=_place(turn),
            may_tell=not turn.for_coach,
            alarms=before.alarms + (not turn.heard.pressed),
            of_death=before.of_death or fits(turn, "of_death"),
        )
        turn.say("utter_crisis")
        if turn.for_coach:
            safe = turn.button("buttons.no_danger", "deny")
            turn.say("utter_crisis_coach", buttons=[safe])
        return []


class PrivacyView(HouseAction):
    """Everything that is known of somebody, in words."""

    called = "action_privacy_view"

    def act(self, turn: Turn, tracker: Tracker) -> list[EventType]:
        """Of a stranger kenmerken and conditions: a conversation holds nothing else."""
        del tracker
        if turn.who.person_id is not None:
            personal.say_everything(turn)
        elif known := personal.in_this_talk(turn):
            turn.say("utter_privacy_view", known=known)
        else:
            turn.say("utter_privacy_view_empty")
        return []

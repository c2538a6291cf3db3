"""Large made-up catalogues, to measure how searching grows."""

import random
from collections.abc import Iterator, Sequence

from catalogue.instruments import Card


def synthetic(cards: Sequence[Card], n: int, *, seed: int) -> Iterator[Card]:
    """Make n cards that mix the facts of these ones; equal seeds give equal cards."""
    chance = random.Random(seed)
    kenmerken = [code for card in cards for code in card.kenmerken]
    for number in range(n):
        base, other, third = chance.choices(cards, k=3)
        provider = f"Voorbeeld {number}"
        yield base.model_copy(
            update={
                "code": f"S{number:07d}",
                "name": f"{other.kind} – {provider}",
                "kind": other.kind,
                "provider": provider,
                "kenmerken": tuple(sorted(set(chance.choices(kenmerken, k=chance.randint(2, 5))))),
                "routes": other.routes,
                "locations": third.locations,
                "doelgroepen": other.doelgroepen,
                "cost": third.cost,
                "duration_weeks": third.duration_weeks,
                "start": other.start,
                "rating_professionals": third.rating_professionals,
                "refer_only": False,
            }
        )

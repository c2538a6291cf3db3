"""All readers together."""

from components.values.aspects import aspects
from components.values.clients import clients
from components.values.corrections import corrected
from components.values.costs import costs
from components.values.days import days
from components.values.directions import directions
from components.values.durations import durations
from components.values.found import Found, Heard, Reader
from components.values.grades import grades
from components.values.groups import groups
from components.values.levels import levels
from components.values.ordinals import ordinals
from components.values.places import places
from components.values.routes import routes
from components.values.starts import starts
from components.values.terms import terms
from components.values.times import times

READERS: tuple[Reader, ...] = (
    aspects,
    clients,
    costs,
    days,
    directions,
    durations,
    grades,
    groups,
    levels,
    ordinals,
    places,
    routes,
    starts,
    terms,
    times,
)


def values(heard: Heard) -> list[Found]:
    """Every value in the message, in the order of its words; what is taken back is left out."""
    found = [value for reader in READERS for value in reader(heard)]
    return corrected(heard, sorted(found, key=lambda value: (value.start, value.end, value.entity)))

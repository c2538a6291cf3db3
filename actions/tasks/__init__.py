"""Tasks beside the search for an instrument: goals, check-ins, and what belongs to them."""

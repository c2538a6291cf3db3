"""Goals with described levels, scores from both sides, weekly prompts, and a picture of the way."""

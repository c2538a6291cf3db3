"""Places, numbers, days and the like, read by rule: one module a topic."""

"""Places, numbers, days and the like, read by rule: one module a topic."""

from components.values.component import Values

__all__ = ["Values"]

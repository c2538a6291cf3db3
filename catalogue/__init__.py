"""Instruments and kenmerken: what fits, why, what else, and what to ask next."""

"""Rasa's custom actions: slots in, one domain call, Dutch text and buttons out."""

"""What we add to Rasa's understanding of Dutch."""

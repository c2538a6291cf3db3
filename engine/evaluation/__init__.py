"""How well Dutch is understood: figures on phrases that were never trained on."""

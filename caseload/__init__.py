"""People, their doors and conversations, who coaches whom, consent, rights and erasure."""

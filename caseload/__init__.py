"""People, their channels and conversations, who coaches whom, and wishes for a person."""

"""A client's goals and scores as a file: for a spreadsheet, or for another system."""

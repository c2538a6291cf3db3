"""The database room: declarative base, sessions, migrations, data files."""

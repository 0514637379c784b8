"""The office on disk: SQLite tables, the guard against double booking, journal, backups."""

"""The one door to the schedule: commands, preview, do, undo."""

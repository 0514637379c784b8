"""The one door: commands, preview, undo, and the schedule everybody looks at."""

"""The printed week on the screen: its pages as they come out of the printer."""

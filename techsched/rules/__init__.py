"""What clashes with what: pure functions from a schedule to conflicts."""

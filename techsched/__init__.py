"""Schedules the technicians of an IT outsourcing company. `import techsched` loads nothing but this line."""

__version__ = "0.1.0"

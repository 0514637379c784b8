"""Migrations: an older file becomes a newer one on a copy, which then takes its place."""

from __future__ import annotations

from techsched.store.migrations.migrate import upgrade

__all__ = ["upgrade"]

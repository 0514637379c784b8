"""Migrations: an older file becomes a newer one on a copy, which then takes its place."""

from __future__ import annotations

from techsched.store.migrations.upgrade import upgrade

__all__ = ["upgrade"]

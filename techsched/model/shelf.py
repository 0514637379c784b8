"""A persistent mapping: a copy with a few changes costs the changes, not the whole."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Generic, TypeVar

K = TypeVar("K")
V = TypeVar("V")

_FOLD_AT = 512


class Shelf(Mapping[K, V], Generic[K, V]):
    """A base dict and a small patch over it; the patch is folded in when it outgrows `_FOLD_AT`.

    The dicts handed in belong to the shelf from then on and must not be altered.
    """

    __slots__ = ("_base", "_patch", "_size")

    def __init__(self, base: dict[K, V], patch: dict[K, V | None] | None = None, size: int | None = None) -> None:
        self._base = base
        self._patch: dict[K, V | None] = {} if patch is None else patch
        self._size = len(base) if size is None else size

    def __getitem__(self, key: K) -> V:
        if self._patch and key in self._patch:
            found = self._patch[key]
            if found is None:
                raise KeyError(key)
            return found
        return self._base[key]

    def get(self, key: K, default: V | None = None) -> V | None:  # type: ignore[override]
        if self._patch and key in self._patch:
            found = self._patch[key]
            return default if found is None else found
        return self._base.get(key, default)

    def __contains__(self, key: object) -> bool:
        if self._patch and key in self._patch:
            return self._patch[key] is not None
        return key in self._base

    def __len__(self) -> int:
        return self._size

    def __iter__(self) -> Iterator[K]:
        if not self._patch:
            yield from self._base
            return
        for key in self._base:
            if key not in self._patch:
                yield key
        for key, value in self._patch.items():
            if value is not None:
                yield key

    def with_(self, updates: Mapping[K, V | None]) -> Shelf[K, V]:
        """A shelf with these values; None takes a key away."""
        size = self._size
        for key, value in updates.items():
            size += (value is not None) - (key in self)
        if len(self._patch) + len(updates) > _FOLD_AT:
            folded = dict(self._base)
            for changes in (self._patch, updates):
                for key, value in changes.items():
                    if value is None:
                        folded.pop(key, None)
                    else:
                        folded[key] = value
            return Shelf(folded)
        return Shelf(self._base, {**self._patch, **updates}, size)

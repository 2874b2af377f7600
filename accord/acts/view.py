"""The base of views: what is known after an act, as a fold by dispatch on the act's type.

    @on(JoinGroup, when={1: rules.may_join})
    def join(self, entry): ...

puts act, rule and effect on one line. The area that defines an act names its rule, one
per edition; later views listen with `@on(JoinGroup)` and hear only what counted.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, ClassVar, TypeVar

import msgspec

from accord.acts.vocabulary import Act

Rule = Callable[[Any, Any], None]
Method = TypeVar("Method", bound=Callable[..., None])


class Tables(msgspec.Struct, kw_only=True):
    """The tables of a view: dicts of frozen rows, and nothing else. Their bytes are what a replay must repeat."""


class Row(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """The base of rows. `entry` (in subclasses) is the index of the act that set the row."""


def on(act: type[Act], when: Mapping[int, Rule] | None = None) -> Callable[[Method], Method]:
    """Marks a method of a view as the fold of an act, with its rule per edition where this area defines the act."""

    def mark(method: Method) -> Method:
        method.__dict__.setdefault("folds", []).append((act, dict(when) if when is not None else None))
        return method

    return mark


class View:
    """A fold over the record. Subclasses declare `tables`, and folds with `@on`."""

    folds: ClassVar[dict[type[Act], tuple[dict[int, Rule] | None, str]]] = {}
    tables: Any

    def __init_subclass__(cls) -> None:
        cls.folds = {}
        for name, method in list(cls.__dict__.items()):
            for act, when in getattr(method, "folds", ()):
                if act in cls.folds:
                    raise TypeError(f"{cls.__name__} folds {act.__name__} twice")
                cls.folds[act] = (when, name)

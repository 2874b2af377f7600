"""Import: what a document says, as acts of a recorder that name it as their source.

`plan(reading, world, recorder)` gives a `Plan`: the acts in order with why, and what a person should look at.
`gazetteer(world)` are the names of fictional States for the reader: `read(text, gazetteer(world))`.
"""

from accord.papers.importing.names import gazetteer
from accord.papers.importing.plan import plan
from accord.papers.importing.values import Note, Plan, Planned

__all__ = ["Note", "Plan", "Planned", "gazetteer", "plan"]

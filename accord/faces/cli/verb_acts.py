"""`accord acts`: what can be said."""

from __future__ import annotations

import click

from accord.faces.cli.face import Face
from accord.faces.cli.verb import verb


@verb("acts", "accord acts\naccord acts sponsor.join/1\naccord acts statement.make/1 --json")
@click.argument("name", required=False)
def command(face: Face, name: str | None) -> None:
    """The vocabulary: every act by area; with NAME, the fields of one act (with --json, its JSON Schema)."""
    from accord.faces.cli.errors import Complaint
    from accord.faces.cli.names import Names
    from accord.world.vocabulary import AREAS, VOCABULARY

    names = Names(face.lang)
    if name is None:
        acts = {area: [str(act.__struct_config__.tag) for act in given] for area, given in AREAS.items()}
        if face.json:
            face.document({"acts": acts})
            return
        for area, verbs in acts.items():
            face.heading(names.code("area", area))
            face.table(
                [names.label("verb"), names.label("what")],
                [[v, names.code("act", f"{v.partition('/')[0]}.does")] for v in verbs],
            )
        return
    if name not in VOCABULARY.by_name:
        known = [other for other in VOCABULARY.by_name if other.startswith(f"{name}/")]
        if not known:
            raise Complaint("error.unknown-act", name=name[:60])
        name = known[-1]
    if face.json:
        face.document(VOCABULARY.schema(name))
        return
    _fields(face, names, name)


def _fields(face: Face, names: object, name: str) -> None:
    """One act: what it does, and its fields."""
    import msgspec

    from accord.faces.cli.names import Names
    from accord.world.vocabulary import VOCABULARY

    assert isinstance(names, Names)
    face.heading(names.verb(name))
    face.line(names.code("act", f"{name.partition('/')[0]}.does"))
    schema = VOCABULARY.schema(name)["$defs"][VOCABULARY.by_name[name].__name__]
    rows = []
    for field in msgspec.structs.fields(VOCABULARY.by_name[name]):
        node = schema["properties"][field.encode_name]
        rows.append([field.encode_name, names.label(field.name), names.yes(field.required), _form(node)])
    face.table([names.label(field) for field in ("field", "what", "required", "form")], rows)


def _form(node: dict[str, object]) -> str:
    """What a field takes, from its schema: a type, a choice, a list.

    >>> _form({"anyOf": [{"type": "string"}, {"type": "null"}]}), _form({"enum": ["en", "fr"]})
    ('string', 'en | fr')
    """
    match node:
        case {"enum": list(choices)}:
            return " | ".join(str(choice) for choice in choices)
        case {"anyOf": list(several)}:
            return " | ".join(_form(one) for one in several if one.get("type") != "null")
        case {"$ref": str(name)}:
            return name.rpartition("/")[2]
        case {"type": "array", "items": dict(items)}:
            return f"[{_form(items)}]"
        case _:
            return str(node.get("format") or node.get("type") or "")

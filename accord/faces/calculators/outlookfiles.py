"""Studies that people hand in, read so that what is wrong has a place and words."""

from __future__ import annotations

from typing import Any, get_args

import msgspec

from accord.analysis.outlook.study import Answer, Study
from accord.faces.cli.inputs import line_of, problem
from accord.papers.outlooks import LARGEST, read_study
from accord.words.catalogue import say


class NotAStudy(ValueError):
    """Why a file is no study: a code of words, and its values."""

    def __init__(self, code: str, **values: Any) -> None:
        super().__init__(code)
        self.code = code
        self._values = values

    def values(self, lang: str) -> dict[str, Any]:
        """The values in a language."""
        return {
            name: say(lang, value[0], **value[1]) if name == "what" else value for name, value in self._values.items()
        }


def read(data: bytes, name: str, largest: int = LARGEST) -> tuple[str, Study]:
    """The title of a study, and what it assumes.

    Args:
        data: the file.
        name: what it is called.
        largest: bytes.

    Raises:
        NotAStudy: too large, not JSON, or not a study.
        Unfit: it cannot be computed, or is not of fictional States.
    """
    if len(data) > largest:
        raise NotAStudy("error.too-large", file=name, most=largest)
    try:
        return read_study(data)
    except msgspec.ValidationError as error:
        code, values, path = problem(str(error))
        if code == "input.not-a-choice":
            values["choices"] = "outlook/1" if path == ".format" else ", ".join(get_args(Answer))
        raise NotAStudy("outlook.malformed", where=f"{name}{path}", what=(code, values)) from None
    except msgspec.DecodeError as error:
        raise NotAStudy("error.not-json", file=name, line=line_of(data, str(error)), why=str(error)) from None
    except (UnicodeError, RecursionError):
        raise NotAStudy("error.not-json", file=name, line=1, why="UTF-8") from None

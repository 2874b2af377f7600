"""All questions of the room of samples, with their fields, in the order in which people meet them."""

from __future__ import annotations

from accord.faces.calculators.question import Field, Question

MANY = 5_000
"""Items for which a portal computes exactly while others wait."""

ITEMS = Field("items", "whole", "N: items in the stratum.")
DEFECTS = Field("defects", "whole", "d: the fewest defects that shall be found.")
N = Field("n", "whole", "Items that are drawn.")
NONDETECTION = Field("nondetection", "number", "The accepted probability of seeing none: 0.05 or 1/20.")
DETECTION = Field("detection", "number", "Probability of identifying a defect that is drawn; without it, 1.", False)
QUANTITY = Field("quantity", "number", "Goal quantity, in the unit of the mass of an item.")
MASS = Field("mass", "number", "Mass of an item, in the unit of the goal quantity.")
FALSE_ALARM = Field("false_alarm", "number", "Accepted rate of false alarms; without it, 0.05.", False)
INSPECTIONS = Field("inspections", "whole", "How many inspections there are.")


def _if_any(field: Field) -> Field:
    return field._replace(needed=False)


_QUESTIONS = (
    Question(
        "plan",
        (ITEMS, _if_any(DEFECTS), _if_any(QUANTITY), _if_any(MASS), NONDETECTION, DETECTION),
        "sampling:plan",
        {"items": "100", "defects": "5", "nondetection": "0.05"},
        {"items": MANY},
    ),
    Question(
        "strata",
        (
            Field("strata", "table", "name,items,mass[,detection,cost]"),
            QUANTITY,
            NONDETECTION,
        ),
        "sampling:strata",
        {"strata": "name,items,mass\nA,40,2\nB,200,0.5", "quantity": "8", "nondetection": "0.2"},
        {"items": 2_000, "strata": 6},
    ),
    Question(
        "curve",
        (ITEMS, N, Field("most_defects", "whole", "Last number of defects; without it, to 0.001.", False), DETECTION),
        "sampling:curve",
        {"items": "100", "n": "45"},
        {"items": MANY},
    ),
    Question(
        "invert",
        (ITEMS, N, _if_any(DEFECTS), _if_any(NONDETECTION), DETECTION),
        "sampling:invert",
        {"items": "100", "n": "45", "defects": "5", "nondetection": "0.05"},
        {"items": MANY},
    ),
    Question(
        "lot",
        (Field("defective", "number", "Share of the lot that is defective."), NONDETECTION),
        "sampling:lot",
        {"defective": "0.05", "nondetection": "0.05"},
        {},
    ),
    Question(
        "methods",
        (
            ITEMS,
            MASS,
            QUANTITY,
            Field("sizes", "numbers", "Shares of an item that may be taken, commas between: 1 is gross, 0.02 a bias."),
            Field("methods", "table", "name,rsd,cost"),
            NONDETECTION,
            FALSE_ALARM,
        ),
        "measuring:methods",
        {
            "items": "200",
            "mass": "2",
            "quantity": "8",
            "sizes": "1,0.3,0.05",
            "methods": "name,rsd,cost\nfast,0.2,1\nslow,0.01,10",
            "nondetection": "0.2",
            "false_alarm": "0.001",
        },
        {"items": 500, "methods": 2},
    ),
    Question(
        "differences",
        (
            ITEMS,
            N,
            MASS,
            Field("random_rsd", "number", "Relative standard deviation of the random error of a difference."),
            Field("systematic_rsd", "number", "The same of the systematic error, common to all items."),
            Field("diverted", "number", "What is taken from all items together, in the unit of the mass."),
            FALSE_ALARM,
        ),
        "measuring:differences",
        {"items": "200", "n": "20", "mass": "1", "random_rsd": "0.05", "systematic_rsd": "0.02", "diverted": "16"},
        {},
    ),
    Question(
        "completeness",
        (
            ITEMS,
            N._replace(about="Items that were looked at, all of them as declared."),
            Field("none_before", "number", "Prior probability of no defect; without it, every number is alike.", False),
            Field("most_before", "whole", "Most defects that the prior allows; without it, all items.", False),
            Field("defects", "whole", "Also the probability that there are at most so many.", False),
        ),
        "believing:completeness",
        {"items": "100", "n": "45", "none_before": "0.5", "defects": "4"},
        {"items": MANY},
    ),
    Question(
        "game",
        (
            Field("periods", "whole", "How many periods there are."),
            INSPECTIONS,
            Field("loss", "number", "The inspector announces his plan; what being found costs, in gains.", False),
        ),
        "games:game",
        {"periods": "12", "inspections": "4"},
        {},
    ),
    Question(
        "allocation",
        (Field("places", "table", "name,gain[,found]"), INSPECTIONS),
        "games:allocation",
        {"places": "name,gain,found\nA,2,1\nB,1,0.9", "inspections": "1"},
        {},
    ),
)
QUESTIONS = {question.name: question for question in _QUESTIONS}
"""Name → question."""

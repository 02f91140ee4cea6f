"""What the columns of the database hold, asked of the models: the limits of a file's texts."""

from django.core.exceptions import FieldDoesNotExist
from django.db.backends.base.operations import BaseDatabaseOperations

from agreements import models
from documents.models import Document
from partnerships.models import Organisation, Partnership

#: The largest whole number every database takes; SQLite alone takes larger ones.
LARGEST_NUMBER = BaseDatabaseOperations.integer_field_ranges["PositiveIntegerField"][1]

# The model that an object of the file becomes, by the key it stands under.
_MODELS = {
    "partnership": Partnership,
    "organisations": Organisation,
    "agreement": models.Agreement,
    "parties": models.Party,
    "signatories": models.Signatory,
    "sections": models.Section,
    "goals": models.Goal,
    "bodies": models.Body,
    "members": models.Seat,
    "duties": models.Duty,
    "appendices": models.Appendix,
}

# Keys whose column has another name or stands on another model.
_ELSEWHERE = {
    ("partnership", "municipalities"): (Organisation, "name"),
    ("organisations", "part_of"): (Organisation, "name"),
    ("parties", "part_of"): (Organisation, "name"),
    ("agreement", "language"): (Document, "language"),
    ("agreement", "part_of"): (models.Agreement, "part_of_reference"),
    ("agreement", "supersedes"): (models.Supersession, "reference"),
    ("logo", "alternative_text"): (models.Party, "logo_alternative_text"),
    ("bodies", "part_of"): (models.Body, "part_of_name"),
    ("duties", "section"): (models.Duty, "section_reference"),
}

# Kept in case-folded form too, which can be longer: “ß” becomes “ss”.
_SEARCHED = {
    ("partnership", "municipalities"),
    ("organisations", "name"),
    ("organisations", "part_of"),
    ("parties", "organisation"),
    ("parties", "part_of"),
    ("agreement", "title"),
    ("agreement", "subtitle"),
}


def max_length(container: str, name: str) -> int | None:
    """Return how many characters fit in the text `name` of an object under the key `container`."""
    model, column = _ELSEWHERE.get((container, name), (_MODELS.get(container), name))
    if model is None or name == "key":
        return None
    try:
        return getattr(model._meta.get_field(column), "max_length", None)
    except FieldDoesNotExist:
        return None


def searched(container: str, name: str) -> bool:
    """Tell whether the text is also kept case-folded, in a column that is as long."""
    return (container, name) in _SEARCHED

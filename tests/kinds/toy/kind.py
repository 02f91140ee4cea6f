"""The notebook as a kind of document."""

from desk.text_rows import TEXT_ROWS
from documents.acts import EVERY_ACT, REVISE
from documents.fields import OfDocument
from documents.kinds import BlockKind, DocumentKind
from documents.row_kinds import RowKind, WordPlace
from tests.kinds.toy import forms, tree
from tests.kinds.toy.models import Entry, Notebook

NOTEBOOK_ROW = RowKind(
    model=Notebook,
    nodes=(tree.NotebookTree,),
    fields=(OfDocument("language"),),
    below={"sections": "section", "entries": "entry"},
    form=forms.NotebookForm,
    phrases={"changed": "renamed the notebook"},
    short_name=lambda notebook: notebook.title,
    texts=("title",),
    refreshes_document=True,
    word=(WordPlace(code="ntit", column="title", is_front=True),),
)

ENTRY = RowKind(
    model=Entry,
    nodes=(tree.Entry,),
    form=forms.EntryForm,
    phrases={
        "added": "added the entry “%(name)s”",
        "changed": "changed the entry “%(name)s”",
        "renamed": "renamed an entry: “%(old)s” → “%(new)s”",
        "moved": "moved the entry “%(name)s”",
        "deleted": "deleted the entry “%(name)s”",
    },
    add_label="New entry",
    short_name=lambda entry: entry.title,
    texts=("title", "text"),
    word=(
        WordPlace(code="entry", column="title", carries_row=True, moves_row=True, adds_rows=True),
        WordPlace(code="etext", column="text", may_break=True, may_be_empty=True),
    ),
)

TEXT = {"type": ["string", "null"]}
#: What an exchange file holds under “notebooks”.
IN_A_FILE = {
    "type": "array",
    "items": {
        "type": "object",
        "additionalProperties": False,
        "properties": {
            "key": {"$ref": "#/$defs/key"},
            "title": {"type": "string", "minLength": 1},
            "language": TEXT,
            "sections": {
                "type": "array",
                "items": {"$ref": "#/properties/notebooks/$defs/section"},
            },
            "entries": {
                "type": "array",
                "items": {
                    "type": "object",
                    "additionalProperties": False,
                    "properties": {
                        "key": {"$ref": "#/$defs/key"},
                        "title": {"type": "string", "minLength": 1},
                        "text": TEXT,
                    },
                    "required": ["title"],
                },
            },
        },
        "required": ["title"],
    },
    "$defs": {
        "section": {
            "type": "object",
            "additionalProperties": False,
            "properties": {
                "key": {"$ref": "#/$defs/key"},
                "heading": TEXT,
                "parts": {
                    "type": "array",
                    "items": {
                        "oneOf": [
                            {
                                "type": "object",
                                "additionalProperties": False,
                                "properties": {"text": {"type": "string"}},
                                "required": ["text"],
                            },
                            {
                                "type": "object",
                                "additionalProperties": False,
                                "properties": {
                                    "block": {"enum": ["entries"]},
                                    "style": {"enum": ["dash", "numbered", "plain", None]},
                                },
                                "required": ["block"],
                            },
                        ]
                    },
                },
                "sections": {
                    "type": "array",
                    "items": {"$ref": "#/properties/notebooks/$defs/section"},
                },
            },
        }
    },
}

NOTEBOOK = DocumentKind(
    name="notebook",
    namespace="notebooks",
    path="anteckningar",
    in_file="notebooks",
    file_schema=IN_A_FILE,
    label="Notebook",
    list_label="Notebooks",
    rows=(NOTEBOOK_ROW, *TEXT_ROWS, ENTRY),
    blocks={"entries": BlockKind(label="Entries", rows="entry", template="toy/entries.html")},
    acts=(*EVERY_ACT, REVISE),
)

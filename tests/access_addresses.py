"""The addresses that `test_access.py` walks, made of what there is in its world."""

from types import SimpleNamespace

from django.urls import reverse

#: Which of the arguments an address takes, besides the partnership.
TAKES = {
    "agreements:letterhead": (),
    **dict.fromkeys(
        [f"agreements:{name}" for name in ("answer", "deal_with", "withdraw", "wording")],
        ("pk", "comment"),
    ),
    **dict.fromkeys(
        [f"agreements:{name}" for name in ("consultation", "ask", "remind", "close_consultation")],
        ("pk", "consultation"),
    ),
    **dict.fromkeys(
        [f"agreements:{name}" for name in ("followed", "report", "report_outcome")],
        ("pk", "followed"),
    ),
    **dict.fromkeys(
        [f"agreements:{name}" for name in ("correct_outcome", "withdraw_outcome")],
        ("pk", "followed", "outcome"),
    ),
    **dict.fromkeys(
        [
            f"agreements:{name}"
            for name in ("matter", "read_matter", "alter_matter", "withdraw_matter", "decide")
        ],
        ("pk", "matter"),
    ),
    **dict.fromkeys(
        [f"agreements:{name}" for name in ("minutes", "take_back_decision")], ("pk", "decision")
    ),
    **dict.fromkeys(["agreements:body", "agreements:new_seat"], ("body",)),
    "agreements:seat": ("body", "seat"),
    "agreements:revoke_link": ("pk", "consultation", "invitation"),
    "agreements:renew_link": ("pk", "consultation", "invitation"),
    "agreements:propose": ("pk", "text"),
    **dict.fromkeys(["agreements:list", "agreements:new", "agreements:import"], ()),
    **dict.fromkeys(["agreements:from_template", "agreements:archive", "agreements:from_text"], ()),
    **dict.fromkeys(["agreements:manuscript", "agreements:delete_manuscript"], ("manuscript",)),
    **dict.fromkeys(["pages:overview", "pages:deadlines", "pages:count_deadlines"], ()),
    **dict.fromkeys(["pages:subscribe", "pages:year", "pages:new_pattern"], ()),
    **dict.fromkeys(["pages:pattern", "pages:forget_pattern"], ("pattern",)),
    "pages:unsubscribe": ("feed",),
    "pages:note_done": ("duty",),
    "pages:forget_done": ("noted",),
    **dict.fromkeys(["agreements:as_of", "agreements:change", "agreements:undo"], ("pk", "change")),
    "agreements:restore": ("pk", "change", "row", "key"),
    "agreements:version": ("pk", "number"),
    "agreements:version_pdf": ("pk", "number"),
    **dict.fromkeys(["agreements:logo", "agreements:attached_file"], ("pk", "sha256")),
    "agreements:check_file": (),
    "agreements:waiting": (),
    "agreements:add": ("pk", "row"),
    "plans:table_row": ("pk", "key"),
    "plans:forget_view": ("pk", "view"),
    **dict.fromkeys(
        ["agreements:edit", "agreements:move", "agreements:delete"], ("pk", "row", "key")
    ),
}


def address(page: str, given: SimpleNamespace) -> str:
    """Return the address of `page`; those of a document take the same whatever its kind."""
    namespace, name = page.split(":")
    same = page if page in TAKES else f"agreements:{name}"
    names = ("partnership", *TAKES.get(same, ("pk",)))
    return reverse(page, kwargs={name: getattr(given, name) for name in names})

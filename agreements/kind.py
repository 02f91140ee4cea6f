"""The agreement as a kind of document: its rows, its blocks and their words, in one place.

A new kind of row is declared here; `tests/kinds` then asks for it everywhere.
"""

from django.utils.translation import gettext_lazy

from agreements import acts, phrases, tree
from agreements.after_signing.numbers import registries, with_number_to_print
from agreements.choices import Block
from agreements.editing.missing import lacks_parties, missing_of
from agreements.editing.signing import signatories
from agreements.objections import objections
from agreements.outline import closing_blocks, goals_that_lead, signed_alike
from agreements.panels import panel_context, replaced_by
from agreements.rows import OTHER_ROWS, TOP_ROWS
from agreements.validity import state
from agreements.word.blocks import AgreementBlocks
from desk.text_rows import TEXT_ROWS
from documents.choices import Command
from documents.kinds import BlockKind, DocumentKind

BLOCKS = {
    Block.PARTIES: BlockKind(
        label=Block.PARTIES.label, rows="party", template="agreements/document/parties.html"
    ),
    Block.GOALS: BlockKind(
        label=Block.GOALS.label,
        rows="goal",
        has_look=True,
        template="agreements/document/goals.html",
        leads=goals_that_lead,
    ),
    Block.BODIES: BlockKind(
        label=Block.BODIES.label, rows="body", template="agreements/document/bodies.html"
    ),
    Block.DUTIES: BlockKind(
        label=Block.DUTIES.label, rows="duty", template="agreements/document/duties.html"
    ),
    Block.VALIDITY: BlockKind(
        label=Block.VALIDITY.label,
        facts_at="valid_from",
        unfilled=gettext_lazy("The validity is not filled in"),
        template="agreements/document/validity.html",
    ),
    Block.SIGNATURES: BlockKind(
        label=Block.SIGNATURES.label,
        template="agreements/document/signatures.html",
        has_heading=False,
        note=gettext_lazy(
            "Place and date are written by hand when one signs, and noted here when you register "
            "the agreement as signed."
        ),
        entries=signatories,
    ),
    Block.APPENDICES: BlockKind(
        label=Block.APPENDICES.label,
        rows="appendix",
        template="agreements/document/appendices.html",
        is_behind=False,
    ),
}

AGREEMENT = DocumentKind(
    name="agreement",
    namespace="agreements",
    path="overenskommelser",
    in_file="agreement",
    more_in_file="agreements",
    label=gettext_lazy("Agreement"),
    list_label=gettext_lazy("Agreements"),
    # Those first that others point to.
    rows=(*TOP_ROWS, *TEXT_ROWS, *OTHER_ROWS),
    blocks=BLOCKS,
    acts=acts.ACTS,
    next_act=acts.next_act,
    act_phrases={
        Command.REGISTER_SIGNED: gettext_lazy(
            "registered the agreement as signed (version %(whom)s)"
        ),
    },
    panels={
        "masthead": "agreements/document/masthead.html",
        "front": "agreements/document/front.html",
        "beside_heading": "agreements/document/beside_heading.html",
        "marked_text": "agreements/document/marked_text.html",
        "after": "agreements/document/decisions.html",
        "tag": "agreements/status_tag.html",
        "above": "agreements/amended.html",
        "status": "agreements/side/status.html",
        "records": "agreements/side/records.html",
        "comparisons": "agreements/side/comparisons.html",
        "looks": "agreements/side/looks.html",
        "downloads": "agreements/side/downloads.html",
        "cover_sheet": "agreements/side/cover_sheet.html",
        "registration": "agreements/side/registration.html",
        "other_file": "agreements/new/from_word.html",
    },
    for_page=with_number_to_print,
    panel_context=panel_context,
    closing_blocks=closing_blocks,
    missing=missing_of,
    hinders_locking=lacks_parties,
    name_of=phrases.name_of,
    parties=tree.parties_in_register,
    # One that is signed, or exists outside without its signing being documented.
    is_binding=lambda content: content.signed is not False,
    objections=objections,
    authors=lambda content: [party.name for party in content.parties],
    binding_words=phrases.binding_words,
    without_pictures=tree.without_logos,
    registries=registries,
    word_blocks=AgreementBlocks,
    state=state,
    as_compared=signed_alike,
    earlier=replaced_by,
)

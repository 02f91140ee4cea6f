"""What a person who may would send to each address of `access_table.py`."""

from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils.timezone import localdate

from agreements.models import Agreement
from consultation.proposals import fingerprint
from desk.forms.sections import SectionForm
from tests.access_world import picture, row_of, text_of
from tests.conftest import Persona


def good_data(agreement: Agreement, people: dict[str, Persona]) -> dict[str, dict]:
    """Return what a person who may would post, by page; pages that take nothing are left out."""
    section = row_of(agreement, "section")
    others = {"others": "Ny Röst <ny@example.org>"}
    wording = {"wording": "<p>Ny lydelse.</p>"}
    return {
        "agreements:comment": {"text": "En kommentar."},
        "agreements:answer": {"text": "Ett svar."},
        "agreements:report": {"state": "ongoing"},
        "agreements:report_outcome": {"value": "41"},
        "agreements:correct_outcome": {"value": "42"},
        "agreements:wording": {"decision": "reject"},
        "agreements:propose": wording | {"seen": fingerprint(text_of(agreement).text)},
        "agreements:consult": {"title": "Samråd", "last_day": localdate().isoformat()} | others,
        "agreements:ask": others,
        "agreements:renew_link": {"last_day": localdate().isoformat()},
        "guest:comment": {"text": "En kommentar."},
        "guest:propose": wording,
        "guest:answer": {"answer": "remarks"},
        "agreements:from_text": {"text": "Överenskommelse om samverkan"},
        "agreements:manuscript": {"title": "Överenskommelse", "outcome": "draft", "make": "1"},
        "agreements:from_template": {"title": "Ny", "kind": "agreement", "parties": "Luleå kommun"},
        "agreements:start_from": {"title": "Nästa"},
        "agreements:letterhead": {"colour": "blue", "logos": "above", "order": "Polisen"},
        "agreements:add": {"heading": "Ny rubrik"},
        "agreements:edit": {
            "heading": "Ändrad rubrik",
            "seen": SectionForm(instance=section).fingerprint(),
        },
        "agreements:move": {"direction": "up"},
        "agreements:amend": {"title": "Tillägg"},
        "agreements:extend": {"until": "further_notice"},
        "agreements:terminate": {"terminated_on": "2026-07-01", "by_whom": "Polisen"},
        "agreements:attach": {"paper": SimpleUploadedFile("papper.png", picture(60_000))},
        "agreements:matter": {"said": "no_remarks"},
        "agreements:decide": {"outcome": "noted", "on": localdate().isoformat()},
        "agreements:minutes": {"on": localdate().isoformat(), "body_name": "Styrgruppen"},
        "agreements:submit": {f"part_{agreement.document.matters.get().body_id}": "decides"},
        "agreements:adopted": {"body_name": "Styrgruppen", "on_text": "2020"},
        "pages:note_done": {"on": localdate().isoformat(), "words": "En rapport"},
        "pages:new_pattern": {"name": "Valborg", "month": "4", "day": "30"},
        "pages:pattern": {"name": "Skolavslutning", "month": "6"},
        "bodies:new": {"name": "Beredningsgruppen", "kind": "other"},
        "bodies:body": {"name": "Ledningsgruppen", "kind": "other"},
        "bodies:new_seat": {"title": "Rektor", "role": "member"},
        "bodies:seat": {"title": "Rektor", "role": "member"},
        "agreements:registration": {
            "organisation": people["karin"].organisation.pk,
            f"o{people['karin'].organisation.pk}-registry_number": "KS 1",
        },
        "agreements:share": {
            "organisations": [people["malte"].organisation.pk],
            "kind": "for_comments",
            "on": localdate().isoformat(),
        },
    }

"""The seven facts of an old agreement."""

from django.utils.translation import gettext_lazy as _

from agreements.forms.beginning import NewAgreementForm
from agreements.forms.successor import SuccessorField
from desk.forms.fields import PastDayField
from desk.forms.signed_file import SignedFileField
from partnerships.access import Access


class ArchiveForm(NewAgreementForm):
    """Title, parties, period, successor and the signed paper of an agreement for the archive."""

    subtitle = kind = None
    signed_on = PastDayField(
        label=_("Signed on"), required=False, help_text=_("Leave it empty if it is not known.")
    )
    replaced_by = SuccessorField()
    paper = SignedFileField()

    field_order = [
        "title",
        "parties",
        "valid_from",
        "valid_to",
        "signed_on",
        "replaced_by",
        "paper",
    ]

    def __init__(self, *args, access: Access, **kwargs) -> None:
        """Take in who fills it in: what replaced the agreement is chosen among what they see."""
        super().__init__(*args, **kwargs)
        self.fields["parties"].required = True
        self.fields["replaced_by"].offer(access)

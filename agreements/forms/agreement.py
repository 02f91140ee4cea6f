"""Forms of what an agreement says of itself, and of its appendices."""

from django.utils.translation import gettext_lazy as _

from agreements.manuscript.recognition.validity import is_other_rule
from agreements.models import Agreement, Appendix
from desk.forms.fields import LinesField, column_field, refuse_backwards, refuse_half_interval
from desk.forms.row import RowForm


class AgreementForm(RowForm):
    """Title, period and what else the agreement says of itself."""

    GROUPS = (
        (_("Validity"), ("valid_from", "valid_to", "validity_text"), False),
        (_("Renewal"), ("renewal_rule", "renewal_text"), False),
        (
            _("More facts"),
            (
                "kind",
                "document_date",
                "revised_every_n",
                "revised_every_unit",
                "area",
                "legal_basis",
                "programmes",
            ),
            True,
        ),
    )

    legal_basis = LinesField(label=_("Legal basis"), required=False)
    programmes = LinesField(
        label=_("Programmes"),
        required=False,
        help_text=_("Programmes the agreement overlaps, one on each line."),
    )

    class Meta:
        model = Agreement
        fields = [
            "title",
            "subtitle",
            "kind",
            "document_date",
            "valid_from",
            "valid_to",
            "validity_text",
            "renewal_rule",
            "renewal_text",
            "revised_every_n",
            "revised_every_unit",
            "area",
            "legal_basis",
            "programmes",
        ]
        formfield_callback = column_field
        help_texts = {
            "validity_text": _(
                "For example “the years 2024–2027”. Left empty, it is written from the days."
            )
        }

    def clean(self) -> dict:
        cleaned = super().clean()
        refuse_backwards(self, "valid_from", "valid_to")
        refuse_half_interval(cleaned, "revised_every_n", "revised_every_unit")
        return cleaned

    def noticed(self) -> str:
        """Tell of a renewal in words that says another rule than the one chosen."""
        if not {"renewal_rule", "renewal_text"}.intersection(self.changed_data):
            return ""
        rule, words = self.instance.renewal_rule, self.instance.renewal_text
        if not is_other_rule(rule, words):
            return ""
        return _("The renewal in words says something else than the rule that is chosen.")


class AppendixForm(RowForm):
    """An appendix."""

    class Meta:
        model = Appendix
        fields = ["title", "text"]
        formfield_callback = column_field
        help_texts = {"text": _("Plain text; an empty line begins a new paragraph.")}

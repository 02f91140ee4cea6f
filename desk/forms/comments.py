"""Forms of comments, answers and proposed wordings, for members and for those with a link."""

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from consultation.choices import AnswerKind, CommentReach
from consultation.models.comment import LONGEST_QUOTE, LONGEST_TEXT
from core.canonical import digest
from core.richtext import plain
from core.text import GatedCharField, printable
from desk.forms.fields import RichTextField

#: As long as a proposed wording may be, in characters.
LONGEST_WORDING = 20_000
TOO_LONG = _(
    "The text is %(show_value)d characters long and at most %(limit_value)d fit. Shorten it, or "
    "divide it into several comments."
)


class CommentField(GatedCharField):
    """Plain text of some length."""

    widget = forms.Textarea(attrs={"rows": 3})

    def __init__(self, **kwargs) -> None:
        super().__init__(max_length=LONGEST_TEXT, error_messages={"max_length": TOO_LONG}, **kwargs)


class GuestCommentForm(forms.Form):
    """A comment, and the words in the document that it is about."""

    text = CommentField(label=_("Comment"))
    quote = GatedCharField(required=False, widget=forms.HiddenInput)

    def clean_quote(self) -> str:
        """Keep what fits: the words only show where the comment belongs."""
        return self.cleaned_data["quote"][:LONGEST_QUOTE].strip()


class InternalField(forms.BooleanField):
    """Whether only one's own organisation sees what is written."""

    def __init__(self) -> None:
        super().__init__(label=_("Only my organisation sees it"), required=False)

    def clean(self, value) -> CommentReach:
        """Return who sees it."""
        return CommentReach.INTERNAL if super().clean(value) else CommentReach.EVERYONE


class CommentForm(GuestCommentForm):
    """A member's comment: for one's own organisation or for everyone who sees the draft."""

    internal = InternalField()

    field_order = ["text", "internal", "quote"]


class AnswerForm(forms.Form):
    """A member's answer to a comment."""

    text = CommentField(label=_("Answer"))
    internal = InternalField()


class GuestWordingForm(forms.Form):
    """A wording that is proposed for a text, and why."""

    wording = RichTextField(label=_("Proposed wording"))
    text = CommentField(label=_("Why"), required=False)

    def __init__(self, data=None, *args, base: str, **kwargs) -> None:
        """Take what was sent; a comment that is to be a wording instead brings its words along."""
        is_comment = data is not None and "wording" not in data
        super().__init__(None if is_comment else data, *args, **kwargs)
        self.base = base
        self.initial.setdefault("wording", base)
        if is_comment:
            self.initial["text"] = printable(data.get("text", ""))
            self.initial["internal"] = "internal" in data

    def clean_wording(self) -> str:
        """Refuse a wording that says what the text says already, and one that is too long."""
        wording = self.cleaned_data["wording"]
        if wording == self.base:
            raise ValidationError(_("This is what the text says already. Change it above."))
        length = len(plain(wording))
        if length > LONGEST_WORDING:
            raise ValidationError(
                _("The wording is %(length)d characters long and at most %(limit)d fit."),
                params={"length": length, "limit": LONGEST_WORDING},
            )
        return wording


class WordingForm(GuestWordingForm):
    """A member's proposed wording of a text that can be changed meanwhile."""

    internal = InternalField()
    seen = forms.CharField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args, base: str, **kwargs) -> None:
        super().__init__(*args, base=base, **kwargs)
        self.initial["seen"] = digest(base.encode())

    def clean(self) -> dict:
        """Refuse a proposal to a text that was changed after it was opened."""
        cleaned = super().clean()
        if cleaned.get("seen") != self.initial["seen"]:
            self.data = self.data.copy()
            self.data["seen"] = self.initial["seen"]
            raise ValidationError(
                _(
                    "The text was changed while you wrote. It now says what stands above. Your "
                    "wording is still here: send it again if you still propose it."
                )
            )
        return cleaned


class DecisionForm(forms.Form):
    """Why a proposed wording was accepted or not."""

    reason = GatedCharField(label=_("Reason"), required=False, max_length=500)


class RemarkForm(forms.Form):
    """What someone who was asked answers as a whole."""

    answer = forms.ChoiceField(
        label=_("Your answer"),
        choices=AnswerKind.choices,
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose one of the answers.")},
    )
    remark = CommentField(label=_("Remark as a whole"), required=False)


class NameForm(forms.Form):
    """Who answers, if not the one who was asked."""

    answers_as = GatedCharField(label=_("Name of the one who answers"), max_length=200)

"""What the templates of an agreement ask for."""

from datetime import date

from django import template
from django.templatetags.static import static
from django.urls import reverse
from django.utils import translation
from django.utils.formats import date_format
from django.utils.html import format_html, json_script
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from js_asset.media import Media

from agreements import outline, tree
from agreements.choices import AgreementKind, DecisionSubject, DutySubject, SeatFunction, Strength
from agreements.editing.editor_words import EDITOR_WORDS
from agreements.history.words import row_shown, version_name, what

register = template.Library()

register.filter("goal_groups", outline.goal_groups)
register.filter("goal_steps", outline.goal_steps)
register.filter("signing_parties", outline.signing_parties)
register.filter("what_happened", what)
register.filter("row_shown", row_shown)
register.filter("version_name", version_name)


@register.tag
def document_language(parser, token):
    """`{% document_language doc.language %}…{% end_document_language %}`: the document's own words.

    Fixed words of the sheet do not follow the reader's interface (decision 7). A language we have
    no words in is served by Swedish.
    """
    _name, language = token.split_contents()
    nodes = parser.parse(["end_document_language"])
    parser.delete_first_token()
    return _DocumentLanguage(parser.compile_filter(language), nodes)


class _DocumentLanguage(template.Node):
    def __init__(self, language, nodes) -> None:
        self.language = language
        self.nodes = nodes

    def render(self, context) -> str:
        with translation.override(words_for(self.language.resolve(context))):
            return self.nodes.render(context)


def words_for(language: str) -> str:
    """Return the language whose words the fixed parts of a document in `language` are in."""
    return "en" if language.lower().startswith("en") else "sv"


@register.filter
def day(value: date) -> str:
    """Write a day in words: 8 november 2016."""
    return date_format(value, "j F Y")


@register.filter
def validity_sentence(content: tree.AgreementTree) -> str:
    """Say when the agreement is valid, with the words it was printed with where they are known."""
    text = content.validity_text
    if text:
        if text[0].isupper() or text.endswith("."):
            return text
        return _("The agreement is valid %(period)s.") % {"period": text}
    if content.kind == AgreementKind.AMENDMENT:
        return _amendment_sentence(content)
    first = content.valid_from and day(content.valid_from)
    last = content.valid_to and day(content.valid_to)
    if first and last:
        return _("The agreement is valid from %(first)s to %(last)s.") % {
            "first": first,
            "last": last,
        }
    if first:
        return _("The agreement is valid from %(first)s.") % {"first": first}
    if last:
        return _("The agreement is valid until %(last)s.") % {"last": last}
    return ""


def _amendment_sentence(content: tree.AgreementTree) -> str:
    """Say when an amendment is valid; one that names no last day lasts as long as the agreement."""
    first = content.valid_from and day(content.valid_from)
    last = content.valid_to and day(content.valid_to)
    if first and last:
        return _("The amendment is valid from %(first)s to %(last)s.") % {
            "first": first,
            "last": last,
        }
    if last:
        return _("The amendment is valid until %(last)s.") % {"last": last}
    if first:
        return _("The amendment is valid from %(first)s and as long as the agreement.") % {
            "first": first
        }
    return _("The amendment is valid as long as the agreement.")


@register.filter
def printed_renewal(content: tree.AgreementTree) -> str:
    """Return the renewal as printed, unless the running text says it already."""
    if not content.renewal_text or outline.renewal_is_in_text(content):
        return ""
    return content.renewal_text


@register.filter
def signing_line(content: tree.AgreementTree) -> str:
    """Say where and when the agreement was signed: “Umeå, 8 november 2016”."""
    when = content.signed_on and day(content.signed_on)
    if content.signed_at and when:
        return _("%(place)s, %(date)s") % {"place": content.signed_at, "date": when}
    return content.signed_at or when or ""


@register.filter
def signed_line(person: tree.Signatory) -> str:
    """Say where and when one person signed, where that is known of the person."""
    when = person.signed_on and day(person.signed_on)
    if person.signed_at and when:
        return _("%(place)s, %(date)s") % {"place": person.signed_at, "date": when}
    return person.signed_at or when or ""


@register.filter
def interval(value: tree.Interval) -> str:
    """Say how often: “at least every second year”."""
    sentences = {
        "day": ngettext("at least every day", "at least every %(n)s days", value.n),
        "week": ngettext("at least every week", "at least every %(n)s weeks", value.n),
        "month": ngettext("at least every month", "at least every %(n)s months", value.n),
        "quarter": ngettext("at least every quarter", "at least every %(n)s quarters", value.n),
        "tertial": ngettext(
            "at least every four months", "at least every %(n)s four-month periods", value.n
        ),
        "year": ngettext("at least every year", "at least every %(n)s years", value.n),
    }
    if value.unit == "year" and value.n == 2:
        return _("at least every second year")
    return sentences[value.unit] % {"n": value.n}


@register.filter
def duty_facts(duty: tree.Duty) -> list[str]:
    """Return what a duty says besides its wording, as short phrases."""
    facts = [str(Strength(duty.strength).label).capitalize()]
    if duty.every:
        facts.append(interval(duty.every))
    if duty.responsible:
        facts.append(_("done by %(who)s") % {"who": ", ".join(duty.responsible)})
    if duty.decided_by:
        facts.append(_("decided by %(who)s") % {"who": duty.decided_by})
    if duty.recipient:
        facts.append(_("reported to %(who)s") % {"who": duty.recipient})
    return facts


@register.filter
def strength(duty: tree.Duty) -> str:
    """Return *ska* or *bör*, as a cell of the table of duties says it."""
    return str(Strength(duty.strength).label).capitalize()


@register.filter
def how_often(duty: tree.Duty) -> str:
    """Say how often a duty comes back, where it does."""
    return interval(duty.every) if duty.every else ""


@register.filter
def who_and_what(duty: tree.Duty) -> list[str]:
    """Return what a duty is about, who does it and to whom it is reported, as short phrases."""
    said = [str(subject(duty))]
    if duty.responsible:
        said.append(_("done by %(who)s") % {"who": ", ".join(duty.responsible)})
    if duty.recipient:
        said.append(_("reported to %(who)s") % {"who": duty.recipient})
    return said


@register.filter
def subject(duty: tree.Duty) -> str:
    """Return what a duty is about, in words."""
    return DutySubject(duty.subject).label


@register.filter
def role(seat: tree.Seat) -> str:
    """Return a seat's function in words, as a cell of the table of seats says it."""
    return str(SeatFunction(seat.function).label) if seat.function else ""


@register.filter
def decisions(body: tree.Body) -> list[str]:
    """Return what a body decides on, in words."""
    return [DecisionSubject(value).label for value in body.decides]


@register.simple_tag(takes_context=True)
def logo_url(context, logo: tree.Logo) -> str:
    """Return where a party's logo is fetched: an address on a page, the stored file in print."""
    if context.get("printing"):
        return f"/stored/{logo.sha256}"
    access = context["request"].access
    return reverse(
        "agreements:logo", args=[access.partnership.slug, context["agreement"].pk, logo.sha256]
    )


@register.simple_tag(takes_context=True)
def editor_media(context, media) -> SafeString:
    """Show the words, scripts and styles of the editor, with the page's nonce on its import map."""
    words = {theirs: str(ours) for theirs, ours in EDITOR_WORDS.items()}
    return format_html(
        '{}<script src="{}"></script><script src="{}" defer></script>{}',
        json_script(words, "editor-words"),
        static("js/editor_words.js"),
        static("js/paste.js"),
        Media.from_media(media, nonce=str(context["request"].csp_nonce)).render(),
    )

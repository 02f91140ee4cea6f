"""What looks wrong in a decision that is about to be registered: sentences, never a refusal."""

from django.utils.translation import gettext as _

from decisions.choices import Part
from decisions.models import Matter


def objections(matter: Matter, others: list[Matter]) -> list[str]:
    """Return what the one who registers should know; `others` are all matters of the version.

    Source: `product.md`, principle 6: warn with a sentence, refuse only what would be untrue.
    """
    found = []
    deciding = [one for one in others if one.part == Part.DECIDES and one.withdrawn_at is None]
    if matter.part != Part.DECIDES:
        who = ", ".join(str(one.body) for one in deciding)
        part = matter.get_part_display()
        found.append(
            _("%(body)s %(part)s the text; to adopt it lies with %(who)s.")
            % {"body": matter.body, "part": part, "who": who}
            if who
            else _("%(body)s %(part)s the text, and nobody has been asked to adopt it.")
            % {"body": matter.body, "part": part}
        )
    found += [
        _("%(body)s comes before and has not decided yet.") % {"body": one.body}
        for one in others
        if one.place < matter.place and one.is_waiting
    ]
    document = matter.document
    if document.has_draft and document.locked_version_id != matter.version_id:
        found.append(
            _("The draft has been opened since version %(number)d was put before the body.")
            % {"number": matter.version.number}
        )
    return found

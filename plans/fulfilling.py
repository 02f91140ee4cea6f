"""What plans meet of the duties of agreements and of the law."""

from django.utils import timezone

from deadlines.choices import DutySubject
from deadlines.duties import Done
from decisions.models import Decision
from desk.addresses import address_in
from documents.choices import VersionKind
from documents.models import Version
from partnerships.access import Access
from plans.models import Plan


def fulfilments(access: Access) -> list[Done]:
    """Return that plans were adopted and revised, as far as the reader sees them; three queries.

    A text counts from the day of the decision that adopted it; where only the month is known, or
    nobody has decided here, from when it was registered.
    """
    plans = {
        one.document_id: one
        for one in Plan.objects.visible_to(access)
        if one.document.binding_version_id
    }
    if not plans:
        return []
    adopted = dict(
        Decision.objects.adopting()
        .filter(document__in=plans, on__isnull=False)
        .order_by("pk")
        .values_list("version", "on")
    )
    texts = Version.objects.filter(document__in=plans, kind=VersionKind.BINDING)
    found = []
    for text in texts.order_by("number").values("pk", "document", "signed_text", "locked_at"):
        plan = plans[text["document"]]
        locked_on = timezone.localdate(text["locked_at"])
        on = adopted.get(text["signed_text"]) or adopted.get(text["pk"]) or locked_on
        page = address_in(access.partnership.slug, plan, "detail")
        # A plan that is adopted anew is also revised.
        for subject in (DutySubject.PLAN, DutySubject.PLAN_REVISION):
            found.append(Done(matter=subject.value, on=on, words=plan.name, url=page))
    return found

"""Names of documents in one list, so that no two that look alike are left without a difference."""

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Any

from django.utils.translation import gettext as _

from documents.models import TopRow


def told_apart(tops: Iterable[TopRow], column: str, state_of: Mapping[int, Any]) -> dict[int, str]:
    """Return what each is called, by its pk; of those with one name more is said.

    First what stands in `column`; where that is the same too, its state and its number, which is
    that of its address. `state_of` are the states by pk, with a `status` that has a label.
    """
    tops = list(tops)
    names = {top.pk: top.name for top in tops}
    for say_more in (
        lambda top: getattr(top, column),
        lambda top: (
            _("%(state)s, no. %(number)d")
            % {"state": state_of[top.pk].status.label, "number": top.pk}
        ),
    ):
        count = Counter(names.values())
        alike = [top for top in tops if count[names[top.pk]] > 1]
        names |= {top.pk: " – ".join(filter(None, (names[top.pk], say_more(top)))) for top in alike}
    return names

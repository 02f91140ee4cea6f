"""Plans as `overens-agreement/1` says them, in the form that `overens/2` has.

Nothing is lost: what has no column of its own any more stands in words where a person reads it.
"""

from collections.abc import Iterable

_PREVENTION = {
    "situational": ["situationell"],
    "social": ["social"],
    "both": ["situationell", "social"],
}
_APPROACH = {
    "promotive": ["främjande"],
    "preventive": ["förebyggande"],
    "reactive": ["åtgärdande"],
}
#: Copied as they are.
_SAME = (
    *("key", "description", "goals", "operative_goal", "area", "target_group", "method", "cost"),
    "followed_up",
)


def in_todays_form(said: dict) -> dict:
    """Return what a file says of a plan in today's form; one that has it already as it is."""
    if "title" in said and "activities" not in said and not {"valid_from", "valid_to"} & {*said}:
        return said
    activities = said.get("activities") or []
    themes = dict.fromkeys(one["theme"] for one in activities if one.get("theme"))
    return {
        "key": said.get("key"),
        "title": said.get("title") or said["label"],
        "label": said["label"],
        "period": {"from": said.get("valid_from"), "to": said.get("valid_to")},
        "revised_every": said.get("revised_every"),
        "headings": [{"text": theme, "kind": "theme"} for theme in themes],
        "rows": [_row(one) for one in activities],
    }


def _row(said: dict) -> dict:
    row = {name: said[name] for name in _SAME if said.get(name)}
    late = said.get("status") == "late"
    return row | {
        "text": said["title"],
        "heading": said.get("theme"),
        "problems": _listed(said.get("problem")),
        "causes": _listed(said.get("cause")),
        "responsible": [
            *({**one, "role": "responsible"} for one in said.get("responsible") or ()),
            *(
                {"organisation": name, "role": "contributes"}
                for name in said.get("contributors") or ()
            ),
        ],
        "when": {"from": said.get("starts_on"), "to": said.get("ends_on")},
        "tags": [
            *_PREVENTION.get(said.get("prevention"), ()),
            *_APPROACH.get(said.get("approach"), ()),
        ],
        "measures": list(_measures(said)),
        # What is late is reckoned today, and no status of its own.
        "status": "ongoing" if late else said.get("status"),
        "deviation": "Försenad" if late else None,
        "outcomes": [{"text": said["result"]}] if said.get("result") else [],
    }


def _measures(said: dict) -> Iterable[dict]:
    target, name = said.get("target"), said.get("indicator")
    if target:
        yield {
            "name": name,
            "kind": "count",
            "comparator": "at_least",
            "value": target["at_least"],
            "per": target["per"],
            "shares_with": target.get("any_of") or [],
        }
    elif name:
        yield {"name": name, "kind": "level", "comparator": "none"}


def _listed(word: str | None) -> list[str]:
    return [word] if word else []

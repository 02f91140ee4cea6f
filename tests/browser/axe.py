"""axe, in the words of this project."""

from axe_playwright_python.sync_playwright import Axe

AXE = Axe()
OPTIONS = {
    # Fetching the fonts once more, as it does before it looks, would cost a second a page.
    "preload": False,
    "resultTypes": ["violations"],
    "rules": {"target-size": {"enabled": True}},
}


def faults(page, context=None):
    """Give what axe finds on the page as it stands: the rule, where, and why."""
    found = AXE.run(page, context, OPTIONS).response["violations"]
    return [
        f"{rule['id']}: {' '.join(map(str, node['target']))} ({node['html'][:120]}): "
        + " ".join(check["message"] for check in node["any"] + node["all"] + node["none"])
        for rule in found
        for node in rule["nodes"]
    ]

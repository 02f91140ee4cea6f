"""The order in which goals, signatures and what comes after the text are shown."""

from dataclasses import dataclass, replace

from agreements import tree
from agreements.choices import Block
from core.richtext import plain


@dataclass(frozen=True)
class GoalGroup:
    """Goals as printed: a goal with goals under it is a paragraph that leads to their list."""

    lead: tree.Goal | None
    goals: tuple[tree.Goal, ...]


def goal_groups(goals: tuple[tree.Goal, ...]) -> list[GoalGroup]:
    """Return the top goals in order; those without goals of their own stand in lists together."""
    groups: list[GoalGroup] = []
    for goal in goals:
        if goal.goals:
            groups.append(GoalGroup(goal, goal.goals))
        elif groups and groups[-1].lead is None:
            groups[-1] = GoalGroup(None, (*groups[-1].goals, goal))
        else:
            groups.append(GoalGroup(None, (goal,)))
    return groups


def goals_that_lead(content: tree.AgreementTree) -> list[tree.Goal]:
    """Return the goals that are printed as a paragraph that leads to a list of goals."""
    return [group.lead for group in goal_groups(content.goals) if group.lead]


@dataclass(frozen=True)
class GoalStep:
    """A goal in a nested list, written without nesting: lists in a file can be very deep.

    `opens` says that a list begins with it, `closes` counts the lists that end after it.
    """

    goal: tree.Goal
    opens: bool
    closes: range


def goal_steps(goals: tuple[tree.Goal, ...]) -> list[GoalStep]:
    """Return the goals of a nested list from top to bottom."""
    steps = []

    def walk(siblings: tuple[tree.Goal, ...], ending: int) -> None:
        for number, goal in enumerate(siblings, start=1):
            is_last = number == len(siblings)
            ends_here = ending + 1 if is_last else 0
            steps.append(GoalStep(goal, number == 1, range(0 if goal.goals else ends_here)))
            walk(goal.goals, ends_here)

    walk(goals, 0)
    return steps


def closing_blocks(content: tree.AgreementTree) -> list[Block]:
    """Return the blocks that are printed after the text because no section prints them.

    Appendices always; signature lines while unsigned, and who signed afterwards, unless the
    parties are printed with their names and nothing is known of when and where. When there is no
    text at all, every block that has something to say.
    """
    blocks = []
    if not content.sections:
        said = {
            Block.PARTIES: content.parties,
            Block.GOALS: content.goals,
            Block.BODIES: content.bodies,
            Block.DUTIES: content.duties,
            Block.VALIDITY: content.valid_from or content.valid_to or content.validity_text,
        }
        blocks += [block for block, something in said.items() if something]
    if content.appendices and not content.has_block(Block.APPENDICES):
        blocks.append(Block.APPENDICES)
    if not content.has_block(Block.SIGNATURES) and _signing_is_to_be_said(content, blocks):
        blocks.append(Block.SIGNATURES)
    return blocks


def _signing_is_to_be_said(content: tree.AgreementTree, blocks: list[Block]) -> bool:
    if content.signed is False:
        return True
    named = content.has_block(Block.PARTIES) or Block.PARTIES in blocks
    people = content.signatories
    told = content.signed_on or content.signed_at or any(one.signed_on for one in people)
    return bool(people) and bool(told or not named)


def signing_parties(content: tree.AgreementTree) -> list[tree.Party]:
    """Return the parties in the order they sign; those without an order keep their place, last."""

    def first(party: tree.Party) -> tuple[bool, int]:
        orders = [one.order for one in party.signatories if one.order]
        return not orders, min(orders, default=0)

    return sorted(content.parties, key=first)


def renewal_is_in_text(content: tree.AgreementTree) -> bool:
    """Tell whether the running text already says how the agreement is renewed, word for word."""
    wanted = " ".join(content.renewal_text.split())
    return any(
        wanted in " ".join(plain(part.text).split())
        for _place, section in content.walk_sections()
        for part in section.parts
        if isinstance(part, tree.TextPart)
    )


def signed_alike(
    old: tree.AgreementTree, new: tree.AgreementTree
) -> tuple[tree.AgreementTree, tree.AgreementTree]:
    """Return two texts as they are compared: who signs stands last in both, without empty lines.

    A draft prints lines to sign on where a signed text prints them elsewhere or not at all; the
    same people with the same titles are no difference. Nothing is added where neither prints them.
    """
    both = (old, new)
    if not all(one.sections for one in both) or not any(map(_prints_signatures, both)):
        return both
    last = tree.Section(parts=(tree.BlockPart(block=Block.SIGNATURES.value),))
    moved = (
        replace(one, signed=True, sections=(*_without_signatures(one.sections), last))
        for one in both
    )
    return tuple(moved)


def _prints_signatures(content: tree.AgreementTree) -> bool:
    return content.has_block(Block.SIGNATURES) or Block.SIGNATURES in closing_blocks(content)


def _without_signatures(sections: tuple[tree.Section, ...]) -> tuple[tree.Section, ...]:
    return tuple(
        replace(
            section,
            parts=tuple(
                part
                for part in section.parts
                if not (isinstance(part, tree.BlockPart) and part.block == Block.SIGNATURES)
            ),
            sections=_without_signatures(section.sections),
        )
        for section in sections
    )

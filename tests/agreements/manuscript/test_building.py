"""Paragraphs and roles become an agreement: nothing is lost, nothing said twice."""

from agreements import tree
from agreements.manuscript.building import build
from agreements.manuscript.recognition.proposing import propose
from core.richtext import normalise, plain
from documents.outline import outline
from intake.paragraphs import Paragraph
from intake.reading.upload import read_text
from tests.agreements.manuscript.test_recognition import NUMBERED
from tests.agreements.manuscript.texts import SIGNED, UNSIGNED


def built(text, roles=None):
    paragraphs = read_text(text).paragraphs
    return build(paragraphs, propose(paragraphs, roles or {}))


def shape(content):
    """Return each section: depth, heading, and what its parts are."""
    return [
        (
            line.depth,
            line.section.heading,
            [getattr(part, "block", "text") for part in line.section.parts],
        )
        for line in outline(content)
    ]


def running_text(content):
    return " ".join(
        " ".join(plain(part.text).split())
        for _place, section in content.walk_sections()
        for part in section.parts
        if isinstance(part, tree.TextPart)
    )


def test_blocks_stand_where_the_text_says_what_they_print():
    assert shape(built(SIGNED)) == [
        (0, "Inledning", ["text"]),
        (0, "Samverkan i Ekeby", ["text"]),
        (0, "Prioritering för åren 2020-2023", ["text", "goals", "text"]),
        (0, "Uppföljning", ["text"]),
        (0, "Tidplan", ["validity", "text"]),
        (0, "", ["signatures"]),
    ]
    assert shape(built(UNSIGNED)) == [
        (0, "Parter", ["parties"]),
        (0, "Ett tryggt Ekeby", ["text"]),
        (0, "Mål", ["goals"]),
        (0, "Organisation och arbetssätt", []),
        (1, "Styrgrupp", ["text"]),
        (1, "Gemensam lägesbild", ["text"]),
        (1, "Uppföljning och utvärdering", ["text"]),
        (0, "Giltighetstid", ["validity"]),
    ]
    assert shape(built(NUMBERED))[-1] == (0, "4 Underskrifter", ["signatures"])


def test_every_paragraph_is_said_once():
    for source in (SIGNED, UNSIGNED, NUMBERED):
        paragraphs = read_text(source).paragraphs
        content = built(source)
        text = running_text(content)
        headings = [section.heading for _place, section in content.walk_sections()]
        for role, one in zip(propose(paragraphs).roles, paragraphs, strict=True):
            is_running = role in {"text", "duty"} or (
                role == "validity" and one.text != content.validity_text
            )
            said = sum(one.text in goal.text for goal in content.goals) + text.count(one.text)
            assert not is_running or said == 1, one.text
            assert role != "heading" or headings.count(one.text) == 1


def test_goal_keeps_the_words_that_lead_to_its_sub_goals():
    (goal,) = built(UNSIGNED).goals
    assert goal.text.endswith("Ekeby.\nDelmålen för överenskommelsen är att tillsammans:")
    assert [one.text for one in goal.goals][0] == "Arbeta kunskapsbaserat"


def test_duty_stands_word_for_word_in_the_section_it_points_to():
    content = built(UNSIGNED)
    for duty in content.duties:
        section = content.section_at(duty.section)
        assert duty.text in " ".join(plain(section.parts[0].text).split())


def item(text, level=0, *, is_ordered=False):
    return Paragraph(
        kind="item", text=text, html=f"<p>{text}</p>", level=level, is_ordered=is_ordered
    )


def test_items_become_one_real_list_nested_by_their_depth():
    paragraphs = [
        item("a", 2),
        item("b", is_ordered=True),
        item("c", 1),
        item("d", 3),
        item("e", is_ordered=True),
        Paragraph(kind="text", text="f", html="<p>f</p>"),
        item("g"),
    ]
    content = build(paragraphs, propose(paragraphs, dict.fromkeys(range(7), "text")))
    (part,) = content.sections[0].parts
    assert part.text == normalise(part.text)
    assert plain(part.text) == "- a\n1. b\n  - c\n    - d\n2. e\n\nf\n\n- g"


def test_what_no_block_prints_stays_in_the_text():
    text = "Ekeby 2024\n\nMellan Ekeby kommun och Polisen råder enighet.\n\nRing Anna Ek om det."
    roles = {1: "party", 2: "signatory"}
    content = built(text, roles)
    assert [one.organisation for one in content.parties] == ["Ekeby kommun", "Polismyndigheten"]
    assert "råder enighet." in running_text(content)
    left_out = built(text, roles | {1: "left_out"})
    assert "råder enighet." not in running_text(left_out)


def test_long_text_is_parted_where_one_part_would_be_full():
    sentence = "Parterna samverkar för ett tryggt Ekeby varje dag. " * 40
    paragraphs = [
        Paragraph(kind="text", text=sentence, html=f"<p>{sentence}</p>") for _ in range(150)
    ]
    content = build(paragraphs, propose(paragraphs))
    assert len(content.sections[0].parts) > 1
    assert running_text(content).count("tryggt Ekeby") == 150 * 40

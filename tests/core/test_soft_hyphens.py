"""Long words can be broken with a hyphen where a browser would break them without."""

from core.templatetags.typography import soften, soften_in_margin


def test_in_the_margin_shorter_words_can_be_broken_too():
    assert soften("Uppföljning av planen") == "Uppföljning av planen"
    assert soften_in_margin("Uppföljning av planen") == "Uppfölj\u00adning av planen"
    assert soften_in_margin("Utvärdering").replace("\u00ad", "") == "Utvärdering"

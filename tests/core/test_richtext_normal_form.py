"""The normal form of rich text: what stays, what becomes something else, what goes."""

import pytest
from django.core.exceptions import ValidationError

from core.richtext import MAX_LENGTH, normalise

NBSP = "\u00a0"
EIGHT, EIGHT_ENDS = "<blockquote>" * 8, "</blockquote>" * 8


@pytest.mark.parametrize(
    ("html", "normal"),
    [
        ("", ""),
        ("Hej", "<p>Hej</p>"),
        ("a<p>b</p>c", "<p>a</p><p>b</p><p>c</p>"),
        ("<div>a<div>b</div>c</div>", "<p>a</p><p>b</p><p>c</p>"),
        ("<p>a</p><p>&nbsp;</p><p><br></p><p></p>", "<p>a</p>"),
        ("<h1>a</h1><h2>b</h2><h3>c</h3>", "<h3>a</h3><h3>b</h3><h3>c</h3>"),
        ("<h4>a</h4><h5>b</h5><h6>c</h6>", "<h4>a</h4><h4>b</h4><h4>c</h4>"),
        ("<b>a</b><i>b</i>", "<p><strong>a</strong><em>b</em></p>"),
        ("<em><strong>a</strong></em>", "<p><strong><em>a</em></strong></p>"),
        ("<b>a</b><b>b</b><i></i>", "<p><strong>ab</strong></p>"),
        ("<b><p>a</p><p>b</p></b>", "<p><strong>a</strong></p><p><strong>b</strong></p>"),
        ("<b>a</b><i> </i>b", "<p><strong>a</strong> b</p>"),
        ("<p>  a \n\t b<br> c  <br></p>", "<p>a b<br>c</p>"),
        (f"<p>10&nbsp;000{NBSP}kr</p>", f"<p>10{NBSP}000{NBSP}kr</p>"),
        ("<p>A\u030are</p>", "<p>Åre</p>"),
        ("<table><tr><td>a</td><td>b</td></tr></table>", "<p>a</p><p>b</p>"),
        ("<blockquote>a</blockquote>", "<blockquote><p>a</p></blockquote>"),
        ("5 < 6 & 7", "<p>5 &lt; 6 &amp; 7</p>"),
        ("<h2><p>a</p></h2>b", "<h3>a</h3><p>b</p>"),
    ],
)
def test_blocks_and_marks(html, normal):
    assert normalise(html) == normal


@pytest.mark.parametrize(
    ("html", "normal"),
    [
        ("<ul><li>a</li></ul>", "<ul><li><p>a</p></li></ul>"),
        ("<ul><li><p>a</p></li><li></li></ul><ol></ol>", "<ul><li><p>a</p></li></ul>"),
        (
            "<ul><li>a<ol><li>b</ol><li>c</ul>",
            "<ul><li><p>a</p><ol><li><p>b</p></li></ol></li><li><p>c</p></li></ul>",
        ),
        (
            "<ul><li>a</li><ul><li>b</li></ul></ul>",
            "<ul><li><p>a</p><ul><li><p>b</p></li></ul></li></ul>",
        ),
        ("<ul>a<li>b</ul>", "<ul><li><p>a</p></li><li><p>b</p></li></ul>"),
        ("<li>a</li>", "<p>a</p>"),
    ],
)
def test_lists_have_the_shape_of_the_editor(html, normal):
    assert normalise(html) == normal


@pytest.mark.parametrize(
    ("html", "normal"),
    [
        ("<script>x</script><style>p{}</style><!-- c -->a", "<p>a</p>"),
        ('<p class="MsoNormal" style="color:red" id="x" onclick="y()">a</p>', "<p>a</p>"),
        ("<o:p>a</o:p><span lang=SV>b</span><font color=red>c</font>", "<p>abc</p>"),
        ("<img src=x onerror=alert(1)>a<svg onload=x>b</svg>", "<p>ab</p>"),
        ("<title>a</title><template>b</template><iframe>c</iframe>d", "<p>d</p>"),
    ],
)
def test_what_could_run_or_dress_the_text_goes_and_text_stays(html, normal):
    assert normalise(html) == normal


@pytest.mark.parametrize(
    "href", ["https://bra.se/a?b=1&amp;c", "HTTP://a.se", "mailto:a@b.se", "#mal", "?s=1", "/a/"]
)
def test_an_allowed_link_stays_and_gets_nothing_added(href):
    assert (
        normalise(f'<a href="{href}" target=_blank rel=x>a</a>') == f'<p><a href="{href}">a</a></p>'
    )


@pytest.mark.parametrize(
    "href",
    [
        "javascript:alert(1)", " java&#10;script:alert(1)",
        "data:text/html,x", "vbscript:x", "file:///etc/passwd", "//evil.example", "/\\evil.example",
        "ftp://a.se", "www.bra.se", "", "tel:112",
    ],
)  # fmt: skip
def test_any_other_link_loses_its_address_and_keeps_its_text(href):
    assert normalise(f'<a href="{href}">a</a>') == "<p>a</p>"


@pytest.mark.parametrize("html", ["a\0", "<p>\ud800</p>", "&#1;", "&#xFFFF;", "a\x0bb"])
def test_what_the_text_gate_refuses_is_refused_here_also_as_a_reference(html):
    with pytest.raises(ValidationError):
        normalise(html)


def test_depth_is_bounded_and_no_text_lost():
    deep = "<blockquote>" * 5000 + "a"
    assert normalise(deep) == f"{EIGHT}<p>a</p>{EIGHT_ENDS}"
    nested = normalise("".join(f"<ul><li>{n}" for n in range(100)))
    assert nested.count("<ul>") == 8
    assert all(f"<p>{n}</p>" in nested for n in range(100))


def test_a_text_beyond_the_limit_is_refused():
    with pytest.raises(ValidationError, match="too long|för lång"):
        normalise("a" * (MAX_LENGTH + 1))
    with pytest.raises(ValidationError):
        normalise("&" * (MAX_LENGTH // 2))

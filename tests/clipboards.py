"""What programs put on the clipboard, in their own way of writing HTML. Invented texts."""

#: Word for Windows: lists are paragraphs with a mark, comments and deleted text come along.
WORD = """<html xmlns:o="urn:schemas-microsoft-com:office:office"><head>
<meta name=Generator content="Microsoft Word 15"><title>Utkast</title>
<style><!-- p.MsoNormal {mso-style-parent:"";} --></style>
<!--[if gte mso 9]><xml><w:WordDocument></w:WordDocument></xml><![endif]--></head>
<body lang=SV style='tab-interval:65.2pt'><!--StartFragment-->
<p class=MsoToc1><a href="#_Toc1">Uppdrag ........ 2</a></p>
<h1 style='mso-list:l1 level1 lfo2'><![if !supportLists]><span
style='mso-list:Ignore'>1<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;
</span></span><![endif]><a name="_Toc1">Uppdrag</a></h1>
<p class=MsoNormal><span style='font-family:"Arial",sans-serif'>Rådet <b
style='mso-bidi-font-weight:normal'>leder</b>
arbetet<span class=MsoCommentReference><a class=msocomanchor href="#_msocom_1">[KB1]</a></span>
och <del cite="mailto:Karin">struket</del><ins>svarar</ins> för att:<o:p></o:p></span></p>
<p class=MsoListParagraphCxSpFirst style='text-indent:-18.0pt;mso-list:l0 level1 lfo1'><![if
!supportLists]><span style='font-family:Symbol'><span style='mso-list:Ignore'>·<span
style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp; </span></span></span><![endif]>Ta fram en
lägesbild<o:p></o:p></p>
<p class=MsoListParagraphCxSpMiddle style='mso-list:l0 level2 lfo1'><![if !supportLists]><span
style='mso-list:Ignore'>o<span>&nbsp;&nbsp; </span></span><![endif]>varje <i>höst</i></p>
<p class=MsoListParagraphCxSpLast style='mso-list:l0 level1 lfo1'><![if !supportLists]><span
style='mso-list:Ignore'>·<span>&nbsp; </span></span><![endif]>Följa upp</p>
<p class=MsoNormal><o:p>&nbsp;</o:p></p>
<p class=MsoListParagraph style='mso-list:l2 level1 lfo3'><![if !supportLists]><span
style='mso-list:Ignore'>1.<span>&nbsp; </span></span><![endif]>Först</p>
<p class=MsoListParagraph style='mso-list:l2 level1 lfo3'><![if !supportLists]><span
style='mso-list:Ignore'>2.<span>&nbsp; </span></span><![endif]>Sedan</p>
<p class=MsoNormal>Se <a href="https://bra.example/">handboken</a>.<img src="file:///c:/x.png"></p>
<!--EndFragment--></body></html>"""

#: What it says, as rich text in its normal form.
WORD_MEANT = (
    "<h3>Uppdrag</h3><p>Rådet <strong>leder</strong> arbetet och svarar för att:</p>"
    "<ul><li><p>Ta fram en lägesbild</p><ul><li><p>varje <em>höst</em></p></li></ul></li>"
    "<li><p>Följa upp</p></li></ul>"
    "<ol><li><p>Först</p></li><li><p>Sedan</p></li></ol>"
    '<p>Se <a href="https://bra.example/">handboken</a>.</p>'
)

#: Google Docs: all of it in a <b> that is not bold, emphasis as styles.
GOOGLE = """<meta charset='utf-8'><b style="font-weight:normal;" id="docs-internal-guid-1"><p
dir="ltr"><span style="font-size:11pt;font-weight:700;">Rådet</span><span
style="font-weight:400;font-style:italic"> leder</span></p><h2 dir="ltr"><span
style="font-weight:400">Mål</span></h2><ul><li dir="ltr" aria-level="1"><p
role="presentation"><span style="font-weight:400">ett</span></p></li><ul><li
aria-level="2"><p><span>inne i det</span></p></li></ul></ul></b><br>"""
GOOGLE_MEANT = (
    "<p><strong>Rådet</strong><em> leder</em></p><h3>Mål</h3>"
    "<ul><li><p>ett</p><ul><li><p>inne i det</p></li></ul></li></ul>"
)

#: Word on the web: a list for each item, its level in an attribute.
WORD_ONLINE = "".join(
    [
        '<div class="OutlineElement"><p class="Paragraph"><span class="TextRun" '
        'style="font-weight:bold">Rådet</span><span class="EOP">&nbsp;</span></p></div>',
        *(
            '<div class="ListContainerWrapper"><ul class="BulletListStyle1" role="list"><li '
            f'data-aria-level="{level}" role="listitem"><p class="Paragraph"><span>{text}</span>'
            "</p></li></ul></div>"
            for level, text in ((1, "ett"), (2, "inne i det"), (1, "två"))
        ),
        "<div><p>Efter</p></div>",
    ]
)
WORD_ONLINE_MEANT = (
    "<p><strong>Rådet</strong></p><ul><li><p>ett</p><ul><li><p>inne i det</p></li></ul></li>"
    "<li><p>två</p></li></ul><p>Efter</p>"
)

PROGRAMS = {
    "Word": (WORD, WORD_MEANT),
    "Google Docs": (GOOGLE, GOOGLE_MEANT),
    "Word on the web": (WORD_ONLINE, WORD_ONLINE_MEANT),
}


def nested(count, tag="span", style="font-weight:700"):
    """A word inside `count` elements inside one another."""
    return f"<p>{f'<{tag} style={style}>' * count}Ord{f'</{tag}>' * count}</p>"

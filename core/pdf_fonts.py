"""Only the fonts that the style sheets bring: no font of the machine gets into a PDF.

WeasyPrint hands Pango the machine's Fontconfig configuration, and Pango silently takes any font
from there for a character that the document's own fonts lack: the same document would look and
weigh differently on two machines. `BundledFonts` begins with an empty configuration instead.
"""

import re
import unicodedata
from functools import lru_cache
from hashlib import md5
from io import BytesIO
from xml.etree.ElementTree import Element

from fontTools.ttLib import TTFont
from weasyprint.text.ffi import ffi, fontconfig, gobject, pangoft2
from weasyprint.text.fonts import FontConfiguration

ffi.cdef("FcConfig * FcConfigCreate (void);")

# Hidden by the text shaper when a font has no picture of them: joiners, direction marks …
_IGNORABLE = re.compile("[\u00ad\u034f\u061c\u200b-\u200f\u202a-\u202e\u2060-\u206f]")
# They choose between pictures or join them into one; a font that cannot shows an empty box.
_SELECTORS = re.compile("[\ufe00-\ufe0f\u20e3]|(?<=[\u2190-\u2bff\U0001f000-\U0001faff])\u200d")
_SPACES = set("\t\n\f\r \u00a0")
_NOT_SHOWN = {"head", "style", "script", "title"}


class BundledFonts(FontConfiguration):
    """A WeasyPrint font configuration that knows the fonts of @font-face rules and no others.

    `characters` are the code points that those fonts have. Unicode ranges in the rules are left
    out: Fontconfig would believe them also where the file has no such character.
    """

    def __init__(self):
        # As FontConfiguration.__init__ of WeasyPrint 70, with FcConfigCreate for its
        # FcInitLoadConfigAndFonts. The super class's own would load the machine's fonts.
        self._config = fontconfig.FcConfigCreate()
        self.font_map = ffi.gc(pangoft2.pango_ft2_font_map_new(), gobject.g_object_unref)
        pangoft2.pango_fc_font_map_set_config(
            ffi.cast("PangoFcFontMap *", self.font_map), self._config
        )
        fontconfig.FcConfigDestroy(self._config)
        self._folder = None
        self.strut_layouts = {}
        self.font_features = {}
        self.characters: set[int] = set()

    def add_font_face(self, rule_descriptors, url_fetcher):
        rule = {key: value for key, value in rule_descriptors.items() if key != "unicode_range"}
        rule["src"] = [source for source in rule["src"] if source[0] == "external"]
        super().add_font_face(rule, url_fetcher)
        if self._folder is None:
            return
        name = md5(str(rule).encode(), usedforsecurity=False).hexdigest()
        path = self._folder / name
        if path.exists():
            self.characters |= _characters(path.read_bytes())


@lru_cache(maxsize=64)
def _characters(font: bytes) -> frozenset[int]:
    with TTFont(BytesIO(font), lazy=True) as opened:
        return frozenset(opened.getBestCmap())


def write_out_missing(root: Element, characters: set[int]) -> set[str]:
    """Replace in the shown text of `root` each character that no font has by its code.

    "[U+1F46E]" can be read and looked up, where a font's empty box could be anything, and PDF/A
    and PDF/UA forbid the box. Returns the characters replaced.
    """
    missing: set[str] = set()

    def readable(text: str | None) -> str | None:
        if not text:
            return text
        # A font may have é and lack the accent alone.
        text = _SELECTORS.sub("", unicodedata.normalize("NFC", text))
        lacking = {c for c in text if ord(c) not in characters} - _SPACES
        for char in lacking:
            if _IGNORABLE.match(char):
                continue
            missing.add(char)
            text = text.replace(char, f"[U+{ord(char):04X}]")
        return text

    for element in root.iter():
        if element.tag not in _NOT_SHOWN:
            element.text = readable(element.text)
        element.tail = readable(element.tail)
    return missing

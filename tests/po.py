"""Reading a .po file, without a library for it."""

import ast
import re
from dataclasses import dataclass, field
from pathlib import Path

_LINE = re.compile(r'(?:(msgctxt|msgid_plural|msgid|msgstr)(?:\[\d+\])? )?(".*")')


@dataclass
class Message:
    """One text: its context, the English (singular, plural) and the words in the other language."""

    context: str = ""
    english: list[str] = field(default_factory=list)
    words: list[str] = field(default_factory=list)
    flags: str = ""

    @property
    def key(self):
        """What makes the message another than all the others."""
        return self.context, self.english[0]


def read_po(path: Path) -> list[Message]:
    """Return the messages of the file at `path`, the header not among them."""
    found = []
    for block in path.read_text().split("\n\n"):
        message, parts = Message(), []
        for line in block.splitlines():
            if line.startswith("#,"):
                message.flags += line
            elif match := _LINE.fullmatch(line):
                keyword, text = match.group(1), ast.literal_eval(match.group(2))
                if keyword:
                    parts.append([keyword, text])
                else:
                    parts[-1][1] += text
        message.context = "".join(text for keyword, text in parts if keyword == "msgctxt")
        message.english = [text for keyword, text in parts if keyword.startswith("msgid")]
        message.words = [text for keyword, text in parts if keyword == "msgstr"]
        if message.english and message.english[0]:
            found.append(message)
    return found

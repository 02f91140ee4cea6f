"""The language of a document's fixed words."""


def words_for(language: str) -> str:
    """Return the language whose words the fixed parts of a document in `language` are in.

    They do not follow the reader's interface. A language that we have no words in is served by
    Swedish.
    """
    return "en" if language.lower().startswith("en") else "sv"

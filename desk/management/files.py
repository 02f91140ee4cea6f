"""Files that a command reads and writes."""

from pathlib import Path

from django.core.management.base import CommandError, OutputWrapper
from django.utils.translation import gettext as _

from desk.exchange.strict import MAX_BYTES


def content_of(path: Path) -> bytes:
    """Return the bytes of an exchange file; raise CommandError when it cannot be read."""
    try:
        with path.open("rb") as file:
            # One byte more than is allowed shows that it is too large.
            return file.read(MAX_BYTES + 1)
    except OSError as error:
        reason = error.strerror or str(error)
        raise CommandError(
            _("%(file)s cannot be read: %(reason)s.") % {"file": path, "reason": reason}
        ) from error


def write_bytes(stdout: OutputWrapper, content: bytes) -> None:
    """Write the bytes as they are: whatever the terminal, the format is UTF-8."""
    buffer = getattr(stdout, "buffer", None)
    if buffer is None:
        stdout.write(content.decode(), ending="")
    else:
        stdout.flush()
        buffer.write(content)
        buffer.flush()

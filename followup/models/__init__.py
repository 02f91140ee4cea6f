"""What is reported of the rows of a document."""

from followup.models.outcome import Outcome
from followup.models.report import Report, ReportIsFinal
from followup.models.status import Status

__all__ = ["Outcome", "Report", "ReportIsFinal", "Status"]

"""What the law asks for, and what a partnership has noted as done."""

from deadlines.models.calendar_feed import CalendarFeed
from deadlines.models.fulfilment import Fulfilment
from deadlines.models.law_duty import LawDuty
from deadlines.models.pattern import RecurringPattern

__all__ = ["CalendarFeed", "Fulfilment", "LawDuty", "RecurringPattern"]

"""What the law asks for, and what a partnership has noted as done."""

from deadlines.models.fulfilment import Fulfilment
from deadlines.models.law_duty import LawDuty

__all__ = ["Fulfilment", "LawDuty"]

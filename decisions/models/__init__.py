"""Bodies and their members, what is put before them, and what they decide."""

from decisions.models.answer import Answer
from decisions.models.body import Body, Seat
from decisions.models.decision import Decision
from decisions.models.letter import Letter
from decisions.models.matter import Matter

__all__ = ["Answer", "Body", "Decision", "Letter", "Matter", "Seat"]

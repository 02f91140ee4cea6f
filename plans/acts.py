"""What can be done to a plan as a whole: what can be done to every document, and revising it."""

from documents.acts import EVERY_ACT, REVISE

ACTS = (*EVERY_ACT, REVISE)

"""A document of each kind, and people at work with it."""

import pytest

from desk import workflow
from documents.choices import SharingKind
from tests.desk import Desk
from tests.factories import SIGNING_DAY
from tests.kinds.examples import KINDS, bind, make
from tests.kinds.revision import rewrite


@pytest.fixture(params=KINDS, ids=lambda kind: kind.name)
def kind(request):
    """Each declared kind of document."""
    return request.param


@pytest.fixture
def top(kind, karin, without_pdf):
    """Karin's draft of a document of the kind."""
    return make(kind, by=karin)


@pytest.fixture
def desk(top, karin, client_for):
    """Karin at work with her draft."""
    return Desk(client_for(karin), top)


@pytest.fixture
def colleague(top, karin, per, client_for):
    """Per, with whom the draft is shared for comments."""
    workflow.share(
        top,
        organisations=[per.organisation],
        kind=SharingKind.FOR_COMMENTS,
        on=SIGNING_DAY,
        by=karin.actor,
    )
    return Desk(client_for(per), top)


@pytest.fixture
def binding(top, karin):
    """The document with a binding text."""
    workflow.lock(top, by=karin.actor)
    bind(top, karin)
    return top


@pytest.fixture
def revision(binding, karin):
    """Karin revises it: its title and every text that she can write in are new."""
    workflow.revise(binding, by=karin.actor)
    rewrite(binding, karin)
    return binding

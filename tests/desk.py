"""Someone at work with one document through the pages: opens forms, fills them in, sends them."""

from django.urls import reverse
from lxml import html

from documents.kinds import kind_of
from documents.models import Change


class Desk:
    """A client, the document in front of it (an agreement in most tests), what one does there."""

    def __init__(self, client, agreement, partnership="trygg-i-lulea"):
        self.client = client
        self.agreement = agreement
        self.slug = partnership
        self.kind = agreement and kind_of(agreement.document)

    def url(self, page, *rest, **query):
        """The address of `page` of the document; `rest` as in `desk/urls.py`."""
        name = f"{self.kind.namespace}:{page}"
        address = reverse(name, args=[self.slug, self.agreement.pk, *rest])
        return f"{address}?{'&'.join(f'{k}={v}' for k, v in query.items())}" if query else address

    def at(self, page, row):
        """The address of `page` (edit, move, delete) of a row."""
        return self.url(page, row.ROW, row.key)

    def row(self, kind, /, **by):
        """The row of a kind, as it is stored; the first of them unless `by` says which."""
        model = self.kind.rows_by_name[kind].model
        rows = model.objects.filter(document_id=self.agreement.document_id, **by)
        return rows.order_by("pk").first()

    def rows(self, kind):
        """How many rows of a kind there are."""
        model = self.kind.rows_by_name[kind].model
        return model.objects.filter(document_id=self.agreement.document_id).count()

    def get(self, url, htmx=False, **extra):
        """Open a page, or a fragment as htmx would."""
        return self.client.get(url, headers={"HX-Request": "true"} if htmx else {}, **extra)

    def post(self, url, data=None, htmx=False, **extra):
        """Send data as they are."""
        headers = {"HX-Request": "true"} if htmx else {}
        return self.client.post(url, data or {}, headers=headers, **extra)

    def fill_in(self, url, htmx=False, **changed):
        """Open the form at `url`, change some fields and send it, like a browser does."""
        opened = self.get(url, htmx)
        assert opened.status_code == 200
        return self.post(url, fields(opened) | changed, htmx)

    def changes(self):
        """The changes of the document, the latest first."""
        return list(Change.objects.of(self.agreement.document))


def page(response):
    """The answer as a tree of elements."""
    return html.fromstring(response.content.decode())


def form_of(response):
    """The form that a page or fragment is about: the last of its main part that is seen."""
    tree = page(response)
    forms = (
        [tree]
        if tree.tag == "form"
        else tree.xpath("//main//form[not(@hidden)]") or tree.xpath("//form[not(@hidden)]")
    )
    return forms[-1]


def fields(response):
    """What a browser would send with the form as it stands: name → value or list of values."""
    sent = {}
    for name, value in form_of(response).form_values():
        value = value.removeprefix("\n")  # a browser drops the line end after <textarea>
        if name in sent:
            value = [*(sent[name] if isinstance(sent[name], list) else [sent[name]]), value]
        sent[name] = value
    sent.pop("csrfmiddlewaretoken", None)
    return sent


def errors(response):
    """The sentences that stand at the fields of a refused form, by the field's name."""
    found = {}
    for box in page(response).xpath("//ul[contains(@class, 'errorlist')]"):
        named = box.xpath("following-sibling::*/descendant-or-self::*[@name][1]/@name")
        found[named[0] if named else ""] = " ".join(box.text_content().split())
    return found


def text_of(response):
    """The words of a page, white space collapsed."""
    return " ".join(page(response).text_content().split())

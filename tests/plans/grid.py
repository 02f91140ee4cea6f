"""The table of a plan as its script uses it: what it sends, and what comes back."""

import json
from html import unescape

from tests.desk import page


class Grid:
    """A desk at which one works in the table of its plan."""

    def __init__(self, desk):
        self.desk = desk

    def shown(self, query=""):
        """The table as rows of texts, heads of groups alone in a list."""
        tree = page(self.desk.get(f"{self.desk.url('table')}?{query}"))
        rows = tree.xpath("//table[@id='grid']/tbody/tr[not(contains(@class, 'new'))]")
        return [[cell.text_content() for cell in row if "mark" not in cell.classes] for row in rows]

    def texts(self, query=""):
        """The texts of the activities that are shown, from top to bottom."""
        tree = page(self.desk.get(f"{self.desk.url('table')}?{query}"))
        return [one.text_content() for one in tree.xpath("//tr[@data-key]/th")]

    def key(self, text):
        """The key of an activity, as the script knows it."""
        return str(self.desk.row("activity", text=text).key)

    def save(self, *cells, query="", **more):
        """Send cells: (text of the row, or "" for a new one, column, text, what it was)."""
        sent = [(row and self.key(row), *rest) for row, *rest in cells]
        data = {"cells": json.dumps(sent)} | more
        return Answer(self.desk.post(f"{self.desk.url('table_cells')}?{query}", data))

    def paste(self, text="", *, rows=(), column="text", query="", **more):
        """Paste at the first of `rows`, those that are shown from there."""
        keys = " ".join(self.key(row) for row in rows)
        data = {"text": text, "rows": keys, "column": column} | more
        return Answer(self.desk.post(f"{self.desk.url('table_paste')}?{query}", data))

    def do(self, act, *rows, **more):
        """Do something to rows that are marked."""
        data = {"act": act, "rad": [self.key(row) for row in rows]} | more
        response = self.desk.client.post(
            self.desk.url("table_rows"), data, headers={"Accept": "text/x-rows"}
        )
        return Answer(response)


class Answer:
    """What the server answers the script."""

    def __init__(self, response):
        self.status = response.status_code
        self.html = response.content.decode()
        tree = page(response)
        self.is_question = bool(tree.xpath("descendant-or-self::form[@class='ask']"))
        self.words = " ".join(tree.text_content().split())
        self.told = unescape("".join(tree.xpath("descendant-or-self::*/@data-told")))
        self.refused = "".join(tree.xpath("//*[@data-refused]/text()"))
        self.rows = [
            [cell.text_content() for cell in row if "mark" not in cell.classes]
            for row in tree.xpath("descendant-or-self::tr[@data-key]")
        ]
        self.unwritten = tree.xpath("descendant-or-self::template[@data-row]")

"""probe"""
import time
import pytest
from tests.browser.places import *
pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]

def test_probe(visit):
    v = visit(COORDINATOR)
    t=time.time(); p = v.find_agreement(SIGNED_PERIOD); print(p, time.time()-t)
    t=time.time(); d = v.start_draft(); print(d, time.time()-t)
    t=time.time(); v.go(d); print(time.time()-t)
    from axe_playwright_python.sync_playwright import Axe
    t=time.time(); r=Axe().run(v.page, options={"preload": False}); print(time.time()-t); print(r.generate_report())
    t=time.time(); v.go("/"); print(time.time()-t)
    t=time.time(); r=Axe().run(v.page, options={"preload": False}); print(time.time()-t); print(r.generate_report())

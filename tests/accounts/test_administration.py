"""The administration is entered through the sign-in that everyone uses, or not at all."""

from tests.desk import page
from tests.factories import PASSWORD
from tests.loud import LoudClient


def test_nobody_is_asked_for_a_password_by_the_administration_itself(ada):
    client = LoudClient()

    response = client.post("/admin/login/", {"username": ada.user.email, "password": PASSWORD})

    assert response["Location"] == "/konto/login/?next=/admin/"
    assert "_auth_user_id" not in client.session


def test_a_member_is_not_asked_for_an_operators_password_either(malte, ada, client_for):
    client = client_for(malte)
    for method in (client.get, client.post):
        response = method("/admin/login/", {"username": ada.user.email, "password": PASSWORD})
        assert response.status_code == 403
        assert not page(response).xpath("//main//input[@type='password']")
    assert client.session["_auth_user_id"] == str(malte.user.pk)


def test_the_administration_has_the_icon_of_the_other_pages(ada, client_for):
    client = client_for(ada)
    for url in ("/admin/", "/admin/accounts/user/", "/admin/accounts/user/add/"):
        assert page(client.get(url)).xpath("//link[@rel='icon']/@href") == ["/static/favicon.svg"]


def test_an_operator_changes_the_password_where_everyone_does(ada, client_for):
    response = client_for(ada).get("/admin/password_change/")

    assert response["Location"] == "/konto/password/change/"

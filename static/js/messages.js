// An htmx request that fails changes nothing on the page: say why, and leave what was written where
// it stands. The sentences come with the page, in the reader's language.

const box = () => document.getElementById("messages");

// What the answer must hold to be shown: what the request selects, otherwise a form to write in.
function expected({ xhr, requestConfig, selectOverride }) {
  return (
    xhr.getResponseHeader("HX-Reselect") ??
    selectOverride ??
    requestConfig.elt.closest("[hx-select]")?.getAttribute("hx-select") ??
    "[data-edit]"
  );
}

function parsed(xhr) {
  return new DOMParser().parseFromString(xhr.responseText, "text/html");
}

function sentence(xhr) {
  if (xhr?.responseURL && new URL(xhr.responseURL).pathname === box().dataset.signIn) {
    return box().dataset.signedOut;
  }
  // Without its cookies the browser is signed out too; without one of them the page says what to do.
  const told = xhr?.status === 403 && parsed(xhr).querySelector(".problem > [data-tell]");
  if (told) return told.dataset.tell ? box().dataset[told.dataset.tell] : told.textContent.trim();
  if ([409, 413].includes(xhr?.status)) {
    const told = parsed(xhr).querySelectorAll(".problem h1, .problem p:not(.code):not(:has(a))");
    if (told.length) return [...told].map((one) => one.textContent.trim()).join(": ");
  }
  return box().dataset.failed;
}

// Signing in takes another window: what was written stands in this one.
function signingIn() {
  const link = document.createElement("a");
  link.href = box().dataset.signIn;
  link.target = "_blank";
  link.textContent = box().dataset.signInWords;
  return link;
}

// Beside the buttons that were pressed, or where messages stand.
function fail(event) {
  const form = event.detail.elt?.closest("[data-edit]");
  const list = document.createElement("ul");
  const item = document.createElement("li");
  list.className = "messages";
  item.className = "error";
  const said = document.createElement("span");
  said.textContent = sentence(event.detail.xhr);
  if (said.textContent === box().dataset.signedOut) said.append(" ", signingIn());
  item.append(said);
  list.append(item);
  if (form) {
    form.querySelector(":scope > .messages")?.remove();
    list.setAttribute("role", "alert");
    form.querySelector(":scope > .actions").before(list);
  } else {
    box().replaceChildren(list);
    box().scrollIntoView({ block: "nearest" });
  }
}

for (const name of ["htmx:responseError", "htmx:sendError", "htmx:timeout"]) {
  document.body.addEventListener(name, fail);
}

// The sign-in page, or a page where the row no longer stands, must not take the form's place.
document.body.addEventListener("htmx:beforeSwap", (event) => {
  const { detail } = event;
  if (!detail.shouldSwap || parsed(detail.xhr).querySelector(expected(detail))) return;
  detail.shouldSwap = false;
  fail({ detail: { elt: detail.requestConfig.elt, xhr: detail.xhr } });
});

// After signing in in another window the token of this page is too old; the cookie has the new one.
const token = () => document.cookie.match(/(?:^|; )csrftoken=([^;]+)/)?.[1];

document.body.addEventListener("htmx:configRequest", ({ detail }) => {
  if (!token()) return;
  detail.headers["X-CSRFToken"] = token();
  if (detail.parameters.csrfmiddlewaretoken) detail.parameters.csrfmiddlewaretoken = token();
});

document.addEventListener("submit", ({ target }) => {
  const field = target.elements.namedItem("csrfmiddlewaretoken");
  if (field && token()) field.value = token();
});

// What a guest has typed and not sent is kept while the tab is open: a reload, a step back or a page
// that crashed takes nothing. Only in the tab, since a guest has no account to sign out of. It
// is no module, so that it runs before those that make the editor from the text that is put back here.

(() => {
  const PREFIX = "overens:guest:";
  const FORMS = "form[data-comment], form[data-answer]";
  const PAUSE = 400; // milliseconds after the last key
  const pending = new Map();

  const name = (form) => PREFIX + new URL(form.getAttribute("action"), location).href;
  const texts = (form) => [...form.querySelectorAll("textarea[name]")];

  function keep(form) {
    clearTimeout(pending.get(form));
    pending.delete(form);
    if (!form.isConnected) return;
    try {
      sessionStorage.setItem(name(form), JSON.stringify(texts(form).map(({ value }) => value)));
    } catch {
      // Full or forbidden: what was typed still stands in the form.
    }
  }

  function drop(form) {
    clearTimeout(pending.get(form));
    pending.delete(form);
    sessionStorage.removeItem(name(form));
  }

  function putBack(form) {
    const kept = JSON.parse(sessionStorage.getItem(name(form)));
    // A form that the server sends back holds what was typed already.
    if (!kept || form.querySelector(".errorlist")) return;
    texts(form).forEach((area, place) => {
      area.value = kept[place] ?? area.value;
    });
  }

  // A wording that was begun before takes the words of the comment in, as why.
  function carry(typed, there) {
    const kept = JSON.parse(sessionStorage.getItem(there));
    if (!kept) return;
    const [wording, why] = kept;
    sessionStorage.setItem(there, JSON.stringify([wording, [why, typed].filter(Boolean).join("\n\n")]));
  }

  document.addEventListener("input", ({ target }) => {
    const form = target.closest(FORMS);
    if (!form) return;
    clearTimeout(pending.get(form));
    pending.set(form, setTimeout(keep, PAUSE, form));
  });
  addEventListener("pagehide", () => [...pending.keys()].forEach(keep));

  // Sent, cancelled, or gone on with as a wording: let go of. Sent in vain: kept again.
  document.addEventListener("submit", ({ target }) => target.matches(FORMS) && drop(target));
  document.addEventListener("click", ({ target }) => {
    const pressed = target.closest(".actions a, button[formaction]");
    const done = pressed?.closest(FORMS);
    if (!done) return;
    drop(done);
    if (pressed.formAction) carry(texts(done)[0].value, PREFIX + pressed.formAction);
  }, true);
  for (const failed of ["htmx:responseError", "htmx:sendError", "htmx:timeout"]) {
    document.addEventListener(failed, ({ detail: { elt } }) => elt?.matches?.(FORMS) && keep(elt));
  }

  document.addEventListener("htmx:load", ({ detail: { elt } }) => elt.matches?.(FORMS) && putBack(elt));
  document.querySelectorAll(FORMS).forEach(putBack);
})();

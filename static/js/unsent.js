// A comment that is written and not sent is not left behind unasked, and goes along to the page where
// a wording is proposed instead.

document.addEventListener("input", ({ target }) => {
  target.closest("[data-comment]")?.setAttribute("data-unsaved", "");
});

addEventListener("beforeunload", (event) => {
  if (document.querySelector("[data-comment][data-unsaved]:not([data-sent])")) event.preventDefault();
});

document.addEventListener("submit", ({ target }) => {
  if (target.matches("[data-comment]")) target.setAttribute("data-sent", "");
});

// A wording instead of a comment is written on a page of its own, where the editor is: the words go
// along as without this script, past htmx.
document.addEventListener("click", (event) => {
  const instead = event.target.closest("[data-comment] button[formaction]");
  if (!instead) return;
  event.preventDefault();
  const { form } = instead;
  const own = form.getAttribute("action");
  form.setAttribute("data-sent", "");
  form.action = instead.formAction;
  form.submit();
  form.action = own; // for whoever comes back
});

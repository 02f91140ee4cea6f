// Choosing what the table shows: a choice in a list shows at once; one panel is open at a time.

document.addEventListener("change", ({ target }) => {
  if (target.matches(".choose select")) target.form.requestSubmit();
});
document.addEventListener("click", ({ target }) => {
  for (const one of document.querySelectorAll("details.pick[open]")) {
    if (!one.contains(target)) one.open = false;
  }
});
document.addEventListener("keydown", ({ key }) => {
  const one = key === "Escape" && document.activeElement.closest("details.pick[open]");
  if (!one) return;
  one.open = false;
  one.querySelector("summary").focus();
});

// The contents of a document open over the page from the bar that stays in view, where the list of
// them stands far away. They leave the button in reach that closes them again (--bar-top and
// --bar-bottom, narrow_bar.css).

const contents = document.getElementById("contents");

contents?.addEventListener("beforetoggle", ({ newState }) => {
  const list = document.querySelector(".toc ol");
  if (newState !== "open" || !list) return;
  const { top, bottom } = contents.parentElement.getBoundingClientRect();
  contents.style.setProperty("--bar-bottom", `${bottom}px`);
  contents.style.setProperty("--bar-top", `${window.innerHeight - top}px`);
  contents.replaceChildren(list.cloneNode(true));
});
contents?.addEventListener("click", ({ target }) => {
  if (target.closest("a")) contents.hidePopover();
});

// The menus of the header, and of what can be done to a document, are <details> and work without this. Here they also close when one
// leaves them: by Escape (the focus goes back to where it was opened), by a click or by Tab.

const menus = document.querySelectorAll(".top details, .offers details");

function closeAllBut(target) {
  for (const menu of menus) {
    if (menu.open && !menu.contains(target)) menu.open = false;
  }
}

document.addEventListener("click", (event) => closeAllBut(event.target));
document.addEventListener("focusin", (event) => closeAllBut(event.target));
document.addEventListener("keydown", (event) => {
  if (event.key !== "Escape") return;
  for (const menu of menus) {
    if (menu.open) {
      menu.open = false;
      menu.querySelector("summary").focus();
    }
  }
});

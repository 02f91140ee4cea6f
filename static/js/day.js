// A day is written as text, which is sent as it stands and refused with a sentence where it is none.
// The calendar beside it is the browser's own, on a field that is not sent.

const written = (calendar) => calendar.closest(".day").querySelector("[data-day]");

document.addEventListener("click", ({ target }) => {
  const button = target.closest?.("[data-calendar]");
  if (!button) return;
  const calendar = button.parentElement.querySelector("[type=date]");
  calendar.value = written(calendar).value.trim(); // nothing, where it is no day in digits
  calendar.showPicker();
});

// Before whoever sends the form at a change.
document.addEventListener(
  "change",
  ({ target }) => {
    if (!target.matches?.(".from-calendar > [type=date]") || !target.value) return;
    const day = written(target);
    day.value = target.value;
    day.dispatchEvent(new Event("input", { bubbles: true }));
  },
  true,
);

// What one chooses by starts folded on a narrow window, so that what there is to read comes first.

if (window.matchMedia("(max-width: 599px)").matches)
  for (const one of document.querySelectorAll("details[data-folds]")) one.removeAttribute("open");

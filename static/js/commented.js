// The list under a document, once its conversations hang at what they are about: a link to each
// section that has any, so that nobody reads a heading over nothing.

export function leadTo(place, threads, words) {
  const heading = place.querySelector("h3");
  const link = document.createElement("a");
  const number = document.createElement("span");
  link.href = `#${threads[0].id}`;
  link.append(...heading.childNodes);
  heading.replaceChildren(link);
  number.className = "small";
  number.textContent = words;
  place.classList.add("quiet");
  place.replaceChildren(heading, number);
}

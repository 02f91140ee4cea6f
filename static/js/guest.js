// The page of someone who was asked: what was just done is said where one lands, what is new stands
// open where there is room, and the way to the answer is not offered over the answer.

import "./contents.js";

const told = document.querySelector(".asked [data-told]");
const place = document.getElementById(location.hash.slice(1));

if (told && place) {
  const here = document.createElement("p");
  here.className = "notice";
  here.append(told.textContent);
  if (place.matches(".section")) place.prepend(here);
  else place.before(here);
  here.scrollIntoView({ block: "center", behavior: "instant" });
}

if (window.matchMedia("(min-width: 900px)").matches) {
  document.querySelector(".asked[data-opens]")?.setAttribute("open", "");
}

const way = document.querySelector(".to-answer > a");
const answer = document.querySelector("#answer form");
if (way && answer) {
  new IntersectionObserver(([{ isIntersecting }]) => {
    way.hidden = isIntersecting;
  }).observe(answer);
}

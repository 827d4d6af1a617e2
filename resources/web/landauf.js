// Landauf: searches and filters the events of the page. Without it the page holds the same, unfiltered.
(() => {
  "use strict";
  const form = document.getElementById("find");
  if (!form) return;
  const field = document.getElementById("q");
  const count = document.getElementById("count");
  const reset = document.getElementById("reset");
  const past = document.getElementById("past");
  const everything = count.textContent;
  const boxes = [...form.querySelectorAll("input[type=checkbox]")];

  // Köthen is found by koethen, kothen and Köthen alike.
  const fold = (text) => text.toLowerCase().replace(/ß/g, "ss").normalize("NFD").replace(/\p{M}/gu, "")
    .replace(/([aou])e+/g, "$1");
  const events = [...document.querySelectorAll(".e")].map((node) => (
    { node, text: fold(node.textContent), kreis: node.dataset.d, art: node.querySelector(".k").classList[1] }
  ));
  const groups = [".day", ".month", "#past"].flatMap((kind) => [...document.querySelectorAll(kind)])
    .map((node) => ({ node, events: [...node.querySelectorAll(".e")] }));

  const chosen = (name) => boxes.filter((box) => box.name === name && box.checked).map((box) => box.value);
  const state = () => {
    const wanted = new URLSearchParams();
    if (field.value.trim()) wanted.set("suche", field.value.trim());
    for (const name of ["art", "kreis"]) if (chosen(name).length) wanted.set(name, chosen(name).join(","));
    return wanted.toString();
  };

  function show() {
    const words = fold(field.value).split(/\s+/).filter(Boolean);
    const kreise = new Set(chosen("kreis"));
    const kinds = new Set(chosen("art"));
    const filtered = words.length + kreise.size + kinds.size > 0;
    let found = 0;
    let foundPast = 0;
    for (const event of events) {
      const fits = (!kreise.size || kreise.has(event.kreis)) && (!kinds.size || kinds.has(event.art))
        && words.every((word) => event.text.includes(word));
      event.node.hidden = !fits;
      if (fits) found += 1;
      if (fits && past && past.contains(event.node)) foundPast += 1;
    }
    for (const group of groups) group.node.hidden = group.events.every((node) => node.hidden);
    if (past) past.open = filtered && foundPast > 0;
    const text = found === 1 ? count.dataset.one : found ? count.dataset.many : count.dataset.none;
    count.textContent = filtered ? text.replace("{n}", found).replace("{all}", events.length) : everything;
    reset.hidden = !filtered;
    for (const pick of form.querySelectorAll(".pick")) {
      const number = pick.querySelectorAll("input:checked").length;
      const mark = pick.querySelector(".n");
      mark.textContent = number ? mark.dataset.text.replace("{n}", number) : "";
    }
  }

  // A hash without "=" leads to a place on the page and leaves the filter alone.
  function restore() {
    const hash = location.hash.slice(1);
    if (hash && !hash.includes("=")) return;
    const wanted = new URLSearchParams(hash);
    field.value = wanted.get("suche") ?? "";
    for (const box of boxes) box.checked = (wanted.get(box.name) ?? "").split(",").includes(box.value);
    show();
  }

  function remember(replace) {
    const address = state() ? `#${state()}` : location.pathname + location.search;
    history[replace ? "replaceState" : "pushState"](null, "", address);
  }

  // Typing is one step back, however many letters it took.
  let typing = false;
  field.addEventListener("input", () => {
    show();
    remember(typing);
    typing = true;
  });
  field.addEventListener("blur", () => { typing = false; });
  for (const box of boxes) box.addEventListener("change", () => { typing = false; show(); remember(false); });
  reset.addEventListener("click", () => {
    field.value = "";
    for (const box of boxes) box.checked = false;
    typing = false;
    show();
    remember(false);
    field.focus();
  });
  form.addEventListener("submit", (event) => event.preventDefault());
  addEventListener("popstate", restore);

  // An event of the past that a link leads to must not stay behind a closed heading.
  function reveal() {
    const target = past && location.hash.length > 1 && document.getElementById(location.hash.slice(1));
    if (target && past.contains(target)) {
      past.open = true;
      target.scrollIntoView();
    }
  }
  addEventListener("hashchange", reveal);

  // Out of their place "More" and "Calendar" say nothing: in a list of links each bears its event's title.
  for (const { node } of events) {
    const title = node.querySelector("h4").textContent;
    for (const part of node.querySelectorAll("summary, .l a")) part.setAttribute("aria-label", `${part.textContent}: ${title}`);
  }

  form.hidden = false;
  if (matchMedia("(min-width: 64rem)").matches) form.querySelector(".pick")?.setAttribute("open", "");
  restore();
  reveal();
})();

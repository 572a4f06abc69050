// Choosing among the events, on the page as it stands: without this script all of them can still be read.
(() => {
  "use strict";
  const tools = document.querySelector(".tools");
  if (!tools) return;
  const byId = (id) => document.getElementById(id);
  const words = byId("words"), kind = byId("kind"), found = byId("found"), clear = byId("clear"), unfold = byId("unfold");
  const buttons = [...tools.querySelectorAll(".statuses button")];
  const events = [...document.querySelectorAll(".event")];
  const groups = [...document.querySelectorAll(".month"), ...document.querySelectorAll(".year")];
  const persian = document.documentElement.lang === "fa";

  // One spelling of what is typed and what is read: Arabic and Persian letters and digits, with joiners, marks and spaces or without.
  const plain = (text) => text.toLowerCase().normalize("NFKC")
    .replace(/[\u064a\u0649\u0626]/g, "\u06cc").replace(/\u0643/g, "\u06a9").replace(/[\u0629\u06c0\u06d5]/g, "\u0647")
    .replace(/[\u0622\u0623\u0625\u0671]/g, "\u0627").replace(/\u0624/g, "\u0648")
    .replace(/[\u06f0-\u06f9]/g, (d) => d.charCodeAt(0) - 0x6f0).replace(/[\u0660-\u0669]/g, (d) => d.charCodeAt(0) - 0x660)
    .replace(/[\u0300-\u036f\u0610-\u061a\u0640\u064b-\u065f\u0670\u200b-\u200f\u2066-\u2069\ufeff]/g, "");
  const number = (n) => persian ? String(n).replace(/\d/g, (d) => String.fromCharCode(0x6f0 + Number(d))) : String(n);

  const texts = new Map();
  const textOf = (event) => {
    if (!texts.has(event)) texts.set(event, plain(event.textContent).replace(/\s+/g, ""));
    return texts.get(event);
  };

  const choose = () => {
    const wanted = plain(words.value).split(/\s+/).filter(Boolean);
    const pressed = buttons.filter((b) => b.getAttribute("aria-pressed") === "true").map((b) => b.value);
    const statuses = pressed.filter((value) => value !== "differ"), differ = pressed.includes("differ");
    let n = 0;
    for (const event of events) {
      const fits = (!kind.value || event.dataset.kind === kind.value)
        && (!statuses.length || statuses.includes(event.dataset.status))
        && (!differ || "differs" in event.dataset)
        && wanted.every((word) => textOf(event).includes(word));
      event.hidden = !fits;
      if (fits) n++;
    }
    for (const group of groups) group.hidden = !group.querySelector(".event:not([hidden])");
    byId("nothing").hidden = n > 0;
    clear.hidden = !(wanted.length || pressed.length || kind.value);
    const label = n === 1 ? found.dataset.event : found.dataset.events;
    found.textContent = `${number(n)} ${label}` + (n < events.length ? ` ${found.dataset.of} ${number(events.length)}` : "");
  };

  const reset = () => {
    words.value = kind.value = "";
    for (const button of buttons) button.setAttribute("aria-pressed", "false");
    choose();
  };

  let waiting;
  words.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(choose, 120);
  });
  kind.addEventListener("change", choose);
  for (const button of buttons)
    button.addEventListener("click", () => {
      button.setAttribute("aria-pressed", String(button.getAttribute("aria-pressed") !== "true"));
      choose();
    });
  clear.addEventListener("click", () => {
    reset();
    words.focus();
  });

  const unfoldLabel = unfold.textContent;
  unfold.addEventListener("click", () => {
    const open = unfold.textContent === unfoldLabel;
    for (const details of document.querySelectorAll(".event:not([hidden]) details")) details.open = open;
    unfold.textContent = open ? unfold.dataset.fold : unfoldLabel;
  });

  document.addEventListener("keydown", (key) => {
    const typing = /^(INPUT|SELECT|TEXTAREA)$/.test(document.activeElement.tagName);
    if (key.key === "/" && !typing && !key.ctrlKey && !key.metaKey && !key.altKey) {
      key.preventDefault();
      words.focus();
    } else if (key.key === "Escape" && document.activeElement === words) {
      reset();
    }
  });

  // Who follows a link to an event came for its proof.
  const arrive = () => {
    const event = byId(decodeURIComponent(location.hash.slice(1)));
    if (!event || !event.classList.contains("event")) return;
    if (event.hidden) reset();
    const details = event.querySelector("details");
    if (details) details.open = true;
    event.scrollIntoView();
  };
  addEventListener("hashchange", arrive);

  tools.hidden = false;
  choose();
  if (location.hash) arrive();
})();

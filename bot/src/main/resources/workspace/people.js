// The top: who one is, who else has something to read, and the developer's corner.
import { clock } from "./clock.js";
import { avatar, h, refill, toast } from "./dom.js";
import { store } from "./store.js";

const waiting = (person) => Object.values(person.unread).reduce((sum, n) => sum + n, 0);
const badge = (n) => n > 0 && h("span", { class: "count", "data-testid": "person-unread" }, String(n));
const says = (n) => (n ? `, ${n} unread` : "");

function row(person, become) {
  const n = waiting(person);
  return h("button", { type: "button", role: "menuitemradio", "aria-checked": String(person.id === store.me), "data-testid": "person-option", "data-account": person.account, onclick: () => become(person.account) },
    avatar(person.name), h("span", { class: "who" }, h("strong", {}, person.name), h("small", {}, `${person.role} · ${person.team}`)), badge(n));
}

function corner(me) {
  const example = `curl -H "Authorization: Bearer ${me.token}" ${location.origin}/api/requests`;
  return h("details", { class: "corner", "data-testid": "developer" }, h("summary", {}, "Developer"),
    h("div", {},
      h("p", {}, `API tokens of the sample accounts, for this machine only. As ${me.name}:`), h("pre", {}, example),
      h("table", {}, h("tbody", {}, store.people.map((p) => h("tr", {}, h("th", {}, p.email), h("td", {}, h("code", { "data-token": p.account }, p.token || "none")),
        h("td", {}, p.token && h("button", { type: "button", class: "link", "aria-label": `Copy the token of ${p.name}`, onclick: async () => {
          await navigator.clipboard.writeText(p.token);
          toast("Token copied");
        } }, "Copy")))))),
      h("p", {}, "This page is the first account unless the address says ", h("code", {}, "?as=ana"), ".")));
}

let open = false;
let drawnAs = "";
let redrawing = false;

export function drawTop(top, become) {
  const me = store.people.find((p) => p.id === store.me);
  if (!me) return;
  const others = store.people.filter((p) => p.id !== store.me && waiting(p));
  const unfolded = drawnAs === store.as ? [...top.querySelectorAll("details[open]")].map((d) => d.dataset.testid) : [];
  drawnAs = store.as;
  const menu = h("div", { class: "menu", role: "menu", hidden: !open, "data-testid": "person-menu" }, store.people.map((p) => row(p, (account) => {
    open = false;
    become(account);
  })));
  const pill = h("button", { type: "button", class: "pill", "aria-haspopup": "menu", "aria-expanded": String(open), "data-testid": "person-switch", "data-account": me.account, onclick: () => {
    open = !open;
    menu.hidden = !open;
    pill.setAttribute("aria-expanded", String(open));
    if (open) menu.querySelector("[aria-checked=true]")?.focus();
  } }, avatar(me.name, "small"), h("span", {}, h("span", { class: "you" }, "You are: "), h("strong", {}, me.name), h("span", { class: "role" }, ` · ${me.role}, ${me.team}`)), h("span", { class: "caret", "aria-hidden": "true" }, "▾"));
  const chips = h("div", { class: "chips" }, others.map((p) => h("button", { type: "button", class: "chip", "data-testid": "person-waiting", "data-account": p.account, title: `${p.name} (${p.role}, ${p.team})${says(waiting(p))}`, onclick: () => become(p.account) },
    avatar(p.name, "small"), h("span", {}, p.account), badge(waiting(p)))));
  const switcher = h("div", { class: "switcher", onfocusout: (event) => {
    // A focused row that is drawn anew has not been left.
    if (redrawing || switcher.contains(event.relatedTarget) || !open) return;
    open = false;
    menu.hidden = true;
  }, onkeydown: (event) => keys(event, menu, pill) }, pill, menu);
  const held = top.contains(document.activeElement) ? document.activeElement?.dataset : undefined;
  redrawing = true;
  refill(top,
    h("button", { type: "button", class: "burger", "aria-label": "Conversations", "data-testid": "burger", onclick: () => document.body.classList.toggle("with-rail") }, "☰"),
    h("span", { class: "title" }, h("img", { src: "/workspace/assets/icon.svg", alt: "", width: 24, height: 24 }), h("strong", {}, "Local workspace")),
    others.length > 0 && h("span", { class: "waits" }, "Unread messages for"), chips, clock(), corner(me), switcher);
  unfolded.forEach((id) => { top.querySelector(`[data-testid=${id}]`).open = true; });
  redrawing = false;
  if (held?.testid) top.querySelector(`[data-testid="${held.testid}"]${held.account ? `[data-account="${held.account}"]` : ""}`)?.focus();
}

function keys(event, menu, pill) {
  if (event.key === "Escape" && open) {
    open = false;
    menu.hidden = true;
    pill.focus();
  }
  if (!["ArrowDown", "ArrowUp"].includes(event.key)) return;
  event.preventDefault();
  const rows = [...menu.children];
  const at = rows.indexOf(document.activeElement);
  rows.at((at + (event.key === "ArrowDown" ? 1 : -1)) % rows.length)?.focus();
}

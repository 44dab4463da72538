// Builds elements. Strings become text nodes, never markup, so nothing that people write can become an element.
export function h(tag, props, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(props ?? {})) {
    if (value === undefined || value === null || value === false) continue;
    if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
    else if (name === "class") element.className = value;
    else if (name === "value" || name === "checked" || name === "disabled") element[name] = value;
    else element.setAttribute(name, value === true ? "" : value);
  }
  element.append(...children.flat(9).filter((c) => c !== undefined && c !== null && c !== false));
  return element;
}

export const byId = (id) => document.getElementById(id);

export function fill(element, ...children) {
  element.replaceChildren(...children.flat(9).filter(Boolean));
}

// Leaves what is the same: an element that is replaced between press and release never hears of the click. What a handler
// means to act on has to be seen in the markup, such as data-id, or a handler of yesterday stays.
export function refill(element, ...children) {
  const fresh = h("div", {}, ...children);
  if (fresh.innerHTML !== element.innerHTML) element.replaceChildren(...fresh.childNodes);
}

// A square with initials, in a colour that stays with the name.
export function avatar(name, kind = "") {
  const icon = h("span", { class: `avatar ${kind}`, "aria-hidden": "true" });
  if (kind.includes("bot")) {
    icon.append(h("img", { src: "/workspace/assets/icon.svg", alt: "" }));
    return icon;
  }
  let sum = 0;
  for (const letter of name) sum = (sum * 31 + letter.codePointAt(0)) % 360;
  icon.classList.add(`hue-${Math.floor(sum / 45)}`);
  icon.textContent = name.split(/\s+/).map((word) => word[0]).join("").slice(0, 2).toUpperCase();
  return icon;
}

export function toast(text) {
  const note = h("p", { class: "toast", "data-testid": "toast" }, text);
  byId("toasts").append(note);
  setTimeout(() => note.remove(), 6000);
}

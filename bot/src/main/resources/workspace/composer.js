// Where one writes. Enter sends, Shift+Enter makes a line, what could not be sent comes back.
import * as api from "./api.js";
import { h } from "./dom.js";
import { store } from "./store.js";

const drafts = new Map();

export function composer({ channel, thread, placeholder, prefix = "" }) {
  const key = `${store.as}/${channel}/${thread ?? ""}`;
  const problem = h("p", { class: "problem", role: "alert" });
  const hint = h("p", { class: "hint", "aria-live": "polite" });
  const box = h("textarea", { rows: 1, placeholder, "aria-label": placeholder, "data-testid": thread ? "thread-composer" : "composer", oninput: typed, onkeydown: (event) => {
    if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    send();
  } });
  const button = h("button", { type: "submit", class: "send", "aria-label": "Send", "data-testid": thread ? "thread-send" : "send", disabled: true }, h("span", { "aria-hidden": "true" }, "➤"));

  function typed() {
    drafts.set(key, box.value);
    box.style.height = "auto";
    box.style.height = `${Math.min(box.scrollHeight, 200)}px`;
    button.disabled = !box.value.trim();
    const slash = /^\/(\w*)/.exec(box.value);
    hint.textContent = slash && "qm".startsWith(slash[1]) ? "/qm and what you want, for example: /qm help, /qm list, /qm launch …" : "";
    problem.textContent = "";
  }

  async function send() {
    const text = box.value.trim();
    if (!text) return;
    box.value = "";
    typed();
    const answer = await api.act("say", { as: store.as, channel, text, thread_ts: thread });
    if (answer.ok) return;
    if (!box.value) {
      box.value = text;
      typed();
    }
    problem.textContent = answer.error === "workspace_unreachable" ? "The workspace does not answer. Is it still running? Your words are kept." : `That could not be sent (${answer.error}).`;
  }

  const form = h("form", { class: "composer", onsubmit: (event) => {
    event.preventDefault();
    send();
  } }, h("div", { class: "box" }, box, button), problem, hint);
  form.write = (text) => {
    box.value = text;
    typed();
    box.focus();
  };
  box.value = drafts.get(key) ?? prefix;
  requestAnimationFrame(typed);
  form.focusBox = () => box.focus();
  return form;
}

// The side panel with one thread.
import { fill, h } from "./dom.js";
import { composer } from "./composer.js";
import { MessageList } from "./messages.js";
import { changed, channel, replies, roots, store } from "./store.js";

let shown = "";
let list;

export function drawThread(panel) {
  const here = channel(store.channel);
  const root = here && store.tab !== "home" && roots(here.id).find((m) => m.ts === store.thread);
  panel.hidden = !root;
  document.body.classList.toggle("with-thread", Boolean(root));
  if (!root) {
    shown = "";
    fill(panel);
    return;
  }
  const key = `${store.as}/${here.id}/${root.ts}`;
  const fresh = key !== shown;
  if (fresh) {
    list = new MessageList("Thread", true);
    fill(panel,
      h("header", { class: "heading" }, h("h2", {}, "Thread"), h("span", { class: "members" }, here.direct ? store.bot.name : `#${here.name}`),
        h("button", { type: "button", class: "close", "aria-label": "Close thread", "data-testid": "thread-close", onclick: () => {
          store.thread = "";
          changed("thread");
        } }, "×")),
      list.element, composer({ channel: here.id, thread: root.ts, placeholder: "Reply…" }));
  }
  shown = key;
  list.show(here.id, [root, ...replies(here.id, root.ts)]);
  if (fresh) list.element.scrollTop = list.element.scrollHeight;
}

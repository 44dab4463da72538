// The left: channels and the bot.
import { avatar, h, refill } from "./dom.js";
import { changed, store, unread } from "./store.js";

function item(here, icon, text, hook) {
  const current = store.channel === here.id;
  const waiting = current && store.tab !== "home" ? 0 : unread(here.id);
  return h("li", {}, h("button", { type: "button", class: `item${waiting || (here.fresh && !current) ? " waiting" : ""}${here.member ? "" : " faint"}`, "aria-current": current ? "page" : undefined, "data-testid": "channel", "data-channel": hook, "data-id": here.id, onclick: () => {
    store.channel = here.id;
    store.thread = "";
    store.tab = "messages";
    document.body.classList.remove("with-rail");
    changed("conversation");
  } }, icon, h("span", { class: "name" }, text), waiting > 0 && h("span", { class: "count", "data-testid": "unread", "aria-label": `${waiting} unread` }, String(waiting))));
}

export function drawRail(rail) {
  const channels = store.channels.filter((c) => !c.direct);
  const mine = channels.filter((c) => c.member);
  const others = channels.filter((c) => !c.member);
  const direct = store.channels.filter((c) => c.direct);
  const hash = () => h("span", { class: "hash", "aria-hidden": "true" }, "#");
  refill(rail,
    h("h2", {}, "Apps"), h("ul", {}, direct.map((c) => item(c, avatar(store.bot.name, "bot small"), store.bot.name, "quartermaster"))),
    h("h2", {}, "Channels"), h("ul", {}, mine.map((c) => item(c, hash(), c.name, c.name)), !mine.length && h("li", { class: "none" }, "none")),
    others.length > 0 && [h("h2", {}, "Other channels"), h("ul", {}, others.map((c) => item(c, hash(), c.name, c.name)))]);
}

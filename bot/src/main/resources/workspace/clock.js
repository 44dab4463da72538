// The bot's clock: moved forward to see reminders, lapses and ends without waiting for them.
import * as api from "./api.js";
import { h, toast } from "./dom.js";
import { store } from "./store.js";

const STEPS = [[15, "15 minutes"], [60, "1 hour"], [1440, "1 day"], [10080, "1 week"]];

export function ahead(seconds) {
  const minutes = Math.round(seconds / 60);
  const parts = [[Math.floor(minutes / 1440), "d"], [Math.floor(minutes / 60) % 24, "h"], [minutes % 60, "min"]];
  return parts.filter(([n]) => n > 0).map(([n, unit]) => `${n} ${unit}`).join(" ");
}

async function forward(minutes) {
  const answer = await api.act("forward", { as: store.as, minutes });
  if (!answer.ok) toast(`The clock did not move: ${answer.error}`);
}

export function clock() {
  return h("details", { class: "corner", "data-testid": "clock" }, h("summary", {}, store.ahead ? `Clock +${ahead(store.ahead)}` : "Clock"),
    h("div", {},
      h("p", {}, "Moves the bot's clock forward, to see reminders, lapses and ends without waiting. Money runs with it. It does not go back; a fresh folder starts anew."),
      h("p", {}, STEPS.map(([minutes, text]) => [h("button", { type: "button", class: "button", "data-testid": "forward", "data-minutes": String(minutes), onclick: () => forward(minutes) }, `+ ${text}`), " "]))));
}

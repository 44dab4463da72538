// The bot's Home tab.
import * as api from "./api.js";
import { blocks } from "./blocks.js";
import { fill, h } from "./dom.js";
import { Form } from "./form.js";
import { store } from "./store.js";

let shown = "";
let form;

export function homeTab(container) {
  const view = store.home;
  const key = view ? `${store.as}/${view.id}/${view.hash}` : `${store.as}/`;
  if (key === shown && container.firstElementChild) return;
  shown = key;
  if (!view) {
    fill(container, h("div", { class: "empty" }, h("h2", {}, "Nothing here yet"), h("p", {}, `${store.bot.name} puts here what you have and what waits for you.`)));
    return;
  }
  form = new Form(view.blocks, form);
  const where = (block, element) => ({ as: store.as, view_id: view.id, block_id: block.block_id, action_id: element.action_id, state: form.values });
  fill(container, h("div", { class: "sheet", "data-testid": "home" }, blocks(view.blocks, {
    id: view.id,
    form,
    act: async (block, element, chosen) => {
      const answer = await api.act("click", { ...where(block, element), chosen });
      return answer.ok ? null : answer.error;
    },
    options: async (block, element, value) => (await api.act("options", { ...where(block, element), value })).options ?? [],
  })));
}

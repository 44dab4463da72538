// The top of the stack of modals. What is typed stays when the bot changes the view, as long as block and action keep their ids.
import * as api from "./api.js";
import { blocks, showErrors } from "./blocks.js";
import { fill, h } from "./dom.js";
import { emoji } from "./emoji.js";
import { Form } from "./form.js";
import { store } from "./store.js";

const forms = new Map();
let dialog;
let shown = "";

async function submit(view, body, form) {
  const missing = form.missing();
  showErrors(body, missing);
  if (Object.keys(missing).length) return;
  const button = dialog.querySelector("[data-testid=modal-submit]");
  button.disabled = true;
  const answer = await api.act("submit", { as: store.as, view_id: view.id, state: form.values });
  button.disabled = false;
  if (answer.errors) showErrors(body, answer.errors);
  else if (!answer.ok) trouble(body, answer);
}

function trouble(body, answer) {
  body.querySelector(".trouble")?.remove();
  const details = (answer.response_metadata?.messages ?? []).map((m) => h("li", {}, m));
  body.prepend(h("div", { class: "trouble", role: "alert" }, h("p", {}, `We had some trouble connecting (${answer.error}). Try again?`), h("ul", {}, details)));
}

const close = (view, all = false) => api.act("close", { as: store.as, view_id: view.id, all });

function draw(view) {
  const form = new Form(view.blocks, forms.get(view.id));
  forms.set(view.id, form);
  const where = (block, element) => ({ as: store.as, view_id: view.id, block_id: block.block_id, action_id: element.action_id, state: form.values });
  const body = h("div", { class: "sheet" }, blocks(view.blocks, {
    id: view.id,
    form,
    act: async (block, element, chosen) => {
      const answer = await api.act("click", { ...where(block, element), chosen });
      return answer.ok ? null : answer.error;
    },
    options: async (block, element, value) => (await api.act("options", { ...where(block, element), value })).options ?? [],
  }));
  fill(dialog, h("form", { method: "dialog", onsubmit: (event) => {
    event.preventDefault();
    if (view.submit) submit(view, body, form);
  } },
    h("header", {}, h("h2", {}, emoji(view.title.text)), h("button", { type: "button", class: "close", "aria-label": "Close", "data-testid": "modal-x", onclick: () => close(view, true) }, "×")),
    body,
    h("footer", {},
      h("button", { type: "button", class: "button", "data-testid": "modal-close", onclick: () => close(view) }, emoji(view.close?.text ?? "Cancel")),
      view.submit && h("button", { type: "submit", class: "button primary", "data-testid": "modal-submit" }, emoji(view.submit.text)))));
}

export function drawModal() {
  const view = store.views.at(-1);
  if (!view) {
    dialog?.remove();
    dialog = undefined;
    shown = "";
    forms.clear();
    return;
  }
  if (!dialog) {
    dialog = h("dialog", { class: "modal", "data-testid": "modal", oncancel: (event) => {
      event.preventDefault();
      close(store.views.at(-1));
    } });
    document.body.append(dialog);
    dialog.showModal();
  }
  const key = `${view.id}/${view.hash}`;
  if (key === shown) return;
  shown = key;
  dialog.dataset.callbackId = view.callback_id;
  dialog.setAttribute("aria-label", view.title.text);
  draw(view);
  (dialog.querySelector("[autofocus]") ?? dialog.querySelector(".sheet :is(input, textarea, select)"))?.focus();
}

// Interactive elements; https://docs.slack.dev/reference/block-kit/block-elements. `place` says where they are: {form, act, options}.
import { h } from "./dom.js";
import { emoji } from "./emoji.js";
import { confirmed } from "./confirm.js";
import { mrkdwn } from "./mrkdwn.js";
import { store } from "./store.js";

export const label = (text) => (text?.type === "mrkdwn" ? mrkdwn(text.text) : [emoji(text?.text ?? "")]);

const hooks = (block, element) => ({ "data-action-id": element.action_id, "data-block-id": block.block_id });
const optionsOf = (element) => element.options ?? (element.option_groups ?? []).flatMap((group) => group.options);

// Acts, after the question that the app put before it; shows that something is under way and what became of it.
async function act(place, block, element, control, chosen) {
  if (element.confirm && !(await confirmed(element.confirm))) return false;
  control.setAttribute("aria-busy", "true");
  const problem = await place.act(block, element, chosen);
  control.removeAttribute("aria-busy");
  control.parentElement?.querySelector(".failed")?.remove();
  if (problem) control.after(h("span", { class: "failed", role: "alert" }, `That didn't work (${problem}). Try again.`));
  return !problem;
}

function button(block, element, place) {
  const props = { class: `button ${element.style ?? ""}`, ...hooks(block, element), "data-value": element.value, "aria-label": element.accessibility_label };
  if (element.url) {
    return h("a", { ...props, href: /^https?:/i.test(element.url) ? element.url : "#", target: "_blank", rel: "noopener noreferrer",
      onclick: () => place.act(block, element) }, label(element.text));
  }
  const made = h("button", { type: "button", ...props, onclick: () => act(place, block, element, made) }, label(element.text));
  return made;
}

function select(block, element, place, dispatch) {
  const chosen = place.form.get(block, element).selected_option?.value ?? "";
  const option = (o) => h("option", { value: o.value, selected: o.value === chosen }, label(o.text));
  const choices = element.option_groups
    ? element.option_groups.map((group) => h("optgroup", { label: group.label.text }, group.options.map(option)))
    : element.options.map(option);
  const made = h("select", { ...hooks(block, element), "aria-label": element.placeholder?.text ?? "Choose", onchange: async () => {
    const picked = optionsOf(element).find((o) => o.value === made.value) ?? null;
    place.form.set(block, element, { selected_option: picked });
    if (dispatch && picked && !(await act(place, block, element, made, picked.value))) made.value = "";
  } }, h("option", { value: "", selected: !chosen }, label(element.placeholder ?? { text: "Choose…" })), choices);
  return h("span", { class: "select" }, made);
}

function menu(block, element, place) {
  const items = element.options.map((option) => h("button", { type: "button", role: "menuitem", "data-value": option.value, onclick: () => {
    details.open = false;
    if (option.url && /^https?:/i.test(option.url)) window.open(option.url, "_blank", "noopener");
    act(place, block, element, details, option.value);
  } }, label(option.text)));
  const details = h("details", { class: "overflow", ...hooks(block, element), onfocusout: (event) => {
    if (!details.contains(event.relatedTarget)) details.open = false;
  } }, h("summary", { class: "button", "aria-label": "More actions" }, "⋯"), h("div", { role: "menu" }, items));
  return details;
}

function choices(block, element, place, dispatch) {
  const many = element.type !== "radio_buttons";
  const state = place.form.get(block, element);
  const picked = new Set((many ? state.selected_options : [state.selected_option]).filter(Boolean).map((o) => o.value));
  const group = `${block.block_id}.${element.action_id}.${place.id ?? ""}`;
  const made = h("span", { class: "choices", role: many ? "group" : "radiogroup", ...hooks(block, element) });
  made.append(...optionsOf(element).map((option) => {
    const box = h("input", { type: many ? "checkbox" : "radio", name: group, value: option.value, checked: picked.has(option.value), onchange: () => {
      if (!many) picked.clear();
      if (box.checked) picked.add(option.value);
      else picked.delete(option.value);
      const options = optionsOf(element).filter((o) => picked.has(o.value));
      place.form.set(block, element, many ? { selected_options: options } : { selected_option: options[0] ?? null });
      if (dispatch) act(place, block, element, made, many ? [...picked] : option.value);
    } });
    return h("label", { class: "choice" }, box, h("span", {}, label(option.text), option.description && h("small", {}, label(option.description))));
  }));
  return made;
}

const KINDS = {
  plain_text_input: { type: "text", field: "value" },
  number_input: { type: "number", field: "value" },
  email_text_input: { type: "email", field: "value" },
  url_text_input: { type: "url", field: "value" },
  datepicker: { type: "date", field: "selected_date" },
  timepicker: { type: "time", field: "selected_time" },
};

function typed(block, element, place, dispatch) {
  const { type, field } = KINDS[element.type];
  const props = { ...hooks(block, element), placeholder: element.placeholder?.text, "aria-label": block.label ? undefined : element.placeholder?.text ?? "Value" };
  const note = () => place.form.set(block, element, { [field]: made.value || null });
  const send = () => dispatch && made.value && act(place, block, element, made, made.value);
  const made = element.multiline
    ? h("textarea", { rows: 4, ...props, oninput: note })
    : h("input", { type, ...props, step: element.is_decimal_allowed ? "any" : undefined, min: element.min_value, max: element.max_value, oninput: note, onchange: send });
  made.value = place.form.get(block, element)[field] ?? "";
  if (element.focus_on_load) made.autofocus = true;
  return made;
}

function known(block, element, place, dispatch) {
  const people = element.type === "users_select";
  const field = people ? "selected_user" : "selected_conversation";
  const all = people ? store.people : store.channels.filter((c) => !c.direct);
  const made = h("select", { ...hooks(block, element), "aria-label": element.placeholder?.text ?? "Choose", onchange: () => {
    place.form.set(block, element, { [field]: made.value || null });
    if (dispatch && made.value) act(place, block, element, made, made.value);
  } }, h("option", { value: "" }, label(element.placeholder ?? { text: "Choose…" })), all.map((one) => h("option", { value: one.id }, one.name)));
  made.value = place.form.get(block, element)[field] ?? "";
  return h("span", { class: "select" }, made);
}

// The bot looks up the choices for what has been typed.
function looked(block, element, place, dispatch) {
  const list = h("datalist", { id: `list-${block.block_id}-${element.action_id}` });
  let found = [];
  const made = h("input", { type: "text", ...hooks(block, element), list: list.id, placeholder: element.placeholder?.text ?? "Type to search…", oninput: async () => {
    const picked = found.find((o) => o.text.text === made.value) ?? null;
    place.form.set(block, element, { selected_option: picked });
    if (picked && dispatch) act(place, block, element, made, picked);
    if (picked || made.value.length < (element.min_query_length ?? 3)) return;
    found = await place.options(block, element, made.value);
    list.replaceChildren(...found.map((o) => h("option", { value: o.text.text })));
  } });
  made.value = place.form.get(block, element).selected_option?.text.text ?? "";
  return h("span", {}, made, list);
}

// `dispatch`: a change is told to the app at once. Everywhere but in inputs, and there when the block says so.
export function element(block, given, place, dispatch = true) {
  switch (given.type) {
    case "button": return button(block, given, place);
    case "image": return h("img", { class: "thumb", src: given.image_url, alt: given.alt_text });
    case "overflow": return menu(block, given, place);
    case "static_select": return select(block, given, place, dispatch);
    case "radio_buttons":
    case "checkboxes":
    case "multi_static_select": return choices(block, given, place, dispatch);
    case "users_select":
    case "conversations_select": return known(block, given, place, dispatch);
    case "external_select": return looked(block, given, place, dispatch);
    default: return KINDS[given.type] ? typed(block, given, place, dispatch) : h("span", { class: "unknown" }, `(${given.type})`);
  }
}

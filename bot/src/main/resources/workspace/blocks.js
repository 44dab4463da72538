// Block Kit; https://docs.slack.dev/reference/block-kit/blocks
import { h } from "./dom.js";
import { element, label } from "./elements.js";
import { markdown } from "./markdown.js";
import { richText } from "./richtext.js";

const errorId = (block) => `error-${block.block_id}`;

function section(block, place) {
  const body = h("div", { class: "text" },
    block.text && h("div", { class: "words" }, label(block.text)),
    block.fields && h("div", { class: "fields" }, block.fields.map((field) => h("div", {}, label(field)))));
  return h("div", { class: "section" }, body, block.accessory && h("div", { class: "accessory" }, element(block, block.accessory, place)));
}

function context(block) {
  return h("div", { class: "context" }, block.elements.map((one) =>
    one.type === "image" ? h("img", { src: one.image_url, alt: one.alt_text }) : h("span", {}, label(one))));
}

function picture(block) {
  return h("figure", {}, block.title && h("figcaption", {}, label(block.title)),
    h("img", { src: block.image_url ?? "", alt: block.alt_text, loading: "lazy" }));
}

const GROUPS = new Set(["radio_buttons", "checkboxes", "multi_static_select"]);

function input(block, place) {
  const title = [label(block.label), block.optional && h("span", { class: "optional" }, " (optional)")];
  const control = element(block, block.element, place, Boolean(block.dispatch_action));
  const field = control.matches("input,textarea,select") ? control : control.querySelector("input,select") ?? control;
  field.setAttribute("aria-describedby", errorId(block));
  const rest = [control, block.hint && h("small", { class: "hint" }, label(block.hint)), h("p", { class: "error", id: errorId(block), role: "alert", "data-testid": "input-error" })];
  return GROUPS.has(block.element.type)
    ? h("fieldset", { class: "input" }, h("legend", {}, title), rest)
    : h("div", { class: "input" }, h("label", {}, h("span", { class: "label" }, title), rest[0]), rest.slice(1));
}

function cell(given) {
  return given?.type === "rich_text" ? (given.elements ?? []).map(richText) : given?.text ?? "";
}

function table(block) {
  const align = (i) => block.column_settings?.[i]?.align ?? "left";
  const wraps = (i) => (block.column_settings?.[i]?.is_wrapped ? "wraps" : "one-line");
  const row = (tag) => (cells) => h("tr", {}, cells.map((one, i) => h(tag, { class: `align-${align(i)} ${wraps(i)}`, scope: tag === "th" ? "col" : undefined }, cell(one))));
  const [head, ...rows] = block.rows;
  return h("div", { class: "scroll", tabindex: 0, role: "region", "aria-label": "Table", "data-testid": "table" },
    h("table", {}, h("thead", {}, row("th")(head)), h("tbody", {}, rows.map(row("td")))));
}

function drawn(block, place) {
  switch (block.type) {
    case "section": return section(block, place);
    case "header": return h("h3", { class: "header" }, label(block.text));
    case "context": return context(block);
    case "divider": return h("hr");
    case "actions": return h("div", { class: "actions" }, block.elements.map((one) => element(block, one, place)));
    case "image": return picture(block);
    case "markdown": return h("div", { class: "markdown" }, markdown(block.text));
    case "rich_text": return h("div", { class: "rich" }, block.elements.map(richText));
    case "input": return input(block, place);
    case "table": return table(block);
    default: return h("p", { class: "unknown" }, `(a ${block.type} block)`);
  }
}

export function blocks(given, place) {
  return given.map((block) => {
    const made = drawn(block, place);
    made.dataset.blockId = block.block_id ?? "";
    return made;
  });
}

// Puts each error under its input and the focus on the first.
export function showErrors(container, errors) {
  container.querySelectorAll(".error").forEach((place) => (place.textContent = ""));
  Object.entries(errors).forEach(([block, text], i) => {
    const at = container.querySelector(`#${CSS.escape(`error-${block}`)}`);
    if (!at) return;
    at.textContent = text;
    if (i === 0) container.querySelector(`[aria-describedby="${CSS.escape(`error-${block}`)}"]`)?.focus();
  });
}

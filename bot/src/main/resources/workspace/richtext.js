// rich_text blocks: https://docs.slack.dev/reference/block-kit/blocks/rich-text-block
import { h } from "./dom.js";
import { emoji } from "./emoji.js";
import { link, mention, mrkdwn } from "./mrkdwn.js";
import { channel } from "./store.js";

function piece(element) {
  switch (element.type) {
    case "text": return styled(element, lines(element.text ?? ""));
    case "link": return styled(element, link(element.url, element.text || element.url));
    case "user": return mention(element.user_id, "");
    case "channel": return h("span", { class: "mention" }, `#${channel(element.channel_id)?.name ?? element.channel_id}`);
    case "broadcast": return h("span", { class: "mention all" }, `@${element.range}`);
    case "emoji": return emoji(`:${element.name}:`);
    case "date": return mrkdwn(`<!date^${element.timestamp}^${element.format}|${element.fallback ?? ""}>`);
    default: return element.text ?? "";
  }
}

const lines = (text) => text.split("\n").flatMap((line, i) => [i ? h("br") : "", emoji(line)]);

function styled(element, inner) {
  const style = element.style ?? {};
  let node = [inner];
  if (style.code) node = [h("code", {}, node)];
  if (style.bold) node = [h("strong", {}, node)];
  if (style.italic) node = [h("em", {}, node)];
  if (style.strike) node = [h("s", {}, node)];
  return node;
}

export function richText(element) {
  const inner = () => (element.elements ?? []).map(piece);
  switch (element.type) {
    case "rich_text_section": return h("p", {}, inner());
    case "rich_text_preformatted": return h("pre", {}, (element.elements ?? []).map((e) => e.text ?? e.url ?? ""));
    case "rich_text_quote": return h("blockquote", {}, inner());
    case "rich_text_list":
      return h(element.style === "ordered" ? "ol" : "ul", {}, (element.elements ?? []).map((item) => h("li", {}, richText(item))));
    default: return h("span", {}, inner());
  }
}

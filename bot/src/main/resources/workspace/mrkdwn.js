// Slack's mrkdwn as DOM nodes; https://docs.slack.dev/messaging/formatting-message-text. Only text nodes are made of what was written.
import { h } from "./dom.js";
import { emoji } from "./emoji.js";
import { channel, name, person, store } from "./store.js";
import { dated } from "./time.js";

const unescaped = (text) => text.replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&amp;", "&");
const shown = (text) => emoji(unescaped(text));

export function mrkdwn(text) {
  return text.split(/```\n?([\s\S]*?)\n?```/).flatMap((piece, i) =>
    i % 2 ? h("pre", {}, inline(piece, true)) : quoted(piece));
}

const QUOTE = /^(&gt;|>)\s?/;

// Runs of lines that begin with > (escaped, or as apps write it) are a quotation.
function quoted(text) {
  const out = [];
  let quote = [];
  const flush = () => {
    if (quote.length) out.push(h("blockquote", {}, inline(quote.join("\n"))));
    quote = [];
  };
  text.split("\n").forEach((line, i, lines) => {
    const quoting = QUOTE.exec(line);
    if (quoting) {
      quote.push(line.slice(quoting[0].length));
      return;
    }
    flush();
    out.push(...inline(line));
    if (i < lines.length - 1 && !QUOTE.test(lines[i + 1])) out.push(h("br"));
  });
  flush();
  return out;
}

const TOKEN = /`([^`\n]+)`|<([^<>\n]+)>|(?<![\w*])\*(?=\S)([^*\n]*[^\s*])\*(?![\w*])|(?<![\w_])_(?=\S)([^_\n]*[^\s_])_(?![\w_])|(?<![\w~])~(?=\S)([^~\n]*[^\s~])~(?![\w~])/g;

export function inline(text, plain = false) {
  const out = [];
  let from = 0;
  for (const match of text.matchAll(TOKEN)) {
    const [whole, code, reference, bold, italic, struck] = match;
    if (plain && !reference) continue;
    if (match.index > from) out.push(words(text.slice(from, match.index), plain));
    from = match.index + whole.length;
    if (code) out.push(h("code", {}, unescaped(code)));
    else if (reference) out.push(referred(reference));
    else if (bold) out.push(h("strong", {}, inline(bold)));
    else if (italic) out.push(h("em", {}, inline(italic)));
    else out.push(h("s", {}, inline(struck)));
  }
  if (from < text.length) out.push(words(text.slice(from), plain));
  return out;
}

function words(text, plain) {
  return text.split("\n").flatMap((line, i) => [i ? (plain ? "\n" : h("br")) : "", plain ? unescaped(line) : shown(line)]);
}

function referred(reference) {
  const [target, ...rest] = reference.split("|");
  const label = rest.join("|");
  if (target.startsWith("@")) return mention(target.slice(1), label);
  if (target.startsWith("#")) return h("span", { class: "mention" }, `#${channel(target.slice(1))?.name ?? (label || target.slice(1))}`);
  if (target.startsWith("!date^")) return dated(target, unescaped(label));
  if (target.startsWith("!")) return h("span", { class: "mention all" }, `@${label || target.slice(1).split("^")[0]}`);
  return link(unescaped(target), label ? shown(label) : unescaped(target));
}

export function mention(user, label) {
  const known = user === store.bot.id || person(user);
  const mine = user === store.me ? " mine" : "";
  return h("span", { class: `mention${mine}`, "data-user": user }, `@${known ? name(user) : label || user}`);
}

export function link(target, label) {
  if (!/^(https?:|mailto:)/i.test(target)) return label;
  return h("a", { href: target, target: "_blank", rel: "noopener noreferrer" }, label);
}

// The markdown block: paragraphs, headings, lists, tables, code and the inline marks, as DOM nodes.
import { h } from "./dom.js";
import { emoji } from "./emoji.js";
import { link } from "./mrkdwn.js";

const MARK = /`([^`]+)`|\[([^\]]+)\]\(([^)\s]+)\)|\*\*([^*]+)\*\*|\*([^*\n]+)\*|_([^_\n]+)_|~~([^~]+)~~/g;

function inline(text) {
  const out = [];
  let from = 0;
  for (const match of text.matchAll(MARK)) {
    const [whole, code, label, target, strong, star, under, struck] = match;
    out.push(emoji(text.slice(from, match.index)));
    from = match.index + whole.length;
    if (code) out.push(h("code", {}, code));
    else if (label) out.push(link(target, label));
    else if (strong) out.push(h("strong", {}, inline(strong)));
    else if (struck) out.push(h("s", {}, inline(struck)));
    else out.push(h("em", {}, inline(star ?? under)));
  }
  out.push(emoji(text.slice(from)));
  return out;
}

const cells = (line) => line.trim().replace(/^\||\|$/g, "").split("|").map((cell) => cell.trim());

function table(lines) {
  const [head, , ...rows] = lines.map(cells);
  return h("div", { class: "scroll" }, h("table", {},
    h("thead", {}, h("tr", {}, head.map((cell) => h("th", {}, inline(cell))))),
    h("tbody", {}, rows.map((row) => h("tr", {}, row.map((cell) => h("td", {}, inline(cell))))))));
}

function chunk(text) {
  const lines = text.split("\n");
  const heading = /^(#{1,6})\s+(.*)$/.exec(text);
  if (heading) return h(`h${Math.min(6, heading[1].length + 2)}`, {}, inline(heading[2]));
  if (lines.length > 1 && /^\s*\|?[\s:|-]+\|[\s:|-]*$/.test(lines[1])) return table(lines);
  if (lines.every((l) => /^\s*[-*+]\s/.test(l))) return h("ul", {}, lines.map((l) => h("li", {}, inline(l.replace(/^\s*[-*+]\s/, "")))));
  if (lines.every((l) => /^\s*\d+[.)]\s/.test(l))) return h("ol", {}, lines.map((l) => h("li", {}, inline(l.replace(/^\s*\d+[.)]\s/, "")))));
  if (lines.every((l) => l.startsWith(">"))) return h("blockquote", {}, inline(lines.map((l) => l.replace(/^>\s?/, "")).join("\n")));
  return h("p", {}, lines.flatMap((line, i) => [i ? h("br") : null, ...inline(line)]));
}

export function markdown(text) {
  return text.split(/```\w*\n?([\s\S]*?)\n?```/).flatMap((piece, i) => {
    if (i % 2) return [h("pre", {}, piece)];
    const split = piece.replace(/^(#{1,6}\s.*)$/gm, "\n$1\n");
    return split.split(/\n{2,}/).map((part) => part.trim()).filter(Boolean).map(chunk);
  });
}

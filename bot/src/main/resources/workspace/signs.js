// The signs our cards use, drawn: not every machine has a font with them. Strokes on a 16 × 16 square.
const DRAWN = {
  white_check_mark: ["good", "done", "M4.2 8.4l2.6 2.6 5-5.4"],
  hourglass_flowing_sand: ["waits", "waiting", "M5 4h6M5 12h6M5.6 4c0 3 4.8 5 4.8 8M10.4 4c0 3-4.8 5-4.8 8"],
  gear: ["works", "under way", "M8 5.7a2.3 2.3 0 1 0 .01 0M8 3v1.5M8 11.5V13M3 8h1.5M11.5 8H13M4.5 4.5l1 1M10.5 10.5l1 1M11.5 4.5l-1 1M5.5 10.5l-1 1"],
  no_entry: ["bad", "no", "M4.6 8h6.8"],
  checkered_flag: ["over", "over", "M5.2 13V3.6h6.4L10 6.2l1.6 2.6H5.2"],
  warning: ["warns", "attention", "M8 4v5M8 11.8v.2"],
};

const SVG = "http://www.w3.org/2000/svg";

function element(tag, attributes, ...children) {
  const made = document.createElementNS(SVG, tag);
  Object.entries(attributes).forEach(([name, value]) => made.setAttribute(name, value));
  made.append(...children);
  return made;
}

// Undefined where the word is none of ours.
export function sign(word) {
  if (!Object.hasOwn(DRAWN, word)) return undefined;
  const [kind, meaning, path] = DRAWN[word];
  return element("svg", { class: `sign ${kind}`, viewBox: "0 0 16 16", role: "img", "aria-label": meaning },
    element("rect", { width: 16, height: 16, rx: 4 }), element("path", { d: path }));
}

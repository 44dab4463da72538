// The middle: a channel, the direct conversation with the bot, or the bot's Home tab.
import { avatar, fill, h, refill } from "./dom.js";
import { composer } from "./composer.js";
import { homeTab } from "./home.js";
import { MessageList } from "./messages.js";
import { changed, channel, name, roots, store } from "./store.js";

const SENTENCES = [
  "launch an environment that will allow me to build an experimental machine learning model",
  "grant me read on sales.orders for two weeks, churn study",
  "spin up 4 A100s for three days for the churn model",
  "provide me with an itemised breakdown of my team's usage and spend",
];

let shown = "";
let list;
let box;
let empty;
let home;

function tab(id, text) {
  return h("button", { type: "button", role: "tab", "aria-selected": String(store.tab === id), "data-testid": `tab-${id}`, onclick: () => {
    store.tab = id;
    changed("conversation");
  } }, text);
}

function heading(here) {
  if (!here.direct) {
    const members = here.members.map(name).join(", ");
    return h("header", { class: "heading" }, h("h1", {}, `# ${here.name}`), h("span", { class: "members", title: members }, `${here.members.length} members`));
  }
  return h("header", { class: "heading" }, avatar(store.bot.name, "bot"), h("h1", {}, store.bot.name), h("span", { class: "app" }, "App"),
    h("div", { class: "tabs", role: "tablist", "aria-label": store.bot.name }, tab("messages", "Messages"), tab("home", "Home")));
}

function hints(here) {
  const examples = SENTENCES.map((sentence) => h("li", {}, h("button", { type: "button", class: "example", "data-testid": "example", onclick: () => {
    box.write(here.direct ? sentence : `@${store.bot.name} ${sentence}`);
  } }, sentence)));
  const first = name(store.me).split(" ")[0];
  return h("div", { class: "empty", "data-testid": "empty" },
    avatar(store.bot.name, "bot big"),
    h("h2", {}, here.direct ? `Hello ${first}, what do you need?` : `This is the beginning of #${here.name}`),
    h("p", {}, here.direct ? "Say it in your own words. Pick one of these to begin with, then press Enter:" : `Mention @${store.bot.name} to ask for something here, for example:`),
    h("ul", {}, examples),
    h("p", { class: "aside" }, "You can also type ", h("code", {}, "/qm help"), "."));
}

function build(main, here) {
  list = new MessageList(here.direct ? store.bot.name : `#${here.name}`, false);
  home = h("div", { class: "home", hidden: true });
  empty = h("div", { class: "nothing" });
  box = here.member
    ? composer({ channel: here.id, placeholder: here.direct ? `Message ${store.bot.name}` : `Message #${here.name}` })
    : h("p", { class: "outside" }, `${name(store.me)} is not a member of this channel.`);
  fill(main, h("div", { class: "bar" }), list.element, empty, home, box);
}

export function drawConversation(main) {
  const here = channel(store.channel);
  if (!here) return;
  const key = `${store.as}/${here.id}`;
  const fresh = key !== shown;
  if (fresh) build(main, here);
  shown = key;
  refill(main.firstElementChild, heading(here));
  const messages = roots(here.id);
  const atHome = here.direct && store.tab === "home";
  home.hidden = !atHome;
  box.hidden = atHome;
  list.element.hidden = atHome || !messages.length;
  empty.hidden = atHome || messages.length > 0;
  if (atHome) homeTab(home);
  else if (!messages.length && store.said.has(here.id)) empty.firstElementChild ?? fill(empty, hints(here));
  list.show(here.id, messages);
  if (fresh) {
    list.element.scrollTop = list.element.scrollHeight;
    if (matchMedia("(min-width: 800px)").matches) box.focusBox?.();
  }
}

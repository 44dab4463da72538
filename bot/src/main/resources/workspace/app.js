// Puts the page together: reads where one is from the address, keeps up with what happens, draws what changed.
import * as api from "./api.js";
import { byId } from "./dom.js";
import { drawConversation } from "./conversation.js";
import { drawModal } from "./modal.js";
import { drawTop } from "./people.js";
import { drawRail } from "./rail.js";
import { all, channel, direct, formsChanged, happened, isReply, loadHome, loadMessages, loadState, roots, store, subscribe, unread } from "./store.js";
import { drawThread } from "./thread.js";

let hangUp = () => {};
let seen = "";

// Nothing is drawn between press and release: an element that is replaced or moves away in between never hears of the click.
let pressed = false;
let missed = false;
const released = () => setTimeout(() => {
  pressed = false;
  if (missed) draw();
});
window.addEventListener("pointerdown", () => { pressed = true; }, true);
window.addEventListener("pointerup", released, true);
window.addEventListener("pointercancel", released, true);
window.addEventListener("blur", released);

function draw() {
  missed = pressed;
  if (pressed) return;
  byId("notice").textContent = store.connected ? `Local workspace: simulated Slack on this machine · ${store.notice}` : "The workspace does not answer. This page goes on by itself when it is back.";
  byId("notice").classList.toggle("away", !store.connected);
  drawTop(byId("top"), become);
  drawRail(byId("rail"));
  drawConversation(byId("main"));
  drawThread(byId("thread"));
  drawModal();
  address();
  read();
}

function address() {
  const where = new URLSearchParams({ as: store.as, channel: store.channel });
  if (store.thread) where.set("thread", store.thread);
  if (store.tab === "home") where.set("tab", "home");
  const wanted = `/?${where}`;
  if (location.pathname + location.search !== wanted) history.replaceState(null, "", wanted);
}

// What is on the screen is read; the bot is told when its conversation or its Home tab is looked at.
function read() {
  if (document.hidden) return;
  if ((unread(store.channel) || channel(store.channel)?.fresh) && store.tab !== "home") api.act("read", { as: store.as, channel: store.channel });
  const looking = `${store.as}/${store.channel}/${store.tab}`;
  if (looking === seen) return;
  seen = looking;
  if (channel(store.channel)?.direct) api.act("opened", { as: store.as, tab: store.tab });
}

async function show() {
  if (!store.said.has(store.channel)) await loadMessages(store.channel);
  if (store.tab === "home" && !store.home) await loadHome();
  draw();
}

// A reply of the bot to one's own words opens its thread, so that nobody has to look for it.
function follow(id, message) {
  if (!isReply(message) || message.user !== store.bot.id || id !== store.channel) return;
  const root = roots(id).find((m) => m.ts === message.thread_ts);
  const recent = Date.now() / 1000 - Number(message.ts) < 20 && Date.now() / 1000 - Number(root?.ts ?? 0) < 120;
  if (root?.user !== store.me || !recent || store.thread === root.ts || !matchMedia("(min-width: 1000px)").matches) return;
  store.thread = root.ts;
}

async function heard(event) {
  if (event.type === "away" || event.type === "hello") store.connected = event.type === "hello";
  if (event.type === "hello") {
    [...store.said.keys()].filter((id) => id !== store.channel).forEach((id) => store.said.delete(id));
    await loadState();
    await Promise.all([loadMessages(store.channel), loadHome()]);
  }
  if (event.type === "message" || event.type === "deleted") happened(event);
  if (event.type === "message") follow(event.channel, event.message);
  if (event.type === "views") formsChanged(event.stack);
  if (event.type === "home") await loadHome();
  if (event.type === "unread") return refresh();
  return draw();
}

let pending = 0;
function refresh() {
  clearTimeout(pending);
  pending = setTimeout(async () => {
    await loadState().catch(() => {});
    draw();
  }, 60);
}

let becoming = 0;

async function become(account, where = {}) {
  const turn = ++becoming;
  hangUp();
  Object.assign(store, { as: account, me: "", home: null, views: [], thread: where.thread ?? "", tab: where.tab ?? "messages", channel: where.channel ?? "" });
  store.said.clear();
  await loadState();
  if (turn !== becoming) return;
  const mine = store.channels.filter((c) => c.member);
  const waiting = mine.filter((c) => unread(c.id));
  if (!channel(store.channel)) store.channel = (waiting.find((c) => c.direct) ?? waiting[0] ?? direct()).id;
  await loadMessages(store.channel);
  if (turn !== becoming) return;
  const last = all(store.channel).filter((m) => m.user !== store.me).at(-1);
  if (!store.thread && unread(store.channel) && last && isReply(last)) store.thread = last.thread_ts;
  draw();
  listen();
}

// A page nobody sees hangs up: a browser allows six connections to one place, and every account may have its tab.
function listen() {
  hangUp();
  hangUp = document.hidden ? () => {} : api.live(store.as, (event) => heard(event).catch(reportError));
}

subscribe(() => show().catch(reportError));
document.addEventListener("visibilitychange", () => store.me && listen());
window.addEventListener("popstate", () => start());

function start() {
  const where = new URLSearchParams(location.search);
  const named = (key) => where.get(key) ?? undefined;
  become(named("as") ?? "", { channel: named("channel"), thread: named("thread"), tab: named("tab") }).catch(() => {
    store.connected = false;
    byId("notice").textContent = "The workspace does not answer. Reload this page when it runs.";
  });
}

start();

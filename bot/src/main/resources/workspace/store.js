// What the page knows. One object, changed in place; whoever draws subscribes.
import * as api from "./api.js";

export const store = {
  as: "",
  me: "",
  people: [],
  channels: [],
  bot: {},
  notice: "",
  ahead: 0,
  views: [],
  home: null,
  channel: "",
  tab: "messages",
  thread: "",
  said: new Map(),
  connected: true,
};

const listeners = new Set();
export const subscribe = (listener) => listeners.add(listener);
export const changed = (what) => listeners.forEach((listener) => listener(what));

export const person = (id) => store.people.find((p) => p.id === id);
export const channel = (id) => store.channels.find((c) => c.id === id);
export const direct = () => store.channels.find((c) => c.direct);
export const unread = (id) => person(store.me)?.unread[id] ?? 0;

export function name(user) {
  if (user === store.bot.id) return store.bot.name;
  if (user === "USLACKBOT") return "Slackbot";
  return person(user)?.name ?? user;
}

export const all = (id) => [...(store.said.get(id)?.values() ?? [])].sort((a, b) => (a.ts < b.ts ? -1 : 1));
export const isReply = (message) => message.thread_ts && message.thread_ts !== message.ts;
export const roots = (id) => all(id).filter((m) => !isReply(m));
export const replies = (id, ts) => all(id).filter((m) => isReply(m) && m.thread_ts === ts);

// What happens while a conversation is being read is applied after it, or it would be lost under the older answer.
const underway = new Map();

export function happened(event) {
  underway.get(event.channel)?.push(event);
  const known = store.said.get(event.channel);
  if (event.type === "deleted") known?.delete(event.ts);
  else known?.set(event.message.ts, event.message);
}

// A form that was closed while the state was being read must not come back with the older answer.
let shownForms = 0;

export function formsChanged(stack) {
  shownForms++;
  store.views = stack;
}

export async function loadState() {
  const asked = store.as;
  const before = shownForms;
  const fresh = await api.state(asked);
  if (asked !== store.as) return;
  if (before !== shownForms) fresh.views = store.views;
  Object.assign(store, fresh, { as: fresh.people.find((p) => p.id === fresh.me).account });
}

export async function loadMessages(id) {
  const asked = store.as;
  const meanwhile = [];
  underway.set(id, meanwhile);
  const fresh = await api.messages(asked, id);
  if (asked !== store.as || underway.get(id) !== meanwhile) return;
  underway.delete(id);
  store.said.set(id, new Map(fresh.messages.map((m) => [m.ts, m])));
  meanwhile.forEach(happened);
}

export async function loadHome() {
  const asked = store.as;
  const fresh = await api.home(asked);
  if (asked === store.as) store.home = fresh.view ?? null;
}

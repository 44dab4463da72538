// The list of messages of a conversation or a thread. A message is drawn again only when it changed, so that what is half typed in another stays.
import * as api from "./api.js";
import { blocks } from "./blocks.js";
import { avatar, h, toast } from "./dom.js";
import { emoji } from "./emoji.js";
import { Form } from "./form.js";
import { mrkdwn } from "./mrkdwn.js";
import { changed, name, replies, store } from "./store.js";
import { dayOf, full, time } from "./time.js";

const forms = new Map();

function place(channel, message) {
  const key = `${channel}/${message.ts}`;
  const all = [...(message.blocks ?? []), ...(message.attachments ?? []).flatMap((a) => a.blocks ?? [])];
  const form = new Form(all, forms.get(key));
  forms.set(key, form);
  const where = (block, element) => ({ as: store.as, channel, message_ts: message.ts, block_id: block.block_id, action_id: element.action_id });
  return {
    id: key,
    form,
    act: async (block, element, chosen) => {
      const answer = await api.act("click", { ...where(block, element), chosen, state: form.values });
      return answer.ok ? null : answer.error;
    },
    options: async (block, element, value) => {
      const answer = await api.act("options", { ...where(block, element), value });
      return answer.options ?? (answer.option_groups ?? []).flatMap((group) => group.options);
    },
  };
}

function content(channel, message) {
  if (message.client_msg_id || !(message.blocks?.length || message.attachments?.length)) return h("div", { class: "words" }, mrkdwn(message.text ?? ""));
  const here = place(channel, message);
  const plain = message.blocks?.length ? [] : h("div", { class: "words" }, mrkdwn(message.text ?? ""));
  return [plain, blocks(message.blocks ?? [], here), (message.attachments ?? []).map((attachment) =>
    h("div", { class: "attachment" }, attachment.blocks ? blocks(attachment.blocks, here) : h("div", { class: "words" }, mrkdwn(attachment.text ?? attachment.fallback ?? ""))))];
}

function file(given) {
  const path = `${new URL(given.url_private, location.href).pathname}?${new URLSearchParams({ as: store.as })}`;
  if (["png", "jpg", "jpeg"].includes(given.filetype)) {
    return h("figure", {}, h("figcaption", {}, given.title), h("a", { href: path, target: "_blank" }, h("img", { src: path, alt: given.alt_txt || given.title, "data-testid": "picture" })));
  }
  return h("a", { class: "file", href: path, download: given.name, "data-testid": "file" }, h("strong", {}, given.title), h("small", {}, `${given.name} · ${given.filetype.toUpperCase()} · ${Math.ceil(given.size / 1024)} KB`));
}

function reactions(message) {
  return message.reactions?.length && h("p", { class: "reactions" }, message.reactions.map((r) =>
    h("span", { title: r.users.map(name).join(", ") }, emoji(`:${r.name}:`), ` ${r.count}`)));
}

function threadLink(channel, message) {
  const answers = replies(channel, message.ts);
  const open = () => {
    store.thread = message.ts;
    changed("thread");
  };
  const props = { type: "button", "data-testid": "thread-open", onclick: open };
  if (!answers.length) return h("button", { ...props, class: "reply", title: "Reply in a thread" }, "Reply");
  return h("button", { ...props, class: "replies" }, `${answers.length} ${answers.length === 1 ? "reply" : "replies"}`, h("small", {}, `last at ${time(answers.at(-1).ts)}`));
}

function dismiss(channel, message) {
  return h("p", { class: "only" }, "Only visible to you ", h("button", { type: "button", class: "link", "data-testid": "dismiss", onclick: async () => {
    const answer = await api.act("dismiss", { as: store.as, channel, ts: message.ts });
    if (!answer.ok) toast("That message could not be dismissed. Try again.");
  } }, "Dismiss"));
}

function drawn(channel, message, inThread) {
  const bot = message.user === store.bot.id || message.user === "USLACKBOT";
  return h("article", { class: `message${message.is_ephemeral ? " ephemeral" : ""}`, "data-testid": "message", "data-ts": message.ts, "data-user": message.user, "data-ephemeral": message.is_ephemeral ? "true" : undefined },
    avatar(name(message.user), message.user === store.bot.id ? "bot" : ""),
    h("div", { class: "body" },
      h("header", {}, h("strong", {}, name(message.user)), bot && h("span", { class: "app" }, "App"), h("time", { title: full(message.ts) }, time(message.ts)),
        message.edited && h("span", { class: "edited" }, "edited")),
      message.is_ephemeral && dismiss(channel, message),
      h("div", { class: "content" }, content(channel, message), (message.files ?? []).map(file)),
      reactions(message),
      !inThread && !message.is_ephemeral && threadLink(channel, message)));
}

// A list that keeps the elements of messages that did not change.
export class MessageList {
  constructor(label, inThread) {
    this.inThread = inThread;
    this.known = new Map();
    this.element = h("div", { class: "messages", role: "log", "aria-label": label, tabindex: 0, "data-testid": inThread ? "thread-messages" : "messages" });
  }

  show(channel, messages) {
    const list = this.element;
    const atEnd = list.scrollHeight - list.scrollTop - list.clientHeight < 80;
    const last = this.last;
    const fresh = new Map();
    const children = [];
    let day = "";
    for (const message of messages) {
      if (dayOf(message.ts) !== day && !this.inThread) {
        day = dayOf(message.ts);
        children.push(h("div", { class: "day", role: "separator" }, h("span", {}, day)));
      }
      const signature = JSON.stringify([message, this.inThread ? 0 : replies(channel, message.ts).length, store.people.length, day]);
      const old = this.known.get(message.ts);
      const entry = old?.signature === signature ? old : { signature, element: drawn(channel, message, this.inThread) };
      fresh.set(message.ts, entry);
      children.push(entry.element);
    }
    this.known = fresh;
    this.last = messages.at(-1)?.ts;
    reconcile(list, children);
    const mine = messages.at(-1)?.user === store.me;
    if (atEnd || (mine && last !== this.last)) list.scrollTop = list.scrollHeight;
  }
}

// Leaves elements that stay where they are, so that the focus and open menus stay too.
function reconcile(list, children) {
  const wanted = new Set(children);
  [...list.children].forEach((child) => wanted.has(child) || child.remove());
  children.forEach((child, i) => {
    if (list.children[i] !== child) list.insertBefore(child, list.children[i] ?? null);
  });
}



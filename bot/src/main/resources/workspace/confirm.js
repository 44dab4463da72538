// The question before an action; https://docs.slack.dev/reference/block-kit/composition-objects/confirmation-dialog-object
import { h } from "./dom.js";
import { emoji } from "./emoji.js";
import { mrkdwn } from "./mrkdwn.js";

export function confirmed(question) {
  return new Promise((resolve) => {
    const text = question.text.type === "mrkdwn" ? mrkdwn(question.text.text) : emoji(question.text.text);
    const dialog = h("dialog", { class: "confirm", "aria-label": question.title.text, "data-testid": "confirm", onclose: () => {
      dialog.remove();
      resolve(dialog.returnValue === "yes");
    } },
      h("h2", {}, emoji(question.title.text)), h("p", {}, text),
      h("p", { class: "buttons" },
        h("button", { type: "button", class: "button", "data-testid": "confirm-no", onclick: () => dialog.close("no") }, emoji(question.deny.text)),
        h("button", { type: "button", class: `button ${question.style ?? "primary"}`, "data-testid": "confirm-yes", onclick: () => dialog.close("yes") }, emoji(question.confirm.text))));
    document.body.append(dialog);
    dialog.showModal();
  });
}

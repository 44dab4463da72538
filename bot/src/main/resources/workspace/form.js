// What has been chosen and typed so far, in the shape of Slack's state.values.
const blank = {
  plain_text_input: (e) => ({ value: e.initial_value ?? null }),
  number_input: (e) => ({ value: e.initial_value ?? null }),
  email_text_input: (e) => ({ value: e.initial_value ?? null }),
  url_text_input: (e) => ({ value: e.initial_value ?? null }),
  static_select: (e) => ({ selected_option: e.initial_option ?? null }),
  external_select: (e) => ({ selected_option: e.initial_option ?? null }),
  multi_static_select: (e) => ({ selected_options: e.initial_options ?? [] }),
  radio_buttons: (e) => ({ selected_option: e.initial_option ?? null }),
  checkboxes: (e) => ({ selected_options: e.initial_options ?? [] }),
  datepicker: (e) => ({ selected_date: e.initial_date ?? null }),
  timepicker: (e) => ({ selected_time: e.initial_time ?? null }),
  users_select: (e) => ({ selected_user: e.initial_user ?? null }),
  conversations_select: (e) => ({ selected_conversation: e.initial_conversation ?? null }),
};

export const elementsOf = (block) =>
  block.type === "actions" ? block.elements : [block.accessory, block.element].filter(Boolean);

export class Form {
  constructor(blocks, before) {
    this.values = {};
    this.blocks = blocks;
    for (const block of blocks)
      for (const element of elementsOf(block)) {
        if (!blank[element.type]) continue;
        const old = before?.values[block.block_id]?.[element.action_id];
        const kept = old?.type === element.type ? old : { type: element.type, ...blank[element.type](element) };
        (this.values[block.block_id] ??= {})[element.action_id] = kept;
      }
  }

  get(block, element) {
    return this.values[block.block_id]?.[element.action_id] ?? {};
  }

  set(block, element, value) {
    (this.values[block.block_id] ??= {})[element.action_id] = { type: element.type, ...value };
  }

  // Errors by block id, in Slack's own words, for what the client checks before it sends anything.
  missing() {
    const errors = {};
    for (const block of this.blocks) {
      if (block.type !== "input") continue;
      const { type, ...value } = this.get(block, block.element);
      const content = Object.values(value)[0];
      const empty = content === null || content === "" || (Array.isArray(content) && !content.length);
      if (empty && !block.optional) errors[block.block_id] = "Please complete this required field.";
      else if (!empty && typeof content === "string") {
        const { min_length: min, max_length: max } = block.element;
        if (min && content.length < min) errors[block.block_id] = `Please write at least ${min} characters.`;
        if (max && content.length > max) errors[block.block_id] = `Please write at most ${max} characters.`;
      }
    }
    return errors;
  }
}

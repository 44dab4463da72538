// The few names that apps like to use; others are shown as they are written.
const known = {
  alarm_clock: "⏰", arrow_right: "➡️", bar_chart: "📊", bell: "🔔", books: "📚", bulb: "💡", calendar: "📅", chart_with_upwards_trend: "📈",
  clipboard: "📋", clock3: "🕒", computer: "💻", credit_card: "💳", eyes: "👀", file_cabinet: "🗄️", gear: "⚙️", globe_with_meridians: "🌐",
  green_circle: "🟢", hammer_and_wrench: "🛠️", heavy_check_mark: "✔️", hourglass: "⌛", hourglass_flowing_sand: "⏳", inbox_tray: "📥",
  information_source: "ℹ️", key: "🔑", label: "🏷️", large_blue_circle: "🔵", large_green_circle: "🟢", large_yellow_circle: "🟡", link: "🔗",
  lock: "🔒", mag: "🔍", memo: "📝", moneybag: "💰", no_entry: "⛔", no_entry_sign: "🚫", notebook: "📓", octagonal_sign: "🛑", outbox_tray: "📤",
  package: "📦", page_facing_up: "📄", question: "❓", raised_hand: "✋", receipt: "🧾", red_circle: "🔴", repeat: "🔁", rocket: "🚀", scroll: "📜",
  speech_balloon: "💬", stop_sign: "🛑", tada: "🎉", test_tube: "🧪", thinking_face: "🤔", ticket: "🎫", unlock: "🔓", warning: "⚠️", wave: "👋",
  wastebasket: "🗑️", white_check_mark: "✅", white_circle: "⚪", x: "❌", yellow_circle: "🟡", zap: "⚡", "+1": "👍", "-1": "👎", heart: "❤️", pray: "🙏",
  shield: "🛡️", money_with_wings: "💸", recycle: "♻️", sparkles: "✨", seedling: "🌱", pushpin: "📌", pencil2: "✏️", bust_in_silhouette: "👤", busts_in_silhouette: "👥",
};

export const emoji = (text) => text.replace(/:([a-z0-9_+-]+):/g, (written, word) => known[word] ?? written);

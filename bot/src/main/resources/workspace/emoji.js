import { sign } from "./signs.js";

// The few names that apps like to use; others are shown as they are written.
const known = {
  alarm_clock: "⏰", arrow_right: "➡️", bar_chart: "📊", bell: "🔔", books: "📚", bulb: "💡", calendar: "📅", chart_with_upwards_trend: "📈",
  clipboard: "📋", clock3: "🕒", computer: "💻", credit_card: "💳", eyes: "👀", file_cabinet: "🗄️", globe_with_meridians: "🌐",
  green_circle: "🟢", hammer_and_wrench: "🛠️", heavy_check_mark: "✔️", hourglass: "⌛", inbox_tray: "📥",
  information_source: "ℹ️", key: "🔑", label: "🏷️", large_blue_circle: "🔵", large_green_circle: "🟢", large_yellow_circle: "🟡", link: "🔗",
  lock: "🔒", mag: "🔍", memo: "📝", moneybag: "💰", no_entry_sign: "🚫", notebook: "📓", octagonal_sign: "🛑", outbox_tray: "📤",
  package: "📦", page_facing_up: "📄", question: "❓", raised_hand: "✋", receipt: "🧾", red_circle: "🔴", repeat: "🔁", rocket: "🚀", rotating_light: "🚨", scroll: "📜",
  speech_balloon: "💬", stop_sign: "🛑", tada: "🎉", test_tube: "🧪", thinking_face: "🤔", ticket: "🎫", unlock: "🔓", wave: "👋",
  wastebasket: "🗑️", white_circle: "⚪", x: "❌", yellow_circle: "🟡", zap: "⚡", "+1": "👍", "-1": "👎", heart: "❤️", pray: "🙏",
  shield: "🛡️", money_with_wings: "💸", recycle: "♻️", sparkles: "✨", seedling: "🌱", pushpin: "📌", pencil2: "✏️", bust_in_silhouette: "👤", busts_in_silhouette: "👥",
};

// Nodes and strings: signs are drawn, other known names become characters.
export function emoji(text) {
  return text.split(/:([a-z0-9_+-]+):/).map((piece, i) => (i % 2 ? sign(piece) ?? (Object.hasOwn(known, piece) ? known[piece] : `:${piece}:`) : piece));
}

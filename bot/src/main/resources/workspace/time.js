// Times as the people here see them: their profiles say Europe/London.
import { h } from "./dom.js";
import { link } from "./mrkdwn.js";

const zone = "Europe/London";
const format = (options) => new Intl.DateTimeFormat("en-GB", { timeZone: zone, ...options });
const clock = format({ hour: "2-digit", minute: "2-digit" });
const seconds = format({ hour: "2-digit", minute: "2-digit", second: "2-digit" });
const day = format({ weekday: "long", day: "numeric", month: "long" });
const short = format({ weekday: "short", day: "numeric", month: "short" });
const long = format({ weekday: "long", day: "numeric", month: "long", year: "numeric" });
const medium = format({ day: "numeric", month: "short", year: "numeric" });
const numeric = format({ day: "2-digit", month: "2-digit", year: "numeric" });

export const date = (ts) => new Date(Number(ts.split(".")[0]) * 1000);
export const time = (ts) => clock.format(date(ts));
export const full = (ts) => `${long.format(date(ts))}, ${seconds.format(date(ts))}`;

export function dayOf(ts) {
  const written = day.format(date(ts));
  const now = Date.now();
  if (written === day.format(new Date(now))) return "Today";
  return written === day.format(new Date(now - 86_400_000)) ? "Yesterday" : written;
}

function near(moment, otherwise) {
  const days = ["Yesterday", "Today", "Tomorrow"];
  const i = [-1, 0, 1].findIndex((n) => numeric.format(new Date(Date.now() + n * 86_400_000)) === numeric.format(moment));
  return i < 0 ? otherwise : days[i];
}

// <!date^1392734382^{date_short} at {time}^link|otherwise>
export function dated(target, otherwise) {
  const [, stamp, pattern, address] = target.split("^");
  const moment = new Date(Number(stamp) * 1000);
  if (!pattern || Number.isNaN(moment.getTime())) return otherwise;
  const values = {
    date_num: () => numeric.format(moment).split("/").reverse().join("-"),
    date: () => long.format(moment),
    date_short: () => medium.format(moment),
    date_long: () => long.format(moment),
    date_pretty: () => near(moment, long.format(moment)),
    date_short_pretty: () => near(moment, short.format(moment)),
    date_long_pretty: () => near(moment, long.format(moment)),
    time: () => clock.format(moment),
    time_secs: () => seconds.format(moment),
    ago: () => `${Math.round((Date.now() - moment) / 60_000)} min ago`,
  };
  const text = pattern.replace(/\{(\w+)\}/g, (written, word) => values[word]?.() ?? written);
  return h("time", { datetime: moment.toISOString(), title: long.format(moment) }, address ? link(address, text) : text);
}

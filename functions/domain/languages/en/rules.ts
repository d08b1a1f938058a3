import type { LanguageRules } from "../language-rules.ts";

const MONTHS = "January February March April May June July August September October November December".split(
  " ",
);

export const en: LanguageRules = {
  name: "English",
  code: "eng",
  direction: "ltr",
  quoted: (text) => `“${text}”`,
  bound: false,
  numbers: {
    decimal: ".",
    group: ",",
    groupedFrom: 1_000,
    plural: (count) => (count === 1 ? "one" : "other"),
  },
  dates: {
    months: { alone: MONTHS, afterDay: MONTHS },
    weekdays: "Sunday Monday Tuesday Wednesday Thursday Friday Saturday".split(" "),
    year: (year) => year,
    inYear: (rest, year) => `${rest} ${year}`,
    onWeekday: (weekday, date) => `${weekday}, ${date}`,
  },
  citations: {
    figure: (value, label, date) => `${value} – ${label}, as of ${date}`,
    source: (source) => `Source: ${source}`,
    paraphrase: "paraphrase",
    published: (organisation, title) => `Published by ${organisation} in ${title}`,
  },
};

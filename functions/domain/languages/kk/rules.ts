import type { LanguageRules } from "../language-rules.ts";

const MONTHS = "қаңтар ақпан наурыз сәуір мамыр маусым шілде тамыз қыркүйек қазан қараша желтоқсан".split(
  " ",
);

export const kk: LanguageRules = {
  name: "Қазақша",
  code: "kaz",
  direction: "ltr",
  quoted: (text) => `«${text}»`,
  bound: true,
  numbers: {
    decimal: ",",
    group: "\u00a0",
    groupedFrom: 10_000,
    plural: (count) => (count === 1 ? "one" : "other"),
  },
  dates: {
    months: { alone: MONTHS, afterDay: MONTHS },
    weekdays: "жексенбі дүйсенбі сейсенбі сәрсенбі бейсенбі жұма сенбі".split(" "),
    year: (year) => `${year} жыл`,
    inYear: (rest, year) => `${year} жылғы ${rest}`,
    onWeekday: (weekday, date) => `${date}, ${weekday}`,
  },
  citations: {
    figure: (value, label, date) => `${value} — ${label}; дерек мерзімі: ${date}`,
    source: (source) => `Дереккөз: ${source}`,
    paraphrase: "мазмұндап берілген",
    published: (organisation, title) => `Жариялаған: ${organisation}, ${title}`,
  },
};

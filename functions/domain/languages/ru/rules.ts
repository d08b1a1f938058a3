import type { LanguageRules } from "../language-rules.ts";

export const ru: LanguageRules = {
  name: "Русский",
  code: "rus",
  direction: "ltr",
  quoted: (text) => `«${text}»`,
  bound: true,
  numbers: {
    decimal: ",",
    group: "\u00a0",
    groupedFrom: 10_000, // «2000 мест», «10 000 мест»
    plural: (count) => {
      const [tens, ones] = [count % 100, count % 10];
      if (ones === 1 && tens !== 11) return "one";
      return ones >= 2 && ones <= 4 && (tens < 12 || tens > 14) ? "few" : "many";
    },
  },
  dates: {
    months: {
      alone: "январь февраль март апрель май июнь июль август сентябрь октябрь ноябрь декабрь".split(" "),
      afterDay: "января февраля марта апреля мая июня июля августа сентября октября ноября декабря".split(
        " ",
      ),
    },
    weekdays: "воскресенье понедельник вторник среда четверг пятница суббота".split(" "),
    year: (year) => `${year} г.`,
    inYear: (rest, year) => `${rest} ${year} г.`,
    onWeekday: (weekday, date) => `${weekday}, ${date}`,
  },
  citations: {
    figure: (value, label, date) => `${value} — ${label}, по состоянию на ${date}`,
    source: (source) => `Источник: ${source}`,
    paraphrase: "в пересказе",
    published: (organisation, title) => `Опубликовано: ${organisation}, ${title}`,
  },
};

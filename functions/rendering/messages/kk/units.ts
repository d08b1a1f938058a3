import type { UnitWords } from "../shapes/unit-words.ts";

export const kk: UnitWords = {
  durations: ["сағ", "мин", "с"],
  sizes: ["Б", "КБ", "МБ", "ГБ"],
};

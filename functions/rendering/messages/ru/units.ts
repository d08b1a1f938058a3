import type { UnitWords } from "../shapes/unit-words.ts";

export const ru: UnitWords = {
  durations: ["ч", "мин", "с"],
  sizes: ["Б", "КБ", "МБ", "ГБ"],
};

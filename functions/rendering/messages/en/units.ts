import type { UnitWords } from "../shapes/unit-words.ts";

export const en: UnitWords = {
  durations: ["h", "min", "s"],
  sizes: ["B", "kB", "MB", "GB"],
};

import type { Detail } from "../../../domain/detail.ts";
import { type Findings, foundAt } from "./findings.ts";
import { textViews } from "./text-views.ts";

/** Words in a text, however it is written; within other words only `perhaps`. */
export function searchText(text: string, detail: Detail, where: string): Findings {
  const views = textViews(text);
  if (views.some(detail.isIn)) return foundAt("yes", where);
  return foundAt(views.some(detail.isWithin) ? "perhaps" : "no", where);
}

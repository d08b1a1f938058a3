import type { Detail } from "../../domain/detail.ts";

/** What stands in an address, or in the name of a file, instead of the words. */
export const IN_ADDRESSES = "removed";

/** Whether a name of a file or folder holds the words, also in the middle of another word. */
export function isNamed(name: string, detail: Detail): boolean {
  return detail.isIn(name) || detail.isWithin(name);
}

import type { Detail } from "../../domain/detail.ts";
import { withoutHashes } from "./stored-words.ts";

/** What stands in an address, or in the name of a file, instead of the words. */
export const IN_ADDRESSES = "removed";

/** Whether a name of a file or folder holds the words, also in the middle of another word. */
export function isNamed(name: string, detail: Detail): boolean {
  const chosen = withoutHashes(name);
  return detail.isIn(chosen) || detail.isWithin(chosen);
}

/** A path with the words replaced in each name of it; all of a name where they stand within other words. */
export function unnamed(path: string, detail: Detail): string {
  const without = (name: string) => {
    const after = isNamed(name, detail) ? detail.removedFrom(name, IN_ADDRESSES) : name;
    return isNamed(after, detail) ? IN_ADDRESSES : after;
  };
  return path.split("/").map(without).join("/");
}

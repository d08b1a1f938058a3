import type { DiskRoom } from "./disk-room.ts";

/**
 * Logs what failed while nobody waited for it.
 * @param disk whose being full is named once, and not with everything that fails of it
 */
export function failureLog(what: string, disk?: DiskRoom): (error: unknown) => void {
  return (error) => {
    if (disk?.explain(error) === undefined) console.error(what, error);
  };
}

import { Refusal } from "../../domain/refusal.ts";

/** For an address at which nothing stands, or nothing yet: nobody can tell which. */
export function nothingHere(): Refusal {
  return new Refusal(
    "address-not-found",
    404,
    "There is nothing at this address.",
    "See the newest releases, or the front page.",
  );
}

/** Printable ASCII, as all our addresses are; anything else is not asked for. */
export function isPlainPath(path: string): boolean {
  return /^[\x21-\x7e]+$/.test(path);
}

import { Refusal } from "../../domain/refusal.ts";

/** For an address whose document has left for good; what was given as a reason is not repeated there. */
export function goneRefusal(): Refusal {
  return new Refusal(
    "address-gone",
    410,
    "What stood here is no longer published.",
    "See the newest releases.",
  );
}

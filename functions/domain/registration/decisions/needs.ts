import { createHash } from "node:crypto";
import { Refusal } from "../../refusal.ts";
import type { Change, DecisionContext } from "../change.ts";
import { amended, type Registration } from "../registration.ts";
import { needsForgotten } from "./event-change.ts";

/**
 * What someone needs in order to take part, told anew, or withdrawn by an empty text. No mail repeats it, and none says
 * that it was changed: it is for the coordinator alone.
 *
 * @param seen what the page showed; nothing where that is not known
 * @returns undefined where it stands so already
 * @throws Refusal `event-over` once it would be erased too late; `details-changed`
 */
export function needsChanged(
  registration: Registration,
  { needs, seen }: { readonly needs: string; readonly seen?: string | undefined },
  circumstances: DecisionContext,
): Change | undefined {
  const { event, now } = circumstances;
  if (needs === (registration.needs ?? "")) return undefined;
  if (seen !== undefined && seen !== needsSeen(registration))
    throw new Refusal(
      "details-changed",
      409,
      "Meanwhile this was changed elsewhere.",
      "Nothing was changed. Compare it with what stands there now, and save it again.",
      { field: "needs" },
    );
  if (needs === "") return needsForgotten(registration, circumstances);
  if (event.end <= now)
    throw new Refusal(
      "event-over",
      409,
      "The event is over: what people need is not taken any more.",
      "What was told before is erased the day after the event.",
      { field: "needs" },
    );
  return { before: registration, after: amended(registration, now, { needs }), mails: [] };
}

/** What a page showed of the needs. Its form carries that back. */
export const needsSeen = ({ id, needs = "" }: Registration): string =>
  createHash("sha256").update(`${id} ${needs}`).digest("hex").slice(0, 16);

import type { EventStatus } from "../../domain/documents/event.ts";
import type { Withdrawal } from "../../domain/documents/parts.ts";
import { type Instant, latestOf } from "../../domain/instant.ts";
import type { Language } from "../../domain/language.ts";
import { messagesOf } from "./messages-of.ts";

/** What a withdrawal means for whatever tells of a publication: no title, date or status looks as if it still stood. */

interface Withdrawable {
  readonly withdrawn?: Withdrawal | undefined;
}

/** The title; that of a withdrawn publication says so, since it is shown far from its page. */
export function markedTitle({
  title,
  language,
  withdrawn,
}: Withdrawable & { readonly title: string; readonly language: Language }): string {
  return withdrawn ? `${messagesOf(language).history.withdrawn}: ${title}` : title;
}

/** When it last changed in the open: the latest correction, or the withdrawal. */
export function changedOpenly({ updated, withdrawn }: Withdrawable & { readonly updated: Instant }): Instant {
  return latestOf(updated, withdrawn?.at);
}

/** Whether an event will be held as announced. Where the announcement was withdrawn, nobody shall come. */
export function eventStatus({
  status,
  withdrawn,
}: Withdrawable & { readonly status: EventStatus }): EventStatus {
  return withdrawn ? "cancelled" : status;
}

import type { FeedItem, TakedownNotice, Tombstone } from "../../domain/documents/listing.ts";
import { type Instant, latestOf } from "../../domain/instant.ts";
import { messagesOf } from "../messages/messages-of.ts";

/** What a feed tells of a release that has left, in the same words in every format. */
export interface RemovalText {
  /** Says what happened, and of a withdrawn release which it was. */
  readonly title: string;
  /** Why, or what to do. */
  readonly text: string;
  /** Absolute address: where it moved, or its own, which says what became of it. Readers that get no link make one up. */
  readonly link: string;
}

/** What stands in a feed and is no text to read. */
export type RemovedFeedItem = Tombstone | TakedownNotice;

export function isRemovedFeedItem(item: FeedItem): item is RemovedFeedItem {
  return item.kind !== "feed-entry";
}

/** When what an item tells last changed: its correction, or that it left. */
export function itemUpdated(item: FeedItem): Instant {
  return isRemovedFeedItem(item) ? latestOf(item.leftAt, item.publishAt) : item.updated;
}

/** @param address scheme and host of the newsroom */
export function farewell(departed: RemovedFeedItem, address: string): RemovalText {
  const { history } = messagesOf(departed.language);
  if (departed.kind === "takedown") {
    const { asset, path } = departed;
    return { title: history.takenDown(asset), text: history.takenDownText, link: address + path };
  }
  const { note, path, title, to, verb } = departed;
  switch (verb) {
    case "withdraw":
      return {
        title: title === undefined ? history.withdrawn : `${history.withdrawn}: ${title}`,
        text: note ?? history.withdrawnNotes.release,
        link: address + path,
      };
    case "gone":
      return { title: history.gone, text: note ?? history.goneText, link: address + path };
    case "redirect": {
      const link = address + (to ?? path);
      return { title: `${history.moved}: ${link}`, text: history.movedText(link), link };
    }
  }
}

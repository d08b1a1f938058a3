import type { Instant } from "../../domain/instant.ts";
import type { Key } from "./key.ts";

/**
 * An item of the Newsroom table as everything but DynamoDB sees it. `body` is a document or an entry of
 * `domain/documents` as canonical JSON, or the bytes of a form; its hash decides whether publishing writes it.
 */
export interface NewsroomItem {
  readonly key: Key;
  readonly body: string;
  /** SHA-256 of the body, the first 32 hexadecimal digits. */
  readonly hash: string;
  /** First instant at which a reader may see it; `0000` items (site, ledger) are always visible. */
  readonly publishAt: Instant;
  readonly until?: Instant;
}

/** An item as read back: with the instant at which publishing wrote it, which is when its bytes last changed. */
export interface StoredItem extends NewsroomItem {
  readonly writtenAt: Instant;
  /** When its content was last edited, where only the compiler has changed its bytes since. */
  readonly editedAt?: Instant;
  /** The unit that stands at a public address, so that no other takes away what it wrote there. */
  readonly unit?: string;
}

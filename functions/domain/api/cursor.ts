import { createHash } from "node:crypto";
import { refusedValue } from "./query.ts";

/** Where a page of a list begins: beyond the entry of this sort key, in this direction. */
export interface Position {
  readonly direction: "next" | "prev";
  /** Sort key of an entry that the client has been shown: a cursor never names anything else. */
  readonly sortKey: string;
}

const CHECKSUM = 8;

/**
 * A position as an opaque token. It carries a checksum over the list it belongs to, so that one that was altered,
 * cut off or taken to another list is refused, not silently answered with a wrong page. It guards no secret: what
 * may be seen is decided by the time of the request alone.
 */
export function sealCursor(list: string, { direction, sortKey }: Position): string {
  const position = `${direction === "next" ? "n" : "p"}${sortKey}`;
  return checksum(list, position) + Buffer.from(position).toString("base64url");
}

/** @throws Refusal `query-invalid` for a token that this list did not give out */
export function openCursor(list: string, token: string): Position {
  const position = Buffer.from(token.slice(CHECKSUM), "base64url").toString();
  const direction = position.startsWith("n") ? "next" : "prev";
  const opened = { direction, sortKey: position.slice(1) } as const;
  if (sealCursor(list, opened) !== token) throw refusedValue("cursor", token);
  return opened;
}

function checksum(list: string, position: string): string {
  return createHash("sha256").update(`${list}\n${position}`).digest("base64url").slice(0, CHECKSUM);
}

import type { Instant } from "../../domain/instant.ts";
import type { NewsroomItem } from "../../storage/item.ts";
import { documentKey } from "../../storage/keys.ts";
import type { Holding } from "../../storage/ledger.ts";
import { item } from "../../storage/parts.ts";
import type { ManifestDocument } from "../manifest.ts";
import { headOf, toHeldItem } from "./held-items.ts";

/** The redirect that a former address leaves, if it was ever public. */
export function redirectFrom(
  from: Holding,
  document: ManifestDocument,
  now: Instant,
): NewsroomItem | undefined {
  const head = headOf(from.items);
  return head && head.publishAt <= now ? redirectTo(document, from.path) : undefined;
}

/** It redirects as long as there is something to redirect to. */
export function redirectTo({ path: to, items }: ManifestDocument, path: string): NewsroomItem {
  const head = items.find((each) => each.key.sk === "document");
  if (!head) throw new Error(`The document at ${to} has no head.`);
  const body = JSON.stringify({ kind: "redirect", path, publishAt: head.publishAt, to });
  return item(documentKey(path), body, head.publishAt, head.until);
}

export function redirectHolding(redirect: NewsroomItem): Holding {
  return {
    path: redirect.key.pk,
    items: [toHeldItem(redirect)],
    parts: [],
    stale: [],
    alsoAt: [],
    redirect: true,
  };
}

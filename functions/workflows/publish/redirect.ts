import type { Instant } from "../../domain/instant.ts";
import type { NewsroomItem } from "../../storage/item.ts";
import type { HeldItem, Holding } from "../../storage/ledger.ts";
import { item } from "../../storage/parts.ts";
import type { ManifestDocument } from "../manifest.ts";
import { headOf, toHeldItem } from "./held-items.ts";

/** The redirects that a former address leaves, its own and those of its forms, if it was ever public. */
export function redirectsFrom(from: Holding, document: ManifestDocument, now: Instant): NewsroomItem[] {
  const head = headOf(from.items);
  return head && head.publishAt <= now ? redirectsTo(document, from) : [];
}

/**
 * The same items as before at a former address, a document and perhaps its forms, as redirects to where the
 * document is. They redirect as long as there is something to redirect to.
 */
export function redirectsTo({ path: to, items }: ManifestDocument, former: Holding): NewsroomItem[] {
  const head = items.find((each) => each.key.sk === "document");
  if (!head) throw new Error(`The document at ${to} has no head.`);
  return former.items.filter((held) => held.pk === former.path).map((held) => redirectAt(held, to, head));
}

function redirectAt({ pk, sk }: HeldItem, target: string, { publishAt, until }: NewsroomItem): NewsroomItem {
  const form = sk.startsWith("form#") ? `.${sk.slice("form#".length)}` : "";
  const body = { kind: "redirect", path: `${pk}${form}`, publishAt, to: `${target}${form}` };
  return item({ pk, sk }, JSON.stringify(body), publishAt, until);
}

export function redirectHolding(path: string, redirects: readonly NewsroomItem[]): Holding {
  return { path, items: redirects.map(toHeldItem), parts: [], stale: [], alsoAt: [], redirect: true };
}

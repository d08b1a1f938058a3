import * as v from "valibot";
import { GoneDocument, RedirectDocument } from "../../../domain/documents/signpost.ts";
import type { Instant } from "../../../domain/instant.ts";
import type { NewsroomItem } from "../../../storage/dynamodb/item.ts";
import type { Key } from "../../../storage/dynamodb/key.ts";
import { storedValue } from "../../../storage/dynamodb/stored-value.ts";
import type { Holding } from "../../../storage/newsroom/ledger.ts";
import { formSuffix, isHeadKey } from "../../../storage/newsroom/parse-key.ts";
import { item } from "../../../storage/newsroom/parts.ts";
import type { ManifestDocument } from "../../manifest.ts";
import { documentItem, isChangesItem, toHeldItem } from "../stored/held-items.ts";

/** The redirects that a former address leaves, its own and those of its forms, if it was ever public. */
export function redirectsFrom(from: Holding, document: ManifestDocument, now: Instant): NewsroomItem[] {
  const head = documentItem(from.items);
  return head && head.publishAt <= now ? redirectsTo(document, from) : [];
}

/**
 * The same items as before at a former address, a document and what stands with it, as redirects to where the document
 * is; its address decides for that of its changes. Where the document itself leads on or is gone, its former address says the same, so nobody is sent twice.
 */
export function redirectsTo({ path: to, items }: ManifestDocument, former: Holding): NewsroomItem[] {
  const head = items.find((each) => isHeadKey(each.key));
  if (!head) throw new Error(`The document at ${to} has no head.`);
  const held = former.items.filter((each) => each.pk === former.path && !isChangesItem(each));
  const sign = signpostIn(head);
  const ofForm = (sk: string) => items.find((each) => each.key.pk === to && each.key.sk === sk);
  return held.map(({ pk, sk }) => {
    if (!sign) return redirectAt({ pk, sk }, `${to}${formSuffix({ pk, sk })}`, head);
    const body = signpostIn(ofForm(sk) ?? head) ?? sign;
    return item(
      { pk, sk },
      JSON.stringify({ ...body, path: `${pk}${formSuffix({ pk, sk })}` }),
      head.publishAt,
      head.until,
    );
  });
}

function redirectAt({ pk, sk }: Key, to: string, { publishAt, until }: NewsroomItem): NewsroomItem {
  const body = { kind: "redirect", path: `${pk}${formSuffix({ pk, sk })}`, publishAt, to };
  return item({ pk, sk }, JSON.stringify(body), publishAt, until);
}

const Signpost = v.variant("kind", [RedirectDocument, GoneDocument]);

/** What the body of an item says, if it only says where to go or that there is nothing more. */
function signpostIn({ key, body }: NewsroomItem): v.InferOutput<typeof Signpost> | undefined {
  return /^\{"kind":"(redirect|gone)",/.test(body) ? storedValue(Signpost, body, key) : undefined;
}

export function redirectHolding(path: string, redirects: readonly NewsroomItem[]): Holding {
  return { path, items: redirects.map(toHeldItem), parts: [], stale: [], alsoAt: [], redirect: true };
}

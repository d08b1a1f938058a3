import type { NewsroomItem } from "../../../storage/dynamodb/item.ts";
import { formSuffix } from "../../../storage/newsroom/parse-key.ts";
import { item } from "../../../storage/newsroom/parts.ts";
import type { ManifestDocument } from "../../manifest.ts";
import { isRegistrationEvent } from "../stored/held-items.ts";
import type { StoredUnit } from "../stored/stored-unit.ts";

/**
 * A published unit out of sight as a whole: each of its addresses answers 410, and no list, feed or sitemap names it or
 * tells that it left, since it may come back. Those who registered for an event keep their registrations, and nobody is
 * written to; without a page there is no form.
 */
export function hiddenUnit(unit: StoredUnit): StoredUnit {
  return { ...unit, documents: unit.documents.map(hiddenDocument), sitemap: [], stored: { media: [] } };
}

function hiddenDocument({ sources: _, ...document }: ManifestDocument): ManifestDocument {
  const standing = document.items.filter(({ key }) => key.pk === document.path);
  const kept = document.items.filter(isRegistration);
  return { ...document, items: [...standing.map(goneItem), ...kept], parts: [], changes: [] };
}

const isRegistration = ({ key }: NewsroomItem): boolean => isRegistrationEvent(key);

function goneItem({ key, publishAt }: NewsroomItem): NewsroomItem {
  return item(
    key,
    JSON.stringify({ kind: "gone", path: `${key.pk}${formSuffix(key)}`, publishAt }),
    publishAt,
  );
}

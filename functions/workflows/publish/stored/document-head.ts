import type { NewsroomItem } from "../../../storage/dynamodb/item.ts";
import { isHeadAt } from "../../../storage/newsroom/parse-key.ts";
import type { ManifestDocument } from "../../manifest.ts";

/** The item that answers at the address of a document; the site and a series have none there. */
export function documentHead({ path, items }: ManifestDocument): NewsroomItem | undefined {
  return items.find(({ key }) => isHeadAt(key, path));
}

import { NEVER } from "../../../domain/instant.ts";
import type { NewsroomItem } from "../../../storage/dynamodb/item.ts";
import type { Compiled } from "./compilation.ts";
import { isRegistrationItem } from "./compile-registration-event.ts";

/**
 * A draft: its documents, forms and files stand at their addresses for those who were granted early access, public at
 * no time, and nothing lists them. The documents themselves keep the planned time.
 */
export function asDraft({ documents, media, assetWindows, places }: Compiled): Compiled {
  const never = (item: NewsroomItem): NewsroomItem => ({ ...item, publishAt: NEVER });
  return {
    documents: documents.map((document) => ({
      ...document,
      items: document.items
        .filter((each) => each.key.pk === document.path || isRegistrationItem(each))
        .map(never),
      parts: document.parts.map(never),
      changes: [],
    })),
    media,
    sitemap: [],
    ...(places && { places }),
    ...(assetWindows && {
      assetWindows: new Map([...assetWindows.keys()].map((id) => [id, { from: NEVER }])),
    }),
  };
}

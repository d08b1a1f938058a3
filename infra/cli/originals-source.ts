import { join, resolve } from "node:path";
import type { OriginalsStore } from "../../functions/storage/originals-store.ts";
import type { ContentOptions } from "../../functions/workflows/content/open-content.ts";
import { bringOriginals } from "../../functions/workflows/originals/fetch-original.ts";
import { originalsFolder } from "../../functions/workflows/originals/originals-folder.ts";

/** Where compiling finds originals, and how those come there that a kit names and this machine lacks. */
export function originalsFrom(
  store: OriginalsStore,
  state: string,
): Required<Pick<ContentOptions, "originals" | "bring">> {
  const folder = originalsFolder(join(resolve(state), "cache"));
  return {
    originals: folder,
    bring: async (hashes) => {
      await bringOriginals(hashes, store, folder);
    },
  };
}

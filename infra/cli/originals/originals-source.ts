import type { OriginalsStore } from "../../../functions/storage/buckets/originals-store.ts";
import type { ContentOptions } from "../../../functions/workflows/content/open-content.ts";
import { bringOriginals } from "../../../functions/workflows/originals/fetch-original.ts";
import type { Screen } from "../console/publish-words.ts";
import { localOriginals } from "../target/originals-target.ts";
import { fileProgress } from "./originals-words.ts";

/** Where compiling finds originals, and how those come there that a kit names and this machine lacks. */
export function originalsFrom(
  store: OriginalsStore,
  state: string,
  screen: Screen = process.stdout,
): Required<Pick<ContentOptions, "originals" | "bring">> {
  const folder = localOriginals(state);
  return {
    originals: folder,
    bring: async (hashes) => {
      const progress = fileProgress(screen, () => performance.now());
      try {
        await bringOriginals(hashes, store, folder, ({ sha256, done, of }) =>
          progress.show("Bringing", `${sha256.slice(0, 12)}…`, done, of),
        );
      } finally {
        progress.end();
      }
    },
  };
}

import { execFileSync } from "node:child_process";
import { readdirSync, rmSync } from "node:fs";
import { userInfo } from "node:os";
import { basename, dirname, join, resolve } from "node:path";
import { createInterface, type Interface } from "node:readline/promises";
import { toInstant } from "../../functions/domain/instant.ts";
import { Refusal } from "../../functions/domain/refusal.ts";
import { mediaPurge } from "../../functions/storage/media-purge.ts";
import { newsroomWriter } from "../../functions/storage/newsroom-writer.ts";
import { originalsStore } from "../../functions/storage/originals-store.ts";
import { takedownItem } from "../../functions/storage/takedowns.ts";
import { forgetOriginal, originalsFolder } from "../../functions/workflows/originals/originals-folder.ts";
import {
  type EndangeringAsset,
  filesOfAsset,
  remainsOfAsset,
  removeAsset,
} from "../../functions/workflows/takedown/remove-asset.ts";
import {
  type ListedAsset,
  listedAsset,
  sameBytesElsewhere,
  takeOutOfContent,
} from "../../functions/workflows/takedown/taken-down-content.ts";
import { runCommand } from "./command.ts";
import { CONTENT_OPTION } from "./folder-options.ts";
import { onceFree } from "./once-free.ts";
import { publishInto, readContent } from "./publish-content.ts";
import type { PublishTarget } from "./publish-target.ts";
import { confirmed, linesFrom } from "./questions.ts";
import { plannedInWords, takenDownInWords } from "./takedown-words.ts";
import { DEFAULT_STATE, openTarget, TARGET_OPTIONS } from "./target-options.ts";
import { folderNamed, openUnitFile, timeIn } from "./unit-file.ts";

await runCommand({
  name: "npm run takedown",
  summary:
    "Takes a file of a kit out of public for good: every stored version of it and every archive that holds it. Readers and subscribers learn its id, and nothing else.",
  positionals: "KIT/ASSET",
  options: {
    reason: {
      type: "string",
      value: "TEXT",
      help: "Why, for the record of the press office; readers never see it",
    },
    by: { type: "string", value: "NAME", help: "Who orders it, for the record; the name that git knows" },
    ...TARGET_OPTIONS,
    content: CONTENT_OPTION,
  },
  async run(values, [named = "", ...more]) {
    const { reason, content = "content", state = DEFAULT_STATE } = values;
    if (!reason || more.length > 0 || !named.includes("/"))
      throw new Refusal(
        "option-invalid",
        400,
        reason ? "Name one asset of one kit." : "A takedown needs a reason.",
        'Such as: npm run takedown -- world-day-2020/steppe-at-dawn --reason "consent withdrawn".',
      );
    const folder = folderNamed(content, `media-kits/${basename(dirname(named))}`, ["kit"]);
    const listed = listedAsset(join(content, folder), basename(named));
    const target = await openTarget(values);
    const asset = {
      unit: `kit/${listed.kitId}`,
      kit: basename(folder),
      id: listed.id,
      files: listed.downloads,
    };
    const stores = {
      writer: newsroomWriter(target.dynamodb, target.table),
      media: mediaPurge(target.s3, target.mediaBucket),
    };
    const input = createInterface({ input: process.stdin });
    try {
      const stored = await filesOfAsset(stores.writer, asset);
      process.stdout.write(plannedInWords({ target: target.name, folder, listed, stored }));
      if (!(await confirmedTwice(input, listed.id, target.name))) return 1;
      const at = toInstant(new Date());
      const { removed, addresses } = await removeAsset(stores, asset, at);
      await target.invalidate?.(addresses);
      process.stdout.write(`${removed.length} files are gone from the bucket, in every version.\n`);
      const by = values.by ?? whoever();
      await stores.writer.putAll([
        {
          ...takedownItem({
            kind: "takedown-record",
            at,
            by,
            reason,
            kit: asset.kit,
            asset: asset.id,
            removed,
          }),
          writtenAt: at,
        },
      ]);
      const elsewhere = sameBytesElsewhere(content, join(content, folder), listed.local);
      const changed = takeOutOfContent(
        join(content, folder),
        listed,
        timeIn(openUnitFile(content, folder), undefined, new Date(at)),
      );
      await forgetOriginals(target, state, listed);
      await publishWithout(target, { content, state }, asset);
      const left = await remainsOfAsset(stores.media, removed);
      for (const key of left) await stores.media.remove(key); // a publication that was under way meanwhile
      await target.invalidate?.(["/*"]);
      process.stdout.write(takenDownInWords({ folder, changed, elsewhere, by }));
      return elsewhere.length > 0 ? 1 : 0;
    } finally {
      input.close();
    }
  },
});

/** A slip here cannot be undone, so the id is typed once more. */
async function confirmedTwice(input: Interface, id: string, target: string): Promise<boolean> {
  if (!(await confirmed(input, `Take ${id} down from ${target}? It cannot be undone.`))) return false;
  const [again = ""] = await linesFrom(
    input,
    `Type the id of the asset, ${id}, to confirm; an empty line ends:`,
  );
  if (again.trim() === id) return true;
  process.stderr.write("Nothing was done: that is not its id.\n");
  return false;
}

/** Pages, addresses and feeds within seconds, then archives without it. */
async function publishWithout(
  target: PublishTarget,
  { content, state }: { content: string; state: string },
  { unit }: EndangeringAsset,
): Promise<void> {
  const what = { content, state, clock: () => new Date() };
  const manifest = await readContent(what, target);
  for (const withoutArchives of [true, false])
    await onceFree(() =>
      publishInto(target, manifest, what, {
        dryRun: false,
        removeMissing: false,
        allowHide: true,
        only: unit,
        withoutArchives,
        forgetFormer: true,
      }),
    );
}

/** The original in the store, what was brought of it, and what was made of it. */
async function forgetOriginals(
  target: PublishTarget,
  state: string,
  { original }: ListedAsset,
): Promise<void> {
  if (original === undefined) return;
  const cache = join(resolve(state), "cache");
  await originalsStore(target.s3, target.originalsBucket).remove(original);
  await forgetOriginal(original, originalsFolder(cache));
  const made = join(cache, "renditions");
  for (const name of namesIn(made)) if (name.startsWith(original)) rmSync(join(made, name), { force: true });
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return []; // nothing was ever made there
  }
}

function whoever(): string {
  try {
    return execFileSync("git", ["config", "user.name"], { encoding: "utf8" }).trim() || userInfo().username;
  } catch {
    return userInfo().username;
  }
}

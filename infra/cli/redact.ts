import { rmSync } from "node:fs";
import { join, resolve } from "node:path";
import { createInterface } from "node:readline/promises";
import { detailOf } from "../../functions/domain/detail.ts";
import { type Clock, toInstant } from "../../functions/domain/instant.ts";
import { mediaPurge } from "../../functions/storage/media-purge.ts";
import { newsroomWriter } from "../../functions/storage/newsroom-writer.ts";
import { publishLease } from "../../functions/storage/publish-lease.ts";
import { everyItem } from "../../functions/storage/table-scan.ts";
import { openContent } from "../../functions/workflows/content/open-content.ts";
import { type RedactedContent, redactedContent } from "../../functions/workflows/redact/redact-content.ts";
import { occurrences, SITE_PLACE } from "../../functions/workflows/redact/redact-files.ts";
import { type Redaction, redactStored } from "../../functions/workflows/redact/redact-stored.ts";
import type { Order } from "../../functions/workflows/redact/redact-text.ts";
import { replaceContent } from "../../functions/workflows/redact/replace-content.ts";
import { runCommand } from "./command.ts";
import { CONTENT_OPTION } from "./folder-options.ts";
import { hasDied, thisProcess } from "./lease-holder.ts";
import { onceFree } from "./once-free.ts";
import { publishInto, readContent } from "./publish-content.ts";
import type { PublishTarget } from "./publish-target.ts";
import { confirmed, linesFrom } from "./questions.ts";
import { foundInWords, redactionInWords } from "./redact-words.ts";
import { renderingHash } from "./rendering-hash.ts";
import { DEFAULT_STATE, openTarget, TARGET_OPTIONS } from "./target-options.ts";
import { folderNamed, openUnitFile, timeIn } from "./unit-file.ts";

const clock: Clock = () => new Date();
const STAND_IN = "[…]";

await runCommand({
  name: "npm run redact",
  summary:
    "Takes words that endanger someone out of the content and of everything stored, and publishes. Readers learn only that something was removed for safety.",
  positionals: "FOLDER…",
  options: {
    with: { type: "string", value: "TEXT", help: `What stands in their place; ${STAND_IN}` },
    yes: { type: "boolean", help: "Does not ask whether to go on" },
    ...TARGET_OPTIONS,
    content: CONTENT_OPTION,
  },
  async run(values, folders) {
    const content = values.content ?? "content";
    const state = values.state ?? DEFAULT_STATE;
    const named = [...new Set(folders.map((folder) => placeNamed(content, folder)))];
    if (named.length === 0) folderNamed(content);
    const target = await openTarget(values);
    const input = createInterface({ input: process.stdin });
    try {
      const detail = detailOf(
        await linesFrom(
          input,
          "The words, each on a line of its own and in every language; endings are found by themselves. An empty line ends:",
        ),
      );
      const order = { detail, replacement: values.with ?? STAND_IN };
      const { remaining } = redactedContent(content, named, order);
      process.stdout.write(foundInWords(occurrences(content, detail), named, remaining));
      if (!values.yes && !(await confirmed(input, `Redact ${target.name} and publish?`))) return 1;
      await redactFolders({ content, state }, named, order, target.address);
      await publishOnceFree(target, { content, state });
      const redaction = await redactEverything(target, order);
      await target.invalidate?.(["/*"]);
      process.stdout.write(redactionInWords(redaction));
      return redaction.left.length > 0 ? 1 : 0;
    } finally {
      input.close();
    }
  },
});

function placeNamed(content: string, name: string): string {
  return /(^|\/)site\.yaml$/.test(name) ? SITE_PLACE : folderNamed(content, name);
}

/**
 * Takes the words out and notes when. Where only the rest was left undone before, no second note is made; pages and the
 * site have no place for one.
 */
async function redactFolders(
  { content, state }: { readonly content: string; readonly state: string },
  named: readonly string[],
  order: Order,
  address: string,
): Promise<void> {
  const noted: string[] = [];
  const redacted: RedactedContent = redactedContent(content, named, order, (folder, isChanged) => {
    if (folder.startsWith("pages/")) return undefined;
    const unit = openUnitFile(content, folder);
    if (!isChanged && unit.yaml.has("redactions")) return undefined;
    noted.push(unit.file);
    return timeIn(unit, undefined, clock());
  });
  const cache = join(resolve(state), "cache");
  rmSync(join(cache, "content.jsonl"), { force: true }); // it remembers titles
  await replaceContent(content, redacted, join(resolve(state), "redaction"), (directory) =>
    openContent(directory, {
      address,
      rendering: renderingHash(new URL("../../functions/", import.meta.url)),
      now: toInstant(clock()),
      cache,
    }),
  );
  for (const file of noted)
    process.stdout.write(`${file} tells that something was removed for safety, and when.\n`);
}

async function publishOnceFree(
  target: PublishTarget,
  { content, state }: { readonly content: string; readonly state: string },
): Promise<void> {
  const manifest = await readContent({ content, state, clock }, target);
  await onceFree(() =>
    publishInto(
      target,
      manifest,
      { content, state, clock },
      { dryRun: false, removeMissing: false, allowHide: false, forgetFormer: true },
    ),
  );
}

async function redactEverything(target: PublishTarget, { detail, replacement }: Order): Promise<Redaction> {
  const { dynamodb, table, s3, mediaBucket } = target;
  const stored = {
    items: () => everyItem(dynamodb, table),
    writer: newsroomWriter(dynamodb, table),
    media: mediaPurge(s3, mediaBucket),
    lease: publishLease(dynamodb, table, { holder: thisProcess(), clock, hasDied }),
    clock,
  };
  try {
    return await onceFree(() => redactStored(stored, detail, replacement));
  } catch (error) {
    throw target.explain?.(error) ?? error;
  }
}

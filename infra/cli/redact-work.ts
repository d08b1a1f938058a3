import { rmSync } from "node:fs";
import { join, resolve } from "node:path";
import { detailOf } from "../../functions/domain/detail.ts";
import { type Clock, toInstant } from "../../functions/domain/instant.ts";
import { mediaPurge } from "../../functions/storage/media-purge.ts";
import { newsroomWriter } from "../../functions/storage/newsroom-writer.ts";
import { publishLease } from "../../functions/storage/publish-lease.ts";
import { everyItem } from "../../functions/storage/table-scan.ts";
import { openContent } from "../../functions/workflows/content/open-content.ts";
import { type RedactedContent, redactedContent } from "../../functions/workflows/redact/redact-content.ts";
import { occurrences } from "../../functions/workflows/redact/redact-files.ts";
import { type Redaction, redactStored } from "../../functions/workflows/redact/redact-stored.ts";
import type { Order } from "../../functions/workflows/redact/redact-text.ts";
import { replaceContent } from "../../functions/workflows/redact/replace-content.ts";
import { hasDied, thisProcess } from "./lease-holder.ts";
import { onceFree } from "./once-free.ts";
import { checkContent, publishInto, readContent } from "./publish-content.ts";
import type { PublishTarget } from "./publish-target.ts";
import { questions } from "./questions.ts";
import { foundInWords, redactionInWords } from "./redact-words.ts";
import { renderingHash } from "./rendering-hash.ts";
import { openUnitFile, timeIn } from "./unit-file.ts";

const clock: Clock = () => new Date();

/** What is to be redacted, and where. */
export interface RedactOrder {
  readonly content: string;
  readonly state: string;
  /** Folders of content, or `site.yaml`. */
  readonly places: readonly string[];
  /** What stands in the place of the words. */
  readonly replacement: string;
  /** Whether to go on without asking. */
  readonly yes: boolean;
}

/**
 * Asks for the words, takes them out of the content and of everything stored, and publishes.
 * @returns exit code: 1 when nothing was done, or when the words still stand somewhere
 */
export async function redact(
  target: PublishTarget,
  { content, state, places, replacement, yes }: RedactOrder,
): Promise<number> {
  const input = questions();
  try {
    await checkContent({ content, state, clock }); // nobody should type what endangers someone in vain
    const detail = detailOf(
      await input.lines(
        "The words, each on a line of its own and in every language; endings are found by themselves. An empty line ends:",
      ),
    );
    const order = { detail, replacement };
    const { remaining } = redactedContent(content, places, order);
    process.stdout.write(foundInWords(occurrences(content, detail), places, remaining));
    if (!yes && !(await input.confirmed(`Redact ${target.name} and publish?`, "--yes"))) return 1;
    await redactFolders({ content, state }, places, order, target.address);
    await publishOnceFree(target, { content, state });
    const redaction = await redactEverything(target, order);
    await target.invalidate?.(["/*"]);
    process.stdout.write(redactionInWords(redaction));
    return redaction.left.length > 0 ? 1 : 0;
  } finally {
    input.close();
  }
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

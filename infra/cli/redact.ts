import { rmSync } from "node:fs";
import { join, resolve } from "node:path";
import { createInterface } from "node:readline/promises";
import { type Detail, detailOf } from "../../functions/domain/detail.ts";
import { mediaPurge } from "../../functions/storage/media-purge.ts";
import { newsroomWriter } from "../../functions/storage/newsroom-writer.ts";
import { publishLease } from "../../functions/storage/publish-lease.ts";
import { everyItem } from "../../functions/storage/table-scan.ts";
import { occurrences } from "../../functions/workflows/redact/redact-files.ts";
import { redactFolder } from "../../functions/workflows/redact/redact-folder.ts";
import { type Redaction, redactStored } from "../../functions/workflows/redact/redact-stored.ts";
import { runCommand } from "./command.ts";
import { CONTENT_OPTION } from "./folder-options.ts";
import { hasDied, thisProcess } from "./lease-holder.ts";
import { onceFree } from "./once-free.ts";
import { publishInto, readContent } from "./publish-content.ts";
import type { PublishTarget } from "./publish-target.ts";
import { confirmed, linesFrom } from "./questions.ts";
import { foundInWords, redactionInWords } from "./redact-words.ts";
import { DEFAULT_STATE, openTarget, TARGET_OPTIONS } from "./target-options.ts";
import { openUnitFile, saveUnitFile, timeIn, type UnitFile } from "./unit-file.ts";

const clock = () => new Date();
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
    const units = folders.map((folder) => openUnitFile(content, folder));
    if (units.length === 0) openUnitFile(content, undefined);
    const target = await openTarget(values);
    const input = createInterface({ input: process.stdin });
    try {
      const detail = detailOf(
        await linesFrom(
          input,
          "The words, each on a line of its own and in every language; endings are found by themselves. An empty line ends:",
        ),
      );
      const found = occurrences(content, detail);
      process.stdout.write(
        foundInWords(
          found,
          units.map((unit) => unit.folder),
        ),
      );
      if (!values.yes && !(await confirmed(input, `Redact ${target.name} and publish?`))) return 1;
      const replacement = values.with ?? STAND_IN;
      for (const unit of units) redactUnit(content, unit, { detail, replacement });
      rmSync(join(resolve(state), "cache", "content.jsonl"), { force: true }); // it remembers titles
      await publishOnceFree(target, { content, state });
      const redaction = await redactEverything(target, detail, replacement);
      await target.invalidate?.(["/*"]);
      process.stdout.write(redactionInWords(redaction));
      return redaction.left.length > 0 ? 1 : 0;
    } finally {
      input.close();
    }
  },
});

/**
 * Notes when, then takes the words out: a newsroom that runs here publishes what it sees, and must see the note first.
 * Where only the rest was left undone before, no second note is made.
 */
function redactUnit(
  content: string,
  { folder, file, yaml }: UnitFile,
  order: { readonly detail: Detail; readonly replacement: string },
): void {
  const found = occurrences(content, order.detail).filter((each) => each.folder === folder);
  if (found.length > 0 || !yaml.has("redactions")) {
    noteRedaction(openUnitFile(content, folder));
    process.stdout.write(`${file} tells that something was removed for safety, and when.\n`);
  }
  redactFolder(content, folder, `${String(yaml.get("source"))}.md`, found, order);
}

function noteRedaction(unit: UnitFile): void {
  const { yaml } = unit;
  const note = yaml.createNode({ at: timeIn(unit, undefined, clock()) });
  if (yaml.has("redactions")) yaml.addIn(["redactions"], note);
  else yaml.set("redactions", yaml.createNode([note]));
  saveUnitFile(unit);
}

async function publishOnceFree(
  target: PublishTarget,
  { content, state }: { readonly content: string; readonly state: string },
): Promise<void> {
  const manifest = await readContent({ content, state, clock }, target.address);
  await onceFree(() =>
    publishInto(
      target,
      manifest,
      { content, state, clock },
      { dryRun: false, removeMissing: false, allowHide: false },
    ),
  );
}

async function redactEverything(
  target: PublishTarget,
  detail: Detail,
  replacement: string,
): Promise<Redaction> {
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

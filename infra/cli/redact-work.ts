import { detailOf } from "../../functions/domain/detail.ts";
import { type Instant, toInstant } from "../../functions/domain/instant.ts";
import { Refusal } from "../../functions/domain/refusal.ts";
import { readFence } from "../../functions/storage/fence.ts";
import { newsroomLedger } from "../../functions/storage/ledger.ts";
import { mediaPurge } from "../../functions/storage/media-purge.ts";
import { newsroomWriter } from "../../functions/storage/newsroom-writer.ts";
import { everyItem } from "../../functions/storage/table-scan.ts";
import { textOccurrences } from "../../functions/workflows/redact/redact-files.ts";
import { searchMedia } from "../../functions/workflows/redact/redact-media.ts";
import { redactPresent } from "../../functions/workflows/redact/redact-present.ts";
import {
  redactPastItems,
  redactStored,
  whereInItems,
} from "../../functions/workflows/redact/redact-stored.ts";
import type { Order } from "../../functions/workflows/redact/redact-text.ts";
import { standInTexts } from "../../functions/workflows/redact/redacted-unit.ts";
import type { FileSearch } from "../../functions/workflows/redact/search/search-file.ts";
import { showTheEnd, takeFromReaders } from "./emergency.ts";
import { onceFree } from "./once-free.ts";
import { publishInto, readContent } from "./publish-content.ts";
import type { PublishTarget } from "./publish-target.ts";
import { questions } from "./questions.ts";
import { redactBeside } from "./redact-beside.ts";
import { changingFolders, notedFolder, redactFolders } from "./redact-folders.ts";
import { filesWithWords, forgetPrepared, storedNewsroom, whileSearching } from "./redact-searches.ts";
import { foundInWords, nowhereInWords, redactionInWords, type ToLookAt } from "./redact-words.ts";
import { saveToLookAt } from "./to-look-at.ts";
import { whoOrders } from "./who-orders.ts";

/** What is to be redacted, and where. */
export interface RedactOrder {
  readonly content: string;
  readonly state: string;
  /** Folders of content, or `site.yaml`; none means wherever the words stand. */
  readonly places: readonly string[];
  /** What stands in the place of the words. */
  readonly replacement: string;
  /** Whether to go on without asking. */
  readonly yes: boolean;
}

/**
 * Asks for the words and takes them out of everything: what readers see first, whatever is wrong with the content, then
 * the content, the past, files and archives.
 * @returns exit code: 1 when nothing was done, or when the words still stand somewhere
 */
export async function redact(target: PublishTarget, asked: RedactOrder): Promise<number> {
  const input = questions();
  try {
    const detail = detailOf(
      await input.lines(
        "The words, each on a line of its own and in every language; endings are found by themselves. An empty line ends:",
      ),
    );
    const order = { detail, replacement: asked.replacement };
    return await whileSearching(detail, asked.state, async (search) => {
      const found = textOccurrences(asked.content, detail);
      const places = asked.places.length > 0 ? asked.places : [...new Set(found.map(({ folder }) => folder))];
      const stored = await whereInItems(() => everyItem(target.dynamodb, target.table), detail);
      if (found.length + stored.length === 0) {
        const files = await everyFile(target, asked.content, order, search);
        if (!files.stand) {
          process.stderr.write(nowhereInWords(files, saveToLookAt(asked.state, files)));
          return 1;
        }
      }
      process.stdout.write(foundInWords(found, places, stored));
      if (!asked.yes && !(await input.confirmed(`Redact ${target.name} and publish?`, "--yes"))) return 1;
      return await redactNow(target, { ...asked, places }, order, search);
    });
  } finally {
    input.close();
  }
}

/** Every file that somebody keeps: searched before it is said that the words, which stand in no text, stand nowhere. */
async function everyFile(
  target: PublishTarget,
  content: string,
  { detail }: Order,
  search: FileSearch,
): Promise<ToLookAt & { readonly stand: boolean }> {
  const files = await filesWithWords(target, content, search);
  const media = await searchMedia(mediaPurge(target.s3, target.mediaBucket), detail, search);
  const logs =
    target.logsBucket === undefined
      ? { found: [] }
      : await searchMedia(mediaPurge(target.s3, target.logsBucket), detail, search);
  const stand = files.some(({ where }) => where === "bytes") || media.found.length + logs.found.length > 0;
  return { stand, content: files, unknown: media.unknown };
}

async function redactNow(
  target: PublishTarget,
  { content, state, places }: RedactOrder,
  order: Order,
  search: FileSearch,
): Promise<number> {
  const began = performance.now();
  const at = toInstant(new Date());
  const undone: string[] = [];
  /** What goes wrong with the content is told, and the words still go from everything else. */
  const attempt = async (task: () => Promise<unknown>) => {
    try {
      if ((await task()) === 1) undone.push("Not everything was published: see above.");
    } catch (error) {
      if (!(error instanceof Refusal)) throw target.explain?.(error) ?? error;
      undone.push(`${error.message} ${error.help}`);
    }
  };
  const isSeen = await takeOutOfPresent(target, { content, places }, order, { at, began });
  const { redactions } = await readFence(newsroomWriter(target.dynamodb, target.table));
  let edited: Awaited<ReturnType<typeof redactFolders>> = { renamed: [], remaining: [] };
  await attempt(async () => {
    edited = await redactFolders({ content, state, address: target.address }, places, order, redactions);
  });
  const { renamed, remaining } = edited;
  const newName = (folder: string) => renamed.find(({ from }) => from === folder)?.to ?? folder;
  const what = { content, state, clock: () => new Date() };
  const publish = async (only: string | undefined) => {
    const manifest = await readContent(what, target);
    const permissions = { dryRun: false, removeMissing: false, allowHide: false, forgetFormer: true };
    const one = only === undefined ? {} : { only, withoutArchives: true };
    return onceFree(() => publishInto(target, manifest, what, { ...permissions, ...one }));
  };
  for (const place of places) {
    const unit = notedFolder(content, newName(place))?.unit;
    if (unit !== undefined && undone.length === 0) await attempt(() => publish(unit));
  }
  const stored = storedNewsroom(target, search);
  const past = await onceFree(() => redactPastItems(stored, order.detail, order.replacement));
  await attempt(() => publish(undefined));
  const rest = await onceFree(() => redactStored(stored, order.detail, order.replacement));
  const redaction = {
    ...rest,
    items: past.changed + rest.items,
    addresses: [...new Set([...past.former.addresses(), ...rest.addresses])],
    renamed,
    remaining,
    ...(await redactBeside(target, order.detail, search)),
    content: await filesWithWords(target, content, search),
    undone,
  };
  await forgetPrepared(state, search);
  await target.invalidate?.(["/*"]);
  await target.forgotten?.();
  const list = saveToLookAt(state, redaction);
  process.stdout.write(redactionInWords(redaction, list));
  const stands = [...redaction.left, ...redaction.files, ...redaction.remaining, ...undone].length > 0;
  const inFiles = redaction.content.some(({ where }) => where === "bytes");
  return stands || inFiles || !isSeen ? 1 : 0;
}

/** The words go from what readers see, before anything else. @returns whether every address shows it */
async function takeOutOfPresent(
  target: PublishTarget,
  { content, places }: Pick<RedactOrder, "content" | "places">,
  order: Order,
  { at, began }: { readonly at: Instant; readonly began: number },
): Promise<boolean> {
  const records = await newsroomLedger(target.dynamodb, target.table).records();
  const units = foldersThatChange(content, places, order).flatMap(
    (folder) => notedFolder(content, folder)?.unit ?? [],
  );
  const unitFolders = [...records.values()].map(({ folder }) => folder);
  const folders = places.length > 0 ? places : unitFolders;
  const outcome = await takeFromReaders(
    target,
    { verb: "redact", folders: [...places] },
    whoOrders(),
    (newsroom) =>
      redactPresent(newsroom, () => everyItem(target.dynamodb, target.table), {
        ...order,
        folders,
        units,
        at,
      }),
  );
  const isClean = (answer: string) => !standInTexts(answer, order.detail);
  return showTheEnd(target, outcome, began, isClean);
}

/** Files that cannot be read are told when the content is to be changed. */
function foldersThatChange(content: string, places: readonly string[], order: Order): string[] {
  try {
    return changingFolders(content, places, order);
  } catch (error) {
    if (error instanceof Refusal) return [];
    throw error;
  }
}

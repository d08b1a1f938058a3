import { type Instant, toInstant } from "../../functions/domain/instant.ts";
import { Refusal } from "../../functions/domain/refusal.ts";
import { readFence } from "../../functions/storage/fence.ts";
import { newsroomWriter } from "../../functions/storage/newsroom-writer.ts";
import { everyItem } from "../../functions/storage/table-scan.ts";
import type { EmergencyAtWork } from "../../functions/workflows/emergency/emergency-newsroom.ts";
import type { RedactedContent } from "../../functions/workflows/redact/redact-content.ts";
import { redactPresent } from "../../functions/workflows/redact/redact-present.ts";
import { redactPastItems, redactStored } from "../../functions/workflows/redact/redact-stored.ts";
import type { Order } from "../../functions/workflows/redact/redact-text.ts";
import { standInTexts } from "../../functions/workflows/redact/redacted-unit.ts";
import type { FileSearch } from "../../functions/workflows/redact/search/search-file.ts";
import { showTheEnd, takeFromReaders } from "./emergency.ts";
import { onceFree } from "./once-free.ts";
import { publishInto, readContent } from "./publish-content.ts";
import type { PublishTarget } from "./publish-target.ts";
import { redactBeside } from "./redact-beside.ts";
import { changingFolders, notedFolder, redactFolders } from "./redact-folders.ts";
import { filesWithWords, forgetPrepared, storedNewsroom } from "./redact-searches.ts";
import { redactionInWords } from "./redact-words.ts";
import { saveToLookAt } from "./to-look-at.ts";
import { whoOrders } from "./who-orders.ts";

/** Where words are to be taken out. */
export interface RedactOrder {
  readonly content: string;
  readonly state: string;
  /** Folders of content, or `site.yaml`. */
  readonly places: readonly string[];
  /** Whether the words go from whatever is published, and not from these folders alone. */
  readonly everywhere: boolean;
}

/**
 * Takes words out of everything: what readers see first, then the content, the past, archives and files; and searches
 * all of it once more. Tells what was done, and what was not.
 * @returns exit code: 1 when the words still stand somewhere, or something was not done
 */
export async function redactNow(
  target: PublishTarget,
  { content, state, places, everywhere }: RedactOrder,
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
  let edited: Pick<RedactedContent, "renamed" | "remaining"> = { renamed: [], remaining: [] };
  const edit = async () => {
    const { redactions } = await readFence(newsroomWriter(target.dynamodb, target.table));
    edited = await redactFolders({ content, state, address: target.address }, places, order, redactions);
  };
  const isSeen = await takeOutOfPresent(
    target,
    { content, places, everywhere },
    order,
    { at, began },
    async () => {
      const before = undone.length;
      await attempt(edit);
      // nothing but the note of this order keeps the former content of these from being published again
      if (undone.length > before && places.some((place) => /^(pages\/|site\.yaml$)/.test(place)))
        throw new Unfinished();
    },
  );
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
    undone: [...new Set(undone)],
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

/** The content could not be changed, so the order stays noted: nothing is published before it was given again. */
class Unfinished extends Error {}

/**
 * The words go from what readers see, before anything else; then the content is changed, while nobody can publish.
 * @returns whether every address shows it
 */
async function takeOutOfPresent(
  target: PublishTarget,
  { content, places, everywhere }: Omit<RedactOrder, "state">,
  order: Order,
  { at, began }: { readonly at: Instant; readonly began: number },
  edit: () => Promise<void>,
): Promise<boolean> {
  const units = foldersThatChange(content, places, order).flatMap(
    (folder) => notedFolder(content, folder)?.unit ?? [],
  );
  const present = { ...order, folders: everywhere ? undefined : places, units, at };
  const isClean = (answer: string) => !standInTexts(answer, order.detail);
  let shown: Promise<boolean> | undefined;
  const perform = async (newsroom: EmergencyAtWork) => {
    const outcome = await redactPresent(newsroom, () => everyItem(target.dynamodb, target.table), present);
    shown = showTheEnd(target, outcome, began, isClean);
    shown.catch(() => {}); // it is awaited below
    await edit();
    return outcome;
  };
  try {
    const folders = everywhere ? [] : [...places];
    await takeFromReaders(target, { verb: "redact", folders }, whoOrders(), perform);
  } catch (error) {
    if (!(error instanceof Unfinished)) throw error;
  }
  return (await shown) ?? false;
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

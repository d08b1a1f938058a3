import { toInstant } from "../../../functions/domain/instant.ts";
import { Refusal, refusalLine } from "../../../functions/domain/refusal.ts";
import { readFence } from "../../../functions/storage/newsroom/fence.ts";
import { newsroomWriter } from "../../../functions/storage/newsroom/newsroom-writer.ts";
import type {
  EmergencyOrder,
  PendingEmergency,
} from "../../../functions/storage/newsroom/pending-emergencies.ts";
import { everyItem } from "../../../functions/storage/newsroom/table-scan.ts";
import {
  endEmergencies,
  pendingEmergency,
} from "../../../functions/workflows/emergency/perform-emergency.ts";
import { formerRedactions } from "../../../functions/workflows/redact/former-redactions.ts";
import type { RedactedContent } from "../../../functions/workflows/redact/redact-content.ts";
import { redactPresent } from "../../../functions/workflows/redact/redact-present.ts";
import { redactPastItems, redactStored } from "../../../functions/workflows/redact/redact-stored.ts";
import type { Order } from "../../../functions/workflows/redact/redact-text.ts";
import { standInTexts } from "../../../functions/workflows/redact/redacted-unit.ts";
import type { FileSearch } from "../../../functions/workflows/redact/search/search-file.ts";
import { operatorName } from "../console/operator-name.ts";
import { say } from "../console/say.ts";
import { beginWithReaders, reportOutcome } from "../emergency/emergency.ts";
import { publishInto, readContent } from "../publishing/publish-content.ts";
import { onceFree } from "../target/once-free.ts";
import type { PublishTarget } from "../target/publish-target.ts";
import { redactBeside } from "./redact-beside.ts";
import { changingFolders, notedFolder, redactFolders } from "./redact-folders.ts";
import { filesWithWords, forgetPrepared, storedNewsroom } from "./redact-searches.ts";
import { redactionInWords } from "./redact-words.ts";
import { saveToLookAt } from "./to-look-at.ts";

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
  const writer = newsroomWriter(target.dynamodb, target.table);
  const asked = { content, places, everywhere };
  const pending = pendingEmergency(orderOf(asked), operatorName(), at);
  const all = [pending, ...(await formerRedactions(writer, everywhere ? undefined : namesOf(asked)))];
  const undone: string[] = [];
  /** What goes wrong with the content is told, and the words still go from everything else. */
  const attempt = async (task: () => Promise<unknown>) => {
    try {
      if ((await task()) === 1) undone.push("Not everything was published: see above.");
    } catch (error) {
      if (!(error instanceof Refusal)) throw target.explain?.(error) ?? error;
      undone.push(refusalLine(error));
    }
  };
  let edited: Pick<RedactedContent, "renamed" | "remaining"> = { renamed: [], remaining: [] };
  const edit = async () => {
    const { redactions } = await readFence(writer);
    edited = await redactFolders({ content, state, address: target.address }, places, order, redactions);
  };
  const isSeen = await takeOutOfPresent(target, asked, order, { pending, began }, () => attempt(edit));
  const { renamed, remaining } = edited;
  const newName = (folder: string) => renamed.find(({ from }) => from === folder)?.to ?? folder;
  const unitOf = (place: string) => notedFolder(content, newName(place))?.unit;
  const { redactions } = await readFence(writer);
  const mayComeBack = (place: string) => !redactions.get(unitOf(place) ?? "")?.includes(at);
  // where the content could not be changed, nothing but the note keeps what is not fenced from being published
  const staysPending = undone.length > 0 && places.some(mayComeBack);
  const what = { content, state, clock: () => new Date() };
  const publish = async (only: string | undefined) => {
    const manifest = await readContent(what, target);
    const permissions = { dryRun: false, removeMissing: false, allowHide: false, forgetFormer: true };
    const one = only === undefined ? {} : { only: [only], withoutArchives: true };
    const despitePending = all.map(({ id }) => id);
    return onceFree(() => publishInto(target, manifest, what, { ...permissions, ...one, despitePending }));
  };
  for (const unit of places.flatMap((place) => unitOf(place) ?? []))
    if (undone.length === 0) await attempt(() => publish(unit));
  const stored = storedNewsroom(target, search);
  const past = await onceFree(() => redactPastItems(stored, order.detail, order.replacement));
  await attempt(() => publish(undefined));
  const rest = await onceFree(() => redactStored(stored, order.detail, order.replacement));
  const { hidden, ...beside } = await redactBeside(target, order.detail, search);
  const redaction = {
    ...rest,
    unknown: [...rest.unknown, ...hidden.unknown],
    destroyed: hidden.destroyed,
    items: past.changed + rest.items,
    addresses: [...new Set([...past.former.addresses(), ...rest.addresses])],
    renamed,
    remaining,
    ...beside,
    content: await filesWithWords(target, content, search),
    undone: [...new Set(undone)],
    staysPending,
  };
  await forgetPrepared(state, search);
  await target.invalidate?.(["/*"]);
  await target.forgotten?.();
  if (!staysPending) await endEmergencies({ writer }, all);
  const list = saveToLookAt(state, redaction);
  say(redactionInWords(redaction, list));
  const stands = [...redaction.left, ...redaction.files, ...redaction.remaining, ...undone].length > 0;
  const inFiles = redaction.content.some(({ where }) => where === "bytes");
  return stands || inFiles || !isSeen ? 1 : 0;
}

type Asked = Omit<RedactOrder, "state">;

/** Units by id, since folders get other names meanwhile; folders of which nobody can read it. */
function orderOf({ content, places, everywhere }: Asked): EmergencyOrder {
  const all = places.map((place) => ({ place, unit: notedFolder(content, place)?.unit }));
  return {
    verb: "redact",
    units: everywhere ? [] : all.flatMap(({ unit }) => unit ?? []),
    folders: everywhere ? [] : all.flatMap(({ place, unit }) => (unit === undefined ? [place] : [])),
  };
}

/** Every name under which a redaction that was killed may have noted these places. */
function namesOf({ content, places }: Omit<Asked, "everywhere">): string[] {
  return places.flatMap((place) => [place, notedFolder(content, place)?.unit ?? []].flat());
}

/** Whether a redaction was killed that these places go on with: then there is something to do, whatever is found. */
export async function goesOn(target: PublishTarget, asked: Asked): Promise<boolean> {
  const writer = newsroomWriter(target.dynamodb, target.table);
  return (await formerRedactions(writer, asked.everywhere ? undefined : namesOf(asked))).length > 0;
}

/**
 * The words go from what readers see, before anything else; then the content is changed, while nobody can publish.
 * @returns whether every address shows it
 */
async function takeOutOfPresent(
  target: PublishTarget,
  { content, places, everywhere }: Asked,
  order: Order,
  { pending, began }: { readonly pending: PendingEmergency; readonly began: number },
  edit: () => Promise<void>,
): Promise<boolean> {
  const units = foldersThatChange(content, places, order).flatMap(
    (folder) => notedFolder(content, folder)?.unit ?? [],
  );
  const present = { ...order, folders: everywhere ? undefined : places, units, at: pending.at };
  const isClean = (answer: string) => !standInTexts(answer, order.detail);
  let shown: Promise<boolean> | undefined;
  await beginWithReaders(target, pending, async (newsroom) => {
    const outcome = await redactPresent(newsroom, () => everyItem(target.dynamodb, target.table), present);
    shown = reportOutcome(target, outcome, began, isClean);
    shown.catch(() => {}); // it is awaited below
    await edit();
    return outcome;
  });
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

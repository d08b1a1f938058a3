import { detailOf } from "../../../functions/domain/detail.ts";
import { mediaPurge } from "../../../functions/storage/buckets/media-purge.ts";
import { everyItem } from "../../../functions/storage/newsroom/table-scan.ts";
import { textOccurrences } from "../../../functions/workflows/redact/redact-files.ts";
import { searchHidden } from "../../../functions/workflows/redact/redact-hidden.ts";
import { searchMedia } from "../../../functions/workflows/redact/redact-media.ts";
import { whereInItems } from "../../../functions/workflows/redact/redact-stored.ts";
import type { Order } from "../../../functions/workflows/redact/redact-text.ts";
import type { FileSearch } from "../../../functions/workflows/redact/search/search-file.ts";
import { questions } from "../console/questions.ts";
import { say, warn } from "../console/say.ts";
import type { PublishTarget } from "../target/publish-target.ts";
import { goesOn, type RedactOrder, redactNow } from "./redact-now.ts";
import { filesWithWords, whileSearching } from "./redact-searches.ts";
import { type FilesToReview, foundInWords, nowhereInWords } from "./redact-words.ts";
import { saveToLookAt } from "./to-look-at.ts";

/** What is to be redacted, and how. */
export interface RedactionAsked extends Omit<RedactOrder, "everywhere"> {
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
export async function redact(target: PublishTarget, asked: RedactionAsked): Promise<number> {
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
      const isNew = !(await goesOn(target, { ...asked, places, everywhere: asked.places.length === 0 }));
      if (isNew && found.length + stored.length === 0) {
        const files = await everyFile(target, asked.content, order, search);
        if (!files.stand) {
          warn(nowhereInWords(files, saveToLookAt(asked.state, files)));
          return 1;
        }
      }
      say(foundInWords(found, places, stored));
      if (!asked.yes && !(await input.confirmed(`Redact ${target.name} and publish?`, "--yes"))) return 1;
      return await redactNow(
        target,
        { ...asked, places, everywhere: asked.places.length === 0 },
        order,
        search,
      );
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
): Promise<FilesToReview & { readonly stand: boolean }> {
  const files = await filesWithWords(target, content, search);
  const media = await searchMedia(mediaPurge(target.s3, target.mediaBucket), detail, search);
  const hidden = await searchHidden(mediaPurge(target.s3, target.originalsBucket), detail, search);
  const logs =
    target.logsBucket === undefined
      ? { found: [] }
      : await searchMedia(mediaPurge(target.s3, target.logsBucket), detail, search);
  const stand =
    files.some(({ where }) => where === "bytes") ||
    media.found.length + hidden.found.length + logs.found.length > 0;
  return { stand, content: files, unknown: [...media.unknown, ...hidden.unknown] };
}

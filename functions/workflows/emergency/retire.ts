import { type Instant, toInstant } from "../../domain/instant.ts";
import { isLanguage } from "../../domain/language.ts";
import { Refusal } from "../../domain/refusal.ts";
import type { EmergencyOrder } from "../../storage/newsroom/pending-emergencies.ts";
import { addressesOfDocument } from "../publish/changes/changed-addresses.ts";
import type { StoredUnit } from "../publish/stored/stored-unit.ts";
import { retiredUnit } from "../publish/without/retired-unit.ts";
import { answersOf } from "./changed-answers.ts";
import type { EmergencyAtWork, EmergencyOutcome, TakenBack } from "./emergency-newsroom.ts";
import { publishStored } from "./publish-stored.ts";

type RetireOrder = Extract<EmergencyOrder, { verb: "withdraw" | "gone" | "redirect" }>;

/**
 * Withdraws a unit, or takes it off for good, as it is stored.
 * @throws Refusal `emergency-nothing` when it was never published
 */
export async function retire(newsroom: EmergencyAtWork, order: RetireOrder): Promise<EmergencyOutcome> {
  const { verb, unit, at, note, folder } = order;
  const done = await publishStored(newsroom, unit, JSON.stringify(order), (stored) =>
    retiredUnit(stored, { verb, at, note, successor: undefined }),
  );
  if (!done) throw neverPublished(folder);
  return { addresses: addressesOf(order, done.before, done.after, toInstant(newsroom.clock())) };
}

function neverPublished(folder: string): Refusal {
  return new Refusal(
    "emergency-nothing",
    404,
    `${folder} was never published, so there is nothing to take back.`,
    "Hold it back with `draft: true` in its file.",
  );
}

/** What each address of the unit answers from now on. */
function addressesOf(order: RetireOrder, before: StoredUnit, after: StoredUnit, now: Instant): TakenBack[] {
  const kept = new Set(after.stored.media);
  const files = before.stored.media.filter((key) => !kept.has(key));
  const all = new Map<string, TakenBack>();
  for (const document of after.documents) {
    const answers = answersOf(document, now);
    const [, language = ""] = document.path.split("/");
    const shows = isLanguage(language) && answers[0] === 200 ? plainPart(order.note?.[language]) : undefined;
    for (const address of addressesOfDocument(document))
      if (!address.includes("*") && !all.has(address))
        all.set(address, { address, answers, ...(shows && !address.startsWith("/api/") && { shows }) });
  }
  for (const key of files) all.set(key, { address: `/${key}`, answers: [404, 410] });
  return [...all.values()];
}

/** The longest part of a text that is written alike in HTML, JSON and Markdown. */
function plainPart(text: string | undefined): string | undefined {
  return text?.split(/[^\p{L}\p{N} ]+/u).sort((a, b) => b.length - a.length)[0];
}

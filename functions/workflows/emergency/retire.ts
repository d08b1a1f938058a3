import { Refusal } from "../../domain/refusal.ts";
import type { EmergencyOrder } from "../../storage/pending-emergencies.ts";
import { addressesOfDocument } from "../publish/changed-addresses.ts";
import { retiredUnit } from "../publish/retired-unit.ts";
import type { StoredUnit } from "../publish/stored-unit.ts";
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
  return { addresses: addressesOf(done.before, done.after) };
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
function addressesOf(before: StoredUnit, after: StoredUnit): TakenBack[] {
  const kept = new Set(after.stored.media);
  const files = before.stored.media.filter((key) => !kept.has(key));
  return [
    ...after.documents.flatMap((document) => {
      const head = document.items.find(({ key }) => key.pk === document.path && key.sk === "document");
      const isGone = head?.body.startsWith('{"kind":"gone"') ?? true;
      return addressesOfDocument(document)
        .filter((address) => !address.includes("*"))
        .map((address) => ({ address, answers: isGone ? [410] : [200] }));
    }),
    ...files.map((key) => ({ address: `/${key}`, answers: [404, 410] })),
  ];
}

import { hashOf } from "../../domain/addresses.ts";
import { Refusal } from "../../domain/refusal.ts";
import type { Fence } from "../../storage/newsroom/fence.ts";
import type { ManifestUnit, MediaObject } from "../manifest.ts";

/**
 * Why a unit may not be published: it would bring back what was removed for someone's safety. An old clone, a restored
 * backup or a reverted commit is stopped here, whoever publishes it. What is made of stored documents passes.
 *
 * @returns Refusal `unit-hidden`, `unit-taken-down`, `redaction-missing`, `file-taken-down`
 */
export function fenceRefusal(unit: ManifestUnit, fence: Fence): Refusal | undefined {
  if (unit.stored) return undefined;
  return (
    hiddenRefusal(unit, fence) ??
    wholeTakedownRefusal(unit, fence) ??
    redactionRefusal(unit, fence) ??
    takedownRefusal(unit, fence)
  );
}

function hiddenRefusal({ id, folder }: ManifestUnit, { hidden }: Fence): Refusal | undefined {
  const record = hidden.find(({ unit }) => unit === id);
  return (
    record &&
    new Refusal(
      "unit-hidden",
      409,
      `${folder} was hidden at ${record.at} by ${record.by}, and stays as it is.`,
      `\`npm run unhide -- ${folder}\` shows it again, until ${record.until}; \`npm run takedown -- ${folder}\` destroys it.`,
    )
  );
}

/** What was taken down as a whole is published as gone, and as nothing else. */
function wholeTakedownRefusal(
  { id, folder, left }: ManifestUnit,
  { takenDownUnits }: Fence,
): Refusal | undefined {
  if (!takenDownUnits.has(id) || left?.verb === "gone") return undefined;
  return new Refusal(
    "unit-taken-down",
    409,
    `${folder} was taken down for someone's safety, and stays away.`,
    "Pull the content in which that was done; of a page of the organisation, delete the folder and what refers to it.",
  );
}

function redactionRefusal({ id, folder, redactions = [] }: ManifestUnit, fence: Fence): Refusal | undefined {
  const lacking = fence.redactions.get(id)?.find((at) => !redactions.includes(at));
  if (lacking === undefined) return undefined;
  return new Refusal(
    "redaction-missing",
    409,
    `${folder} is older than the redaction of ${lacking}: it may hold words that endanger someone, and stays as it is.`,
    "Pull the content in which the redaction was made, or run `npm run redact` on this one with the same words.",
  );
}

function takedownRefusal({ folder, media }: ManifestUnit, { takenDown }: Fence): Refusal | undefined {
  const hashesOf = ({ key, sources = [] }: MediaObject) => [hashOf(`/${key}`), ...sources];
  const back = media.find((object) => hashesOf(object).some((hash) => takenDown.has(hash)));
  return (
    back &&
    new Refusal(
      "file-taken-down",
      409,
      `${folder} brings ${nameOf(back)}, which was taken down for someone's safety, and stays as it is.`,
      "Take the file out of the folder and out of the words that show it, or pull the content in which that was done.",
    )
  );
}

const nameOf = ({ key }: MediaObject): string => key.slice(key.lastIndexOf("/") + 1);

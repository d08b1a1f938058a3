import type { LocalisedText } from "../../functions/domain/language.ts";
import type { LeavingVerb } from "../../functions/domain/leaving.ts";
import { Refusal } from "../../functions/domain/refusal.ts";
import { CONTENT_OPTION } from "./folder-options.ts";
import { openUnitFile, saveUnitFile, timeIn, type UnitFile } from "./unit-file.ts";

/** What the commands by which a publication leaves have in common: they write `leaving`, publishing makes it so. */
export const LEAVE_OPTIONS = {
  content: CONTENT_OPTION,
  at: { type: "string", value: "TIME", help: "When it left, on the clock of its zone; now" },
} as const;

export interface LeavingOrder {
  readonly verb: LeavingVerb;
  readonly note?: LocalisedText | undefined;
  readonly to?: string | undefined;
}

/**
 * Writes into the file of a publication that it has left.
 * @throws Refusal `option-invalid` when it has left already
 */
export function leave(
  { content = "content", at }: { readonly content: string | undefined; readonly at: string | undefined },
  folders: readonly string[],
  { verb, note, to }: LeavingOrder,
): UnitFile {
  const unit = openUnitFile(content, onlyOne(folders));
  if (unit.yaml.has("leaving"))
    throw new Refusal(
      "option-invalid",
      409,
      `${unit.folder} has left already.`,
      `Change \`leaving\` in ${unit.file}, or take it back with \`npm run republish\`.`,
    );
  const time = timeIn(unit, at, new Date());
  unit.yaml.set(
    "leaving",
    unit.yaml.createNode({ verb, at: time, ...(note && { note }), ...(to && { to }) }),
  );
  saveUnitFile(unit);
  return unit;
}

/** @throws Refusal `option-invalid` */
export function onlyOne(folders: readonly string[]): string | undefined {
  if (folders.length <= 1) return folders[0];
  throw new Refusal("option-invalid", 400, `${folders[1]} is one word too many.`, "Name one folder.");
}

export const NEXT = "Look at it with `npm run check`, then make it so with `npm run publish`.";

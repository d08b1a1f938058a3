import type { LocalisedText } from "../../../functions/domain/language.ts";
import { Refusal } from "../../../functions/domain/refusal.ts";
import type { RetireVerb } from "../../../functions/domain/retire-verbs.ts";
import { folderNamed, openUnitFile, saveUnitFile, timeIn, type UnitFile } from "../target/unit-file.ts";

/** How a publication leaves. */
export interface RetirementOrder {
  readonly verb: RetireVerb;
  readonly note?: LocalisedText | undefined;
  /** Folder to which its readers are sent, as it was typed. */
  readonly to?: string | undefined;
}

/**
 * Writes into the file of a publication that it has left; publishing makes it so. One that was withdrawn may be gone.
 * @returns the file, and the folder to which its readers are sent
 * @throws Refusal `option-invalid` when it has left already, or for a folder that is not there
 */
export function retireInContent(
  { content, at }: { readonly content: string; readonly at: string | undefined },
  folder: string,
  { verb, note, to: asked }: RetirementOrder,
): UnitFile & { readonly to: string | undefined } {
  const unit = openUnitFile(content, folder);
  const to = asked === undefined ? undefined : folderNamed(content, asked);
  const before = unit.yaml.getIn(["leaving", "verb"]);
  if (unit.yaml.has("leaving") && (verb !== "gone" || before === "gone"))
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
  return { ...unit, to };
}

/**
 * Takes back that a publication left, and adds a correction that tells why.
 * @throws Refusal `option-invalid` when it has not left
 */
export function undoRetirement(content: string, name: string, note: LocalisedText): UnitFile {
  const unit = openUnitFile(content, name);
  const { yaml, folder } = unit;
  if (!yaml.has("leaving"))
    throw new Refusal(
      "option-invalid",
      409,
      `${folder} does not say that it has left.`,
      "If readers see that it left, run `npm run gone` or `npm run withdraw` on it once more, which notes it, then this again.",
    );
  yaml.delete("leaving");
  const correction = yaml.createNode({ at: timeIn(unit, undefined, new Date()), note });
  if (yaml.has("corrections")) yaml.addIn(["corrections"], correction);
  else yaml.set("corrections", yaml.createNode([correction]));
  saveUnitFile(unit);
  return unit;
}

export const NEXT_STEPS = "Look at it with `npm run check`, then make it so with `npm run publish`.";

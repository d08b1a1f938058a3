import type { HeldUnit } from "../../../functions/workflows/held-unit.ts";
import type { HeldOutcome } from "../../../functions/workflows/publish/stored/held-records.ts";

const ORDER: readonly HeldOutcome["became"][] = ["suspended", "still-public", "retracted", "kept", "absent"];

const BECAME: Record<HeldOutcome["became"], string> = {
  suspended:
    "ITS EMBARGO IS SUSPENDED: nobody can read whether it may still come out, so nothing of it becomes public",
  "still-public":
    "IT IS STILL PUBLIC: a draft or a later time hides nothing that is out; `npm run withdraw` takes it back in the open, --allow-hide hides it",
  retracted: "whatever it takes back is taken back; all else stays as it was published before",
  kept: "it stays as it was published before",
  absent: "nothing of it is published yet",
};

/** Units that could not be published, one a line: first those for which somebody must act, last those that only wait. */
export function heldLines(held: readonly HeldOutcome[]): string {
  const turn = ({ unit, became }: HeldOutcome) => (unit.problems > 0 ? 0 : 10) + ORDER.indexOf(became);
  return held
    .filter(isNews)
    .sort((a, b) => turn(a) - turn(b))
    .map((each) => `${heldLine(each)}\n`)
    .join("");
}

/** That all wait for site.yaml is said by its own errors. */
function isNews({ unit, became }: HeldOutcome): boolean {
  return unit.waitsFor !== "site.yaml" || (became !== "kept" && became !== "absent");
}

function heldLine({ unit, became }: HeldOutcome): string {
  if (unit.problems === 0) {
    const all = became === "kept" || became === "absent" ? "" : ` ${BECAME[became]}.`;
    return `${waitingLine(unit)}${all}`;
  }
  const { first } = unit;
  const more = unit.problems > 1 ? ` (and ${unit.problems - 1} more)` : "";
  const where = first ? ` ${first.file}:${first.line}: ${first.message}${more}` : "";
  return `Not published: ${unit.folder}: ${BECAME[became]}.${where}`;
}

/** `releases/first waits for media-kits/photos.` */
export function waitingLine({ folder, waitsFor }: HeldUnit): string {
  return `Not published: ${folder} waits for ${waitsFor}.`;
}

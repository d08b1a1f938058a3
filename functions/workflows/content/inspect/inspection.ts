import type { Problems, Spot } from "../../../domain/content/problem.ts";
import type { Instant } from "../../../domain/instant.ts";
import type { LoadedUnit } from "../read/loaded-unit.ts";
import { instantOf } from "../read/local-time.ts";
import type { KnownPicture } from "../read/picture-answer.ts";
import type { Claim, Moment, ReferenceUse, UnitRecord } from "../read/unit-record.ts";
import type { YamlPath } from "../read/yaml/yaml-path.ts";

/** One pass over a folder: what it finds wrong, refers to and claims. */
export interface Inspection {
  readonly unit: LoadedUnit;
  readonly problems: Problems;
  readonly uses: ReferenceUse[];
  readonly claims: Claim[];
  readonly moments: Moment[];
  readonly previews: UnitRecord["previews"];
  readonly absent: UnitRecord["absent"];
  readonly protectedFiles: string[];
  readonly perhapsProtected: string[];
  /** Files beside the YAML and the language files that something in the folder names. */
  readonly named: Set<string>;
  readonly pictures: ShownPictures;
}

/** What the unit says of its pictures, and which of them it shows. */
export interface ShownPictures {
  readonly known: Map<string, KnownPicture>;
  readonly shown: Set<string>;
  /** What was said of a picture, so that it is said once. */
  readonly reported: Set<string>;
}

export const noPictures = (): ShownPictures => ({ known: new Map(), shown: new Set(), reported: new Set() });

/** Anything that knows the lines of a file. */
export interface Lines {
  readonly file: string;
  lineOf(path: YamlPath): number;
}

export function spot(lines: Lines, ...path: YamlPath): Spot {
  return { file: lines.file, line: lines.lineOf(path) };
}

/** Notes references that a list of the file makes, and reports those made twice. */
export function noteReferences(
  { uses, problems }: Inspection,
  to: ReferenceUse["to"],
  ids: readonly string[] | undefined,
  lines: Lines,
  field: string,
): void {
  ids?.forEach((id, i) => {
    const at = spot(lines, field, i);
    if (ids.indexOf(id) < i)
      problems.error(at, { problem: `${field} names ${id} twice`, expected: "each once" });
    else uses.push({ to, id, ...at });
  });
}

/** The instant of a time in the file; what is wrong with it is reported. */
export function time(
  { problems }: Pick<Inspection, "problems">,
  value: string | undefined,
  zone: string,
  at: Spot,
): Instant | undefined {
  if (value === undefined) return undefined;
  const instant = instantOf(value, zone);
  if (typeof instant === "string") return instant;
  problems.error(at, instant);
  return undefined;
}

/** Reports ids that come twice in a list of the file. */
export function uniqueIds(
  { problems }: Inspection,
  items: readonly { readonly id: string }[] | undefined,
  lines: Lines,
  field: string,
): void {
  const seen = new Set<string>();
  items?.forEach(({ id }, i) => {
    if (seen.has(id))
      problems.error(spot(lines, field, i, "id"), {
        problem: `the id ${id} is there twice in ${field}`,
        expected: "each once",
      });
    seen.add(id);
  });
}

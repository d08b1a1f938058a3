import * as v from "valibot";
import { Zone } from "../../../domain/content/fields.ts";
import { Id } from "../../../domain/content/names.ts";
import { type Instant, latest, NEVER } from "../../../domain/instant.ts";
import { KINDS } from "../../../domain/kinds.ts";
import { LANGUAGES, type Language } from "../../../domain/language.ts";
import { RETIRE_VERBS, type RetireVerb } from "../../../domain/retire-verbs.ts";
import type { Retraction } from "../../../domain/retraction.ts";
import { assetsThatMayShow } from "./assets-that-may-show.ts";
import type { LoadedUnit } from "./loaded-unit.ts";
import { instantOf } from "./local-time.ts";
import { picturesThatMayShow } from "./pictures-that-may-show.ts";
import { isObject } from "./valid-part.ts";
import { type TopLevelFields, topLevelFields } from "./yaml/top-level-fields.ts";

/** What is read of a folder first, whatever else in it is wrong. */
export interface ReadFirst {
  readonly id?: string;
  readonly source?: Language;
  readonly retraction?: Retraction | "unreadable";
}

/**
 * Reads what makes less of a publication public. Of several values of a field the one counts that shows least; what is
 * there and cannot be read counts as the most that it can mean; but a time on the clock of a zone that nobody can read
 * holds nothing back.
 * @returns `unreadable` where neither a time of publication nor anything that takes it back can be found
 */
export function readFirst(unit: LoadedUnit, siteZone: string | undefined): ReadFirst {
  const fields = topLevelFields(unit.texts.get(KINDS[unit.kind].facts));
  const id = fields.values("id").find((each) => v.is(Id, each));
  const source = LANGUAGES.find((language) => fields.values("source").includes(language));
  return {
    ...(typeof id === "string" && { id }),
    ...(source && { source }),
    ...(unit.kind !== "page" && { retraction: retractionIn(fields, unit, siteZone) }),
  };
}

/** The zone of a file, if it names one that exists. */
export function zoneIn(fields: TopLevelFields): string | undefined {
  const zone = fields.values("zone").find((each) => v.is(Zone, each));
  return typeof zone === "string" ? zone : undefined;
}

function retractionIn(
  fields: TopLevelFields,
  { kind, media }: Pick<LoadedUnit, "kind" | "media">,
  siteZone: string | undefined,
): Retraction | "unreadable" {
  const known = zoneIn(fields) ?? siteZone;
  const zone = known ?? "UTC";
  const leaving = fields.has("leaving") ? leavingIn(fields, zone) : undefined;
  const isDraft = fields.has("draft") && !isSurely(false, fields.values("draft"));
  const from = fields.values("publishAt").map((each) => timeIn(each, zone));
  const publishAt = from.includes(undefined) ? undefined : latest(from);
  if (!fields.whole && !leaving && !isDraft && publishAt === undefined) return "unreadable";
  const assets = kind === "kit" ? assetsThatMayShow(fields, (time) => timeIn(time, zone)) : undefined;
  const pictures = picturesThatMayShow(fields, media, (time) => timeIn(time, zone));
  const withheldUntil = isDraft ? NEVER : (publishAt ?? NEVER);
  const isCertain = known !== undefined || withheldUntil === NEVER;
  return {
    ...(leaving && { leaving }),
    ...(isCertain && { withheldUntil }),
    ...(assets && { assets: known === undefined ? assets.map(({ from: _, ...asset }) => asset) : assets }),
    ...(pictures && { pictures }),
  };
}

function isSurely(expected: boolean, values: readonly unknown[]): boolean {
  return values.length > 0 && values.every((each) => each === expected);
}

/** What somebody began to write counts: a verb that cannot be read takes back in the open. */
function leavingIn(fields: TopLevelFields, zone: string): NonNullable<Retraction["leaving"]> {
  const [value] = fields.values("leaving").filter(isObject);
  const typed = fields.texts("leaving").join("\n");
  const verb =
    RETIRE_VERBS.find((each) => each === value?.verb) ??
    RETIRE_VERBS.find((each) => fields.values("leaving").includes(each)) ??
    RETIRE_VERBS.find((each) => new RegExp(`\\bverb["']?\\s*:\\s*["']?${each}\\b`).test(typed)) ??
    ("withdraw" satisfies RetireVerb);
  const at = timeIn(value?.at, zone);
  const note = noteIn(value?.note);
  return {
    verb,
    ...(at !== undefined && { at }),
    ...(note && { note }),
    ...(typeof value?.to === "string" && verb === "redirect" && { to: value.to }),
  };
}

function noteIn(value: unknown): NonNullable<Retraction["leaving"]>["note"] {
  if (!isObject(value)) return undefined;
  const words = LANGUAGES.flatMap((language) => {
    const text = value[language];
    return typeof text === "string" && text !== "" ? [[language, text] as const] : [];
  });
  return words.length > 0 ? Object.fromEntries(words) : undefined;
}

function timeIn(value: unknown, zone: string): Instant | undefined {
  if (typeof value !== "string") return undefined;
  const instant = instantOf(value, zone);
  return typeof instant === "string" ? instant : undefined;
}

import { earliest, type Instant } from "../../../domain/instant.ts";
import type { PictureRetraction } from "../../../domain/retraction.ts";
import { isAgreedTo } from "./assets-that-may-show.ts";
import type { MediaFacts } from "./media-file.ts";
import { isObject } from "./valid-part.ts";
import type { TopLevelFields } from "./yaml/top-level-fields.ts";

/**
 * The pictures of pages that a file lets be shown, whatever else is wrong with it. Withheld is the default: what is not
 * answered, or has a time that cannot be read, is not shown.
 * @param media facts of the files in the folder
 * @param timeIn the instant of a time in the file
 * @returns undefined when the list cannot be read: then it takes nothing back
 */
export function picturesThatMayShow(
  fields: TopLevelFields,
  media: ReadonlyMap<string, Pick<MediaFacts, "sha256">>,
  timeIn: (value: unknown) => Instant | undefined,
): PictureRetraction[] | undefined {
  const known = [...entriesOf(fields, "pictures"), ...entriesOf(fields, "assets")];
  if (known.includes(undefined)) return undefined;
  return known.filter(isObject).flatMap((picture) => {
    const sha256 = typeof picture.file === "string" ? media.get(picture.file)?.sha256 : undefined;
    if (sha256 === undefined || !mayShow(picture)) return [];
    const ends = isObject(picture.consent) ? picture.consent.ends : undefined;
    const times = [picture.until, ends === "never" || ends === "on-request" ? undefined : ends];
    const instants = times.map(timeIn);
    if (times.some((time, i) => time !== undefined && instants[i] === undefined)) return [];
    const until = earliest(instants);
    return [{ sha256, ...(until !== undefined && { until }) }];
  });
}

/** The items of a list; undefined stands for a list that is there and cannot be read. */
function entriesOf(fields: TopLevelFields, field: string): unknown[] {
  if (!fields.has(field)) return [];
  const [list, ...others] = fields.values(field);
  return Array.isArray(list) && others.length === 0 ? list : [undefined];
}

function mayShow(picture: Record<string, unknown>): boolean {
  if (picture.people === "none" || picture.people === false) return true;
  return isObject(picture.consent) && isAgreedTo(picture, ["newsroom"]);
}

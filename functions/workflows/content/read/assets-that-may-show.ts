import { earliest, type Instant } from "../../../domain/instant.ts";
import type { AssetRetraction } from "../../../domain/retraction.ts";
import { isObject } from "./valid-part.ts";
import type { TopLevelFields } from "./yaml/top-level-fields.ts";

/**
 * The assets of a kit that its file lets be shown, whatever else is wrong with them: not what was taken down or shows
 * people who did not agree to it. Withheld is the default: a time that is there and cannot be read shows nothing.
 * @param timeIn the instant of a time in the file
 * @returns undefined when the list cannot be read: then it takes nothing back
 */
export function assetsThatMayShow(
  fields: TopLevelFields,
  timeIn: (value: unknown) => Instant | undefined,
): AssetRetraction[] | undefined {
  const lists = fields.values("assets");
  const [items] = lists;
  if (lists.length !== 1 || !Array.isArray(items)) return undefined;
  const down = new Set(fields.values("takenDown").flatMap(idsIn));
  return items.filter(isObject).flatMap((asset) => {
    const { id } = asset;
    if (typeof id !== "string" || down.has(id) || !isAgreedTo(asset, KIT_NEEDS)) return [];
    const ends = endsIn(asset);
    const times = { from: asset.publishAt, until: asset.until, ends };
    const [from, until, consentEnd] = [timeIn(times.from), timeIn(times.until), timeIn(times.ends)];
    const isUnread = (value: unknown, read: Instant | undefined) => value !== undefined && read === undefined;
    if (isUnread(times.from, from) || isUnread(times.until, until) || isUnread(ends, consentEnd)) return [];
    const last = earliest([until, consentEnd]);
    return [{ id, ...(from !== undefined && { from }), ...(last !== undefined && { until: last }) }];
  });
}

function idsIn(list: unknown): string[] {
  if (!Array.isArray(list)) return [];
  return list.filter(isObject).flatMap(({ id }) => (typeof id === "string" ? [id] : []));
}

const KIT_NEEDS = ["newsroom", "media"];

/** What is done with a file, those in it must have agreed to; who must not be found is shown only obscured. */
export function isAgreedTo({ people, consent }: Record<string, unknown>, needed: readonly string[]): boolean {
  if (!isObject(consent)) return people === false;
  const { scope, protected: shielded, obscured } = consent;
  const agreed = Array.isArray(scope) && needed.every((each) => scope.includes(each));
  return agreed && (shielded === undefined || shielded === false || obscured === true) && "ends" in consent;
}

/** The time at which the consent ends by itself, as typed. */
function endsIn({ consent }: Record<string, unknown>): unknown {
  const ends = isObject(consent) ? consent.ends : undefined;
  return ends === "never" || ends === "on-request" ? undefined : ends;
}

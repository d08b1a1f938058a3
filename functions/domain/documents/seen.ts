import type { Instant } from "../instant.ts";

/**
 * What readers can see of a stored body at `now`: without whatever in it has an instant of its own that has not come,
 * or an end that has. Two bodies that agree in it give the same answers.
 */
export function seenAt(body: string, now: Instant): string {
  return JSON.stringify(seen(JSON.parse(body), now));
}

function seen(value: unknown, now: Instant): unknown {
  if (Array.isArray(value))
    return value.filter((each) => !isHidden(each, now)).map((each) => seen(each, now));
  if (typeof value !== "object" || value === null) return value;
  const shown = Object.entries(value).filter(([, each]) => !isHidden(each, now));
  return Object.fromEntries(shown.map(([name, each]) => [name, seen(each, now)]));
}

/** A newer figure is hidden with the release that holds it. */
function isHidden(value: unknown, now: Instant): boolean {
  if (typeof value !== "object" || value === null) return false;
  if ("release" in value && isHidden(value.release, now)) return true;
  if ("publishAt" in value && typeof value.publishAt === "string" && value.publishAt > now) return true;
  return "until" in value && typeof value.until === "string" && value.until <= now;
}

import type { Instant } from "../../../domain/instant.ts";
import { type Inspection, type Lines, spot, time } from "./inspection.ts";

type Moments = readonly { readonly at?: string }[] | undefined;
type Found = Pick<Inspection, "problems" | "moments">;

/** Corrections of what was published: each after the one before it. */
export function inspectCorrections(
  found: Found,
  lines: Lines,
  corrections: Moments,
  { zone, publishAt }: { readonly zone: string; readonly publishAt: Instant | undefined },
): void {
  const expected = "corrections after publishAt, oldest first";
  inspectMoments(found, lines, corrections, { what: "correction", zone, from: publishAt, expected });
}

/** Oldest first; words may have to go from what still waits for its publication. */
export function inspectRedactions(found: Found, lines: Lines, redactions: Moments, zone: string): void {
  const expected = "redactions oldest first";
  inspectMoments(found, lines, redactions, { what: "redaction", zone, from: undefined, expected });
}

interface Rule {
  readonly what: "correction" | "redaction";
  readonly zone: string;
  /** The first of them is not earlier. */
  readonly from: Instant | undefined;
  readonly expected: string;
}

function inspectMoments(
  { problems, moments }: Found,
  lines: Lines,
  list: Moments,
  { what, zone, from, expected }: Rule,
): void {
  let before = from;
  list?.forEach((moment, i) => {
    const at = spot(lines, `${what}s`, i, "at");
    const instant = time({ problems }, moment.at, zone, at);
    if (instant && before && instant < before)
      problems.error(at, {
        problem: `the ${what} of ${moment.at} is earlier than ${i === 0 ? "the publication" : "the one before it"}`,
        expected,
      });
    if (instant) moments.push({ what, at: instant, ...at });
    before = instant ?? before;
  });
}

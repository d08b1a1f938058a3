import { Temporal } from "temporal-polyfill";
import type { Finding } from "../../../domain/content/problem.ts";
import { type Instant, toInstant } from "../../../domain/instant.ts";

/**
 * The instant of a time as content files give it: on the clock of `zone`, or with its own offset.
 * A time that the zone's clock skips or shows twice is refused, since nobody can know which moment is meant.
 */
export function instantOf(time: string, zone: string): Instant | Finding {
  const year = Number(time.slice(0, 4));
  if (year < 1900 || year > 2199)
    return { problem: `${time} is far from our time`, expected: "a year between 1900 and 2199" };
  try {
    if (/(Z|[+-]\d\d:\d\d)$/.test(time)) return withOwnOffset(time, zone);
    const local = Temporal.PlainDateTime.from(time, { overflow: "reject" });
    const earlier = local.toZonedDateTime(zone, { disambiguation: "earlier" });
    const later = local.toZonedDateTime(zone, { disambiguation: "later" });
    if (earlier.epochMilliseconds === later.epochMilliseconds)
      return toInstant(new Date(earlier.epochMilliseconds));
    const twice = earlier.toPlainDateTime().equals(local);
    return {
      problem: twice
        ? `${time} comes twice in ${zone}, whose clock is set back then`
        : `${time} does not exist in ${zone}, whose clock is set forward then`,
      expected: twice
        ? `one of ${withOffset(time, earlier)} and ${withOffset(time, later)}`
        : `a time that it shows, such as ${later.toPlainDateTime().toString({ smallestUnit: "minute" })}`,
    };
  } catch {
    return { problem: `${time} is not in any calendar`, expected: "a date and a time that exist" };
  }
}

/**
 * A time that names its offset must name that of its zone: an office that writes the offset of its habit, +06:00 in Almaty
 * after March 2024, means the clock on its wall and would lift an hour early. `Z` is nobody's habit, so it is meant.
 */
function withOwnOffset(time: string, zone: string): Instant | Finding {
  const instant = Temporal.Instant.from(time);
  const there = instant.toZonedDateTimeISO(zone);
  const offset = /[+-]\d\d:\d\d$/.exec(time)?.[0];
  if (offset === undefined || offset === there.offset) return toInstant(new Date(instant.epochMilliseconds));
  const local = time.slice(0, -offset.length);
  return {
    problem: `${offset} is not the offset of ${zone} then, which is ${there.offset}: ${time.slice(11)} is ${there.toPlainTime().toString({ smallestUnit: "minute" })} there`,
    expected: `${local} without an offset, or ${local}${there.offset}`,
  };
}

function withOffset(time: string, at: Temporal.ZonedDateTime): string {
  return `${time}${at.offset}`;
}

/** The day that holds an instant, on the calendar of a zone. */
export function dayIn(instant: Instant, zone: string): { year: number; month: number; day: number } {
  const { year, month, day } = Temporal.Instant.from(instant).toZonedDateTimeISO(zone);
  return { year, month, day };
}

/** The instant of a time that was found right before. */
export function instantIn(time: string, zone: string): Instant {
  const instant = instantOf(time, zone);
  if (typeof instant !== "string") throw new Error(`${instant.problem}; expected ${instant.expected}`);
  return instant;
}

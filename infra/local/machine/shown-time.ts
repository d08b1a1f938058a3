import type { Clock, Instant } from "../../../functions/domain/instant.ts";
import { Refusal } from "../../../functions/domain/refusal.ts";
import { instantOf } from "../../../functions/workflows/content/read/local-time.ts";

/**
 * The instant that `--at` names: `2027-03-01T10:00` on the clock of `zone`, with an offset (`...+05:00`, `...Z`), or
 * with a zone of its own (`...[Europe/Vienna]`).
 *
 * @throws Refusal `option-invalid`
 */
export function shownTime(text: string, zone: string): Instant {
  const [, time = text, ownZone] = /^(.+)\[([^\]]+)\]$/.exec(text.trim()) ?? [];
  const instant = instantOf(time.trim(), ownZone ?? zone);
  if (typeof instant === "string") return instant;
  throw new Refusal(
    "option-invalid",
    400,
    `--at: ${instant.problem}; expected ${instant.expected}.`,
    "Write it as 2027-03-01T10:00 on the newsroom's own clock, or with an offset such as 2027-03-01T10:00+05:00.",
  );
}

/** A clock that shows `at` now and runs on. */
export function clockFrom(at: Instant, clock: Clock): Clock {
  const ahead = Date.parse(at) - clock().getTime();
  return () => new Date(clock().getTime() + ahead);
}

import type { Instant } from "../../../domain/instant.ts";
import type { ValidEvent, ValidKit, ValidRelease } from "../read/source-files.ts";
import { type Inspection, type Lines, spot, time } from "./inspection.ts";

/** How a publication left: the fields that its verb needs, a time after its publication, and where a redirect leads. */
export function inspectLeaving(
  inspection: Inspection,
  lines: Lines,
  { leaving, draft }: ValidRelease | ValidEvent | ValidKit,
  { zone, publishAt }: { zone: string; publishAt: Instant | undefined },
): void {
  if (!leaving) return;
  const { problems, moments, uses } = inspection;
  const { verb, note, to } = leaving;
  const whole = spot(lines, "leaving");
  const at = spot(lines, "leaving", "at");
  const instant = time(inspection, leaving.at, zone, at);
  if (draft)
    problems.error(whole, {
      problem: "a draft has never been public, so it cannot leave",
      expected: "either draft: true or leaving",
    });
  if (instant && publishAt && instant < publishAt)
    problems.error(at, {
      problem: "it leaves before it is public",
      expected: "a time after publishAt; what is not public yet is held back with draft: true",
    });
  if (instant) moments.push({ what: "leaving", at: instant, ...at });
  if (verb === "withdraw" && !note)
    problems.error(whole, {
      problem: "a withdrawal without an explanation",
      expected: "note: why it was withdrawn, for readers, in every language",
    });
  if (verb === "redirect" && to === undefined)
    problems.error(whole, {
      problem: "a redirect that leads nowhere",
      expected: "to: the folder to which it leads, such as releases/my-release",
    });
  if (to === undefined) return;
  if (verb === "redirect") uses.push({ to: "folder", id: to, ...spot(lines, "leaving", "to") });
  else
    problems.error(spot(lines, "leaving", "to"), {
      problem: `\`${verb}\` leads nowhere, so it has no \`to\``,
      expected: "verb: redirect, or no `to`",
    });
}

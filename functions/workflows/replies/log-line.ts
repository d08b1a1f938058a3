import type { Instant } from "../../domain/instant.ts";
import type { ReplyReport } from "./dependencies.ts";

/** What became of a mail that came in, as a line of the log: ids and kinds, without name, address or a word of it. */
export function replyLine(report: ReplyReport, now: Instant): string {
  return JSON.stringify({ timestamp: now, level: "INFO", ...report });
}

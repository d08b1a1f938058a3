import type { Finding } from "../../domain/content/problem.ts";

const TIMESTAMP = "(?:(\\d{2,}):)?([0-5]\\d):([0-5]\\d)\\.(\\d{3})";
const TIMING = new RegExp(`^${TIMESTAMP}[ \\t]+-->[ \\t]+${TIMESTAMP}(?:[ \\t]+.*)?$`);
const SAMPLE = "as in 00:01.000 --> 00:04.500";

/**
 * What keeps these captions from being shown (WebVTT, W3C, 4: syntax): the header, or a cue's times; cues begin in
 * order and end after they begin. Names the line, counted from 1.
 */
export function captionsFinding(text: string): Finding | undefined {
  const lines = text.replace(/^\ufeff/, "").split(/\r\n|\n|\r/);
  if (!/^WEBVTT(?:[ \t].*)?$/.test(lines[0] ?? ""))
    return {
      problem: "line 1: the captions do not begin with WEBVTT",
      expected: "WEBVTT alone in the first line",
    };
  if ((lines[1] ?? "") !== "" && lines[1]?.includes("-->"))
    return {
      problem: "line 2: a cue follows the first line at once",
      expected: "an empty line after WEBVTT",
    };
  return cuesFinding(lines);
}

function cuesFinding(lines: readonly string[]): Finding | undefined {
  let cues = 0;
  let latest = 0;
  for (const [i, line] of lines.entries()) {
    if (!line.includes("-->")) continue;
    const spot = `line ${i + 1}: `;
    const times = TIMING.exec(line);
    if (!times)
      return { problem: `${spot}these are no times of a cue: ${line.slice(0, 60)}`, expected: SAMPLE };
    const [from, to] = [seconds(times.slice(1, 5)), seconds(times.slice(5, 9))];
    if (to <= from)
      return { problem: `${spot}the cue ends before it begins`, expected: "an end after the beginning" };
    if (from < latest)
      return {
        problem: `${spot}the cue begins before the one above it`,
        expected: "cues in the order of their beginnings",
      };
    latest = from;
    cues++;
  }
  if (cues > 0) return undefined;
  return { problem: "the captions hold no cue", expected: `at least one cue, ${SAMPLE}` };
}

function seconds([hours = "0", minutes = "0", whole = "0", thousandths = "0"]: (
  | string
  | undefined
)[]): number {
  return Number(hours) * 3600 + Number(minutes) * 60 + Number(whole) + Number(thousandths) / 1000;
}

import type { Answer } from "./answers.ts";
import type { MeantDifference } from "./meant-differences.ts";

/** Headers that follow an answer's bytes. */
const ETAG = "etag";
const LENGTH = "content-length";

/**
 * What differs between a former answer and the present one to the same question, but for what is meant; in lines for a
 * person: status and headers each, of the bodies the first line that differs. Where the bytes are the same the `ETag`
 * is, and where they are not it is another one.
 */
export function differencesBetween(
  former: Answer,
  present: Answer,
  meant: readonly MeantDifference[],
): string[] {
  const due = meant.filter(({ of }) => of(former));
  const was = due.reduce(
    (answer, { becomes, ignores }) => (ignores ?? same)((becomes ?? same)(answer)),
    former,
  );
  const is = due.reduce((answer, { ignores }) => (ignores ?? same)(answer), present);
  const lines = [
    ...(was.status === is.status ? [] : changed("status", String(was.status), String(is.status))),
    ...headersBetween(was, is),
    ...followersBetween(former, present),
    ...bodiesBetween(was.body, is.body),
  ];
  return lines.length === 0 ? [] : [`${former.address}\n${lines.map((line) => `  ${line}`).join("\n")}`];
}

const same = (answer: Answer): Answer => answer;

const changed = (name: string, was = "(none)", is = "(none)"): string[] => [
  `- ${name}: ${was}`,
  `+ ${name}: ${is}`,
];

function headersBetween({ headers: was }: Answer, { headers: is }: Answer): string[] {
  const names = [...new Set([...Object.keys(was), ...Object.keys(is)])].sort();
  return names
    .filter((name) => name !== ETAG && name !== LENGTH && was[name] !== is[name])
    .flatMap((name) => changed(name, was[name], is[name]));
}

function followersBetween(was: Answer, is: Answer): string[] {
  const [before, after] = [was.headers[ETAG], is.headers[ETAG]];
  if (was.body === is.body)
    return [ETAG, LENGTH]
      .filter((name) => was.headers[name] !== is.headers[name])
      .flatMap((name) => changed(`${name} of the same bytes`, was.headers[name], is.headers[name]));
  return before !== undefined && before === after ? [`! ${ETAG} of other bytes stayed ${before}`] : [];
}

/** Characters that are shown around the first one that differs. */
const AROUND = 60;

function bodiesBetween(was: string, is: string): string[] {
  if (was === is) return [];
  const [before, after] = [was.split("\n"), is.split("\n")];
  const line = before.findIndex((each, n) => each !== after[n]);
  const n = line < 0 ? before.length : line; // one is the beginning of the other
  const [one = "(the end)", other = "(the end)"] = [before[n], after[n]];
  let at = 0;
  while (at < one.length && one[at] === other[at]) at++;
  const shown = (text: string) => text.slice(Math.max(0, at - AROUND), at + AROUND);
  return changed(`line ${n + 1}, character ${at + 1}`, shown(one), shown(other));
}

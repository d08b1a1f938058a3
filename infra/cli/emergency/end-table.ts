import type { SeenAddress } from "./watch-addresses.ts";

/** Addresses told one by one; the others are counted. */
const TOLD = 60;

/** Shown while addresses are asked. */
export const looking = (origin: string): string => `Asking every address at ${origin} as a reader would …\n`;

/**
 * What a command that took something back ends with: each address with what it answers and since when, then what no
 * command can do.
 */
export function endTable(
  seen: readonly SeenAddress[],
  { address, caches }: { readonly address: string; readonly caches: boolean },
): string {
  const wrong = seen.filter(({ seconds }) => seconds === undefined);
  const right = seen.filter(({ seconds }) => seconds !== undefined);
  const shown = [...wrong, ...right].slice(0, TOLD);
  const slowest = Math.max(0, ...right.map(({ seconds = 0 }) => seconds));
  const lines = [
    ...shown.map(row),
    ...(seen.length > shown.length ? [`   and ${seen.length - shown.length} more`] : []),
    ...(right.length > 0
      ? [
          `${right.length} of ${seen.length} addresses answer as they should, the last after ${inSeconds(slowest)}.`,
        ]
      : []),
    ...(caches ? ["CloudFront confirmed that no edge keeps the former answers."] : []),
    ...(wrong.length > 0
      ? ["The addresses marked with ! did not: ask them again, and run the same command once more."]
      : []),
    "",
    "What only a person can do:",
    ...forAPerson(address).map((line) => `  ${line}`),
  ];
  return `${lines.join("\n")}\n`;
}

function row({ address, status, seconds, shows }: SeenAddress): string {
  const when = seconds === undefined ? "!" : inSeconds(seconds);
  const marked = shows !== undefined && seconds !== undefined ? "  with the note" : "";
  return `${when.padStart(8)}  ${status ?? "no answer"}  ${address}${marked}`;
}

const inSeconds = (seconds: number): string => `${seconds.toFixed(1)} s`;

/** Copies that are not ours, each with where to ask. */
function forAPerson(address: string): string[] {
  return [
    "Telegram      delete the post in the channel; refresh its preview with https://t.me/WebpageBot",
    "Facebook      delete the post; scrape the address again: https://developers.facebook.com/tools/debug/",
    "WhatsApp      delete the message for everyone, and ask the groups to which it was forwarded",
    "Google        https://search.google.com/search-console/remove-outdated-content",
    "Bing          https://www.bing.com/webmasters/tools/contentremoval",
    "Yandex        https://webmaster.yandex.com/tools/del-url/",
    `archive.org   write to info@archive.org; look at https://web.archive.org/web/*/${hostOf(address)}/*`,
    "git           rewrite history, and have every clone made anew: docs/safety.md",
  ];
}

const hostOf = (address: string): string => address.replace(/^https?:\/\//, "");

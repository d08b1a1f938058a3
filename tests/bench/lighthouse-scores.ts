import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import serverless from "@sparticuz/chromium";

/** One page of every kind. */
const PAGES = [
  "/en/",
  "/ru/releases",
  "/en/releases/world-day-2020-25-years",
  "/kk/events/world-day-2027",
  "/en/events",
  "/ru/kits/world-day-2020",
  "/en/who-we-are",
  "/api/",
];
const CATEGORIES = ["performance", "accessibility", "best-practices", "seo"];

/** Prints the scores of every kind of page, and what keeps each below 100. @param address of a newsroom */
export async function printScores(address: string): Promise<void> {
  const reports = mkdtempSync(join(tmpdir(), "dateline-lighthouse-"));
  const chrome = await serverless.executablePath();
  try {
    console.log(`${"".padEnd(40)}${CATEGORIES.map((name) => name.padStart(16)).join("")}`);
    for (const path of PAGES) {
      const { scores, failing } = score(address + path, join(reports, "report.json"), chrome);
      console.log(
        `${path.padEnd(40)}${scores.map((each) => String(each).padStart(16)).join("")}  ${failing.join(" ")}`.trimEnd(),
      );
    }
  } finally {
    rmSync(reports, { recursive: true });
  }
}

const require = createRequire(import.meta.url);
const LIGHTHOUSE = join(dirname(require.resolve("lighthouse/package.json")), "cli", "index.js");

/** Scores of 100, and audits below 90 that count. */
function score(address: string, file: string, chrome: string): { scores: number[]; failing: string[] } {
  const { status, stderr } = spawnSync(
    process.execPath,
    [
      LIGHTHOUSE,
      address,
      "--quiet",
      "--output=json",
      `--output-path=${file}`,
      `--only-categories=${CATEGORIES.join()}`,
      "--chrome-flags=--headless --no-sandbox --disable-gpu",
    ],
    { encoding: "utf8", env: { ...process.env, CHROME_PATH: chrome } },
  );
  if (status !== 0) throw new Error(`Lighthouse failed on ${address}: ${stderr}`);
  const { categories, audits } = JSON.parse(readFileSync(file, "utf8"));
  return {
    scores: CATEGORIES.map((name) => Math.round(categories[name].score * 100)),
    failing: CATEGORIES.flatMap((name) => categories[name].auditRefs)
      .filter(({ id, weight }) => weight > 0 && audits[id].score !== null && audits[id].score < 0.9)
      .map(({ id }) => id),
  };
}

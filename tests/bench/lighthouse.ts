import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import serverless from "@sparticuz/chromium";
import { freshWorkplace, npmStart } from "../worlds/started-newsroom.ts";

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

/** `npm run lighthouse`: the scores of every kind of page, and what keeps each below 100. */
const workplace = freshWorkplace();
const newsroom = npmStart(workplace);
try {
  const { address } = await newsroom.opened();
  const reports = mkdtempSync(join(tmpdir(), "dateline-lighthouse-"));
  const chrome = await serverless.executablePath();
  for (const path of PAGES) {
    const file = join(reports, `${path.replaceAll("/", "_")}.json`);
    const flags = [
      "--quiet",
      "--output=json",
      `--output-path=${file}`,
      `--only-categories=${CATEGORIES.join()}`,
    ];
    const { status, stderr } = spawnSync(
      "npx",
      ["lighthouse", address + path, ...flags, "--chrome-flags=--headless --no-sandbox --disable-gpu"],
      { encoding: "utf8", env: { ...process.env, CHROME_PATH: chrome } },
    );
    if (status !== 0) throw new Error(`Lighthouse failed on ${path}: ${stderr}`);
    const { categories, audits } = JSON.parse(readFileSync(file, "utf8"));
    const scores = CATEGORIES.map((name) =>
      String(Math.round(categories[name].score * 100)).padStart(4),
    ).join("");
    const failing = CATEGORIES.flatMap((name) => categories[name].auditRefs)
      .filter(({ id, weight }) => weight > 0 && audits[id].score !== null && audits[id].score < 0.9)
      .map(({ id }) => id);
    console.log(`${path.padEnd(40)}${scores}  ${failing.join(" ")}`);
  }
} finally {
  await newsroom.interrupt();
  workplace.remove();
}

import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { npmStart } from "../worlds/commands/started-newsroom.ts";
import { writeRelease, writeReleases } from "../worlds/content/generated-content.ts";

/** Attempts, and releases that are published at the same time. */
const ATTEMPTS = 3;
const WAIT_MS = 15 * 60_000;

/**
 * How long it takes until every address of a release answers 410 when `npm run gone` begins on an idle newsroom, and
 * while all releases are being published; and how long the publisher takes to end from then on.
 *
 * @param releases in the newsroom: from 200 on, the publisher says that it is at work
 */
export async function benchEmergency(releases: number): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "dateline-bench-emergency-"));
  const place = { content: join(folder, "content"), state: join(folder, "state"), remove: () => {} };
  const edited = join(folder, "edited");
  await writeReleases(place.content, 1);
  await writeReleases(edited, releases);
  const newsroom = npmStart(place);
  try {
    await newsroom.opened(WAIT_MS);
    const options = ["--state", place.state, "--content", edited];
    await run("publish", ...options);
    const slugs = readdirSync(join(edited, "releases")).filter((slug) => slug.startsWith("release-"));
    for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
      const idle = await timed(() => run("gone", `releases/${slugs[attempt]}`, ...options));
      for (let n = ATTEMPTS * 2 + 1; n <= releases; n++) writeRelease(edited, n, `Edit ${attempt}. `);
      const publisher = start("publish", ...options);
      const ended = once(publisher, "close");
      await once(publisher.stdout ?? publisher, "data");
      const begun = performance.now();
      const gone = await run("gone", `releases/${slugs[ATTEMPTS + attempt]}`, ...options);
      const [code] = await ended;
      console.log(
        `  idle ${lastSeconds(idle.said)} (whole command ${idle.seconds.toFixed(1)} s)   ` +
          `while ${releases} releases are published ${lastSeconds(gone.said)} ` +
          `(whole command ${((performance.now() - begun) / 1_000).toFixed(1)} s), the publisher ended with ${code}`,
      );
    }
  } finally {
    await newsroom.interrupt();
    rmSync(folder, { recursive: true, force: true });
  }
}

function start(command: string, ...args: string[]): ChildProcess {
  return spawn(process.execPath, ["infra/cli/dateline.mjs", command, ...args]);
}

async function run(command: string, ...args: string[]): Promise<{ said: string }> {
  const child = start(command, ...args);
  const [out, error] = await Promise.all(
    [child.stdout, child.stderr].map((stream) => stream && text(stream)),
  );
  if (child.exitCode === null) await once(child, "close");
  return { said: `${out}${error}` };
}

async function timed<Result>(task: () => Promise<Result>): Promise<Result & { seconds: number }> {
  const begun = performance.now();
  const result = await task();
  return { ...result, seconds: (performance.now() - begun) / 1_000 };
}

/** `the last after 0.6 s` in the table with which the command ends. */
const lastSeconds = (said: string): string =>
  /the last after ([\d.]+ s)/.exec(said)?.[1] ?? `nothing:\n${said}`;

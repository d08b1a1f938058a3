import { spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { expect, onTestFinished, test } from "vitest";
import { freePort } from "../../infra/local/machine/free-port.ts";
import { freshWorkplace } from "../worlds/commands/fresh-workplace.ts";
import { markedEnvironment } from "../worlds/commands/marked-processes.ts";
import { type StartedNewsroom, startDirectly } from "../worlds/commands/started-newsroom.ts";

/** `DATELINE_STARTS=30` tries more. */
const STARTS = Number(process.env.DATELINE_STARTS ?? 8);
/** A line of a stack trace. */
const STACK = /^\s+at /m;

/** Moments of a start at which somebody presses Ctrl-C, from the first to the last. */
const MOMENTS: readonly ((at: { state: string; address: string; newsroom: StartedNewsroom }) => boolean)[] = [
  ({ state }) => existsSync(join(state, "running.json")),
  ({ state }) => existsSync(join(state, "dynamodb")),
  ({ state }) => existsSync(join(state, "s3")),
  ({ newsroom }) => newsroom.said().includes("Readers can come"),
  ({ newsroom }) => /media kit|media-kits/.test(newsroom.said()),
  ({ newsroom }) => newsroom.said().includes("Published: "),
  ({ newsroom }) => newsroom.said().includes("The newsroom is open"),
];

test(`${STARTS} starts and Ctrl-C at any moment on one state leave nothing running and nothing half`, async () => {
  const place = freshWorkplace();
  onTestFinished(place.remove);
  rmSync(join(place.state, "cache"), { recursive: true }); // the first publications take their time
  const { env, running } = markedEnvironment();
  for (let n = 0; n < STARTS; n++) {
    const port = await freePort();
    const newsroom = startDirectly(place, env, "--port", String(port));
    const at = { state: place.state, address: `http://127.0.0.1:${port}`, newsroom };
    const moment = MOMENTS[n % MOMENTS.length];
    while (newsroom.child.exitCode === null && !moment?.(at) && !newsroom.said().includes("is open"))
      await pause(5);
    await newsroom.interrupt();
    const { exitCode, signalCode } = newsroom.child; // a signal, where it came before anything had begun
    expect([n, exitCode ?? signalCode]).toEqual([n, newsroom.said() === "" ? expect.anything() : 0]);
    expect(newsroom.said()).not.toMatch(STACK);
    await expect.poll(running, { timeout: 10_000 }).toEqual([]);
    expect(existsSync(join(place.state, "running.json"))).toBe(false);
  }
  const last = startDirectly(place, env, "--port", "0");
  const { address } = await last.opened();
  expect((await fetch(`${address}/en/kits/world-day-2020`)).status).toBe(200);
  await last.interrupt();
  const again = startDirectly(place, env, "--port", new URL(address).port); // an address of its own is news to the site
  await again.opened();
  expect(again.said()).toContain("Published: nothing new");
  await again.interrupt();
}, 1_800_000);

test("pages are there before media kits, and say that publishing goes on", async () => {
  const place = freshWorkplace();
  onTestFinished(place.remove);
  rmSync(join(place.state, "cache"), { recursive: true });
  const port = await freePort();
  const address = `http://127.0.0.1:${port}`;
  const newsroom = startDirectly(place, process.env, "--port", String(port));
  await newsroom.hear(/Readers can come: /);
  const page = await fetch(`${address}/ru/`);
  expect([page.status, page.headers.get("cache-control")]).toEqual([200, "no-store"]);
  expect(await page.text()).toMatch(/<aside class="preview">Публикация продолжается: готово \d+\sиз\s\d+\./);
  const kit = await fetch(`${address}/en/kits/world-day-2020`);
  expect([kit.status, kit.headers.get("retry-after")]).toEqual([503, "2"]);
  await newsroom.interrupt();
}, 120_000);

/** As root a small disk can be had. */
const isRoot = process.platform === "linux" && process.getuid?.() === 0;

test.skipIf(!isRoot).each([3, 7])(
  "a disk of %i MB is named as full in one line, and nothing stays running",
  async (megabytes) => {
    const state = mkdtempSync(join(tmpdir(), "dateline-small-disk-"));
    spawnSync("mount", ["-t", "tmpfs", "-o", `size=${megabytes}m`, "tmpfs", state]);
    onTestFinished(() => {
      spawnSync("umount", [state]);
      rmSync(state, { recursive: true });
    });
    const { env, running } = markedEnvironment();
    const newsroom = startDirectly({ content: "content", state, remove: () => {} }, env, "--port", "0");
    expect(await newsroom.exit()).toBe(1);
    expect(newsroom.said().match(/The disk is full/g)).toHaveLength(1);
    expect(newsroom.said()).not.toMatch(STACK);
    await expect.poll(running).toEqual([]);
  },
  300_000,
);

test.skipIf(!isRoot)(
  "on a disk that becomes full an open newsroom goes on, and names it once",
  async () => {
    const place = freshWorkplace();
    const state = mkdtempSync(join(tmpdir(), "dateline-small-disk-"));
    spawnSync("mount", ["-t", "tmpfs", "-o", "size=40m", "tmpfs", state]);
    onTestFinished(() => {
      spawnSync("umount", ["--lazy", state]);
      rmSync(state, { recursive: true });
      place.remove();
    });
    cpSync(join(place.state, "cache"), join(state, "cache"), { recursive: true });
    const newsroom = startDirectly({ ...place, state }, process.env, "--port", "0");
    onTestFinished(async () => void (newsroom.child.exitCode ?? (await newsroom.interrupt())));
    const { address } = await newsroom.opened();
    spawnSync("dd", ["if=/dev/zero", `of=${join(state, "fill")}`, "bs=4k"]);
    const heard = newsroom.hear(/Not published: the disk is full/);
    const page = join(place.content, "pages/our-work/en.md");
    writeFileSync(page, readFileSync(page, "utf8").replace('title: "Our work"', 'title: "What we do"'));
    await heard;
    expect((await fetch(`${address}/en/`)).status).toBe(200);
    await newsroom.interrupt();
    expect(newsroom.said().match(/The disk is full/g)).toHaveLength(1);
  },
  300_000,
);

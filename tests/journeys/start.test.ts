import { spawnSync } from "node:child_process";
import {
  existsSync,
  mkdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, describe, expect, onTestFinished, test } from "vitest";
import { freshWorkplace } from "../worlds/commands/fresh-workplace.ts";
import {
  isAlive,
  npmStart,
  type StartedNewsroom,
  startDirectly,
  type Workplace,
} from "../worlds/commands/started-newsroom.ts";
import { crawled } from "../worlds/reading/crawl.ts";

const RELEASE = "releases/world-day-2020-25-years";

function workplace(): Workplace {
  const place = freshWorkplace();
  onTestFinished(place.remove);
  return place;
}

/** Replaces words in a file of the content, as an editor would. */
function edit(place: Workplace, file: string, from: string | RegExp, to: string): void {
  const path = join(place.content, file);
  writeFileSync(path, readFileSync(path, "utf8").replace(from, to));
}

describe("a newsroom on one machine", () => {
  const place = freshWorkplace();
  let newsroom: StartedNewsroom;
  let address: string;

  beforeAll(async () => {
    newsroom = npmStart(place);
    ({ address } = await newsroom.opened());
  });
  afterEach(() => expect(newsroom.child.exitCode).toBe(null));
  afterAll(async () => {
    await newsroom.interrupt();
    place.remove();
  });

  test("it says where everything is, and what it cannot prove", () => {
    const said = newsroom.said();
    for (const path of ["/en/", "/ru/", "/kk/", "/en/feed.atom", "/en/events.ics", "/api/"])
      expect(said).toContain(`${address}${path}\n`);
    expect(said).toMatch(/Published: \d+ created/);
    expect(said).toMatch(/calendar@newsroom\.local: .* 127\.0\.0\.1:\d+/);
    expect(said).toContain("IAM");
  });

  test.each([
    "/en/",
    "/ru/releases",
    "/kk/events",
    "/en/feed.atom",
    "/en/events.ics",
    "/api/v1/releases",
    "/en/kits",
  ])("%s is there", async (path) => {
    expect((await fetch(`${address}${path}`)).status).toBe(200);
  });

  test("every picture of the front page is there, and may be kept for good", async () => {
    const page = await (await fetch(`${address}/en/`)).text();
    const pictures = [...page.matchAll(/(?:src|content)="[^"]*(\/media\/[^"\s]+)"/g)].map(([, path]) => path);
    expect(pictures.length).toBeGreaterThan(0);
    for (const path of pictures) {
      const { status, headers } = await fetch(`${address}${path}`, { method: "HEAD" });
      expect([status, headers.get("cache-control")]).toEqual([200, expect.stringContaining("immutable")]);
    }
  });

  test("every address that the newsroom names leads somewhere, in one step or two", async () => {
    const { seen, broken } = await crawled(address);
    expect(broken).toEqual([]);
    expect(seen).toBeGreaterThan(200);
  });

  test("an edited file is published again, and it says which", async () => {
    const heard = newsroom.hear(
      /Edited: releases\/world-day-2020-25-years\/en\.md\n(?:.*\n)*Published: \d+ changed/,
    );
    edit(place, `${RELEASE}/en.md`, /^title: .*$/m, "title: A title nobody had thought of");
    await heard;
    const page = await (await fetch(`${address}/en/${RELEASE}`)).text();
    expect(page).toContain("A title nobody had thought of");
  });

  test("a mistake is shown with its line, and readers keep what they had", async () => {
    const facts = readFileSync(join(place.content, RELEASE, "release.yaml"), "utf8");
    const wrong = newsroom.hear(/release\.yaml:1: [\s\S]*Not published/);
    writeFileSync(join(place.content, RELEASE, "release.yaml"), `tpics: []\n${facts}`);
    await wrong;
    expect((await fetch(`${address}/en/${RELEASE}`)).status).toBe(200);
    const mended = newsroom.hear(/Published: /);
    writeFileSync(join(place.content, RELEASE, "release.yaml"), facts);
    await mended;
  });

  test("a second start on the same state says in one line where the first one is", async () => {
    const second = npmStart(place);
    expect(await second.exit()).toBe(1);
    expect(second.said().trim().split("\n")).toEqual([expect.stringContaining(`already runs`)]);
    expect(second.said()).toContain(address);
  });

  test("a taken port is one line that says which", async () => {
    const other = { ...place, state: `${place.state}-2` };
    const { port } = new URL(address);
    const second = startDirectly(other, process.env, "--port", port);
    expect(await second.exit()).toBe(1);
    expect(second.said()).toMatch(new RegExp(`^Port ${port} is taken .*--port.*\\n$`));
  });

  test("Ctrl-C leaves nothing running, and the next start finds what was published", async () => {
    const { pid, dynamodbPid } = await newsroom.opened();
    const before = await fetch(`${address}/en/releases`);
    await newsroom.interrupt();
    // a killed process keeps its id until the system has taken note of its end, which a busy machine does late
    await expect.poll(() => [pid, dynamodbPid].filter(isAlive)).toEqual([]);
    expect(existsSync(join(place.state, "running.json"))).toBe(false);

    newsroom = npmStart(place, "--port", new URL(address).port);
    await newsroom.opened();
    expect(newsroom.said()).toMatch(/Published: nothing new/);
    const after = await fetch(`${address}/en/releases`);
    expect(after.headers.get("etag")).toBe(before.headers.get("etag"));
    expect(after.headers.get("last-modified")).toBe(before.headers.get("last-modified"));
  });
});

test("without Java it says in one line how to get it", async () => {
  const { JAVA_HOME: _, ...env } = process.env;
  const newsroom = startDirectly(workplace(), { ...env, PATH: "/nowhere" });
  expect(await newsroom.exit()).toBe(1);
  expect(newsroom.said()).toMatch(/^DynamoDB Local needs Java 17 or newer: .*Install a JRE.*\n$/);
});

test.skipIf(process.platform === "win32")(
  "without Perl a first start says so in one line, and no empty newsroom opens",
  async () => {
    const place = workplace();
    rmSync(join(place.state, "cache"), { recursive: true }); // no file of a kit has been made before
    const java = realpathSync(spawnSync("sh", ["-c", "command -v java"], { encoding: "utf8" }).stdout.trim());
    const programs = join(place.state, "..", "programs");
    mkdirSync(programs);
    symlinkSync(java, join(programs, "java"));
    const { JAVA_HOME: _, ...env } = process.env;
    const newsroom = startDirectly(place, { ...env, PATH: programs }, "--port", "0");
    expect(await newsroom.exit()).toBe(1);
    expect(newsroom.said()).toMatch(/^(?:Starting .*\n)*Perl is not installed, .*\n$/);
  },
);

test.each([
  [["--port", "http"], /^--port: http is no port/],
  [["--at", "soon"], /^--at: soon/],
  [["--prot", "80"], /--prot/],
])("%j is refused in one line", async (flags, line) => {
  const newsroom = startDirectly(workplace(), process.env, ...flags);
  expect(await newsroom.exit()).toBe(2);
  expect(newsroom.said()).toMatch(line);
  expect(newsroom.said().trim().split("\n").length).toBe(1);
});

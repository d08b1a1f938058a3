import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import {
  appendFileSync,
  cpSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { afterAll, beforeAll, expect, test } from "vitest";
import { DATELINE } from "../worlds/commands/command.ts";
import { freshWorkplace } from "../worlds/commands/fresh-workplace.ts";
import { npmStart, type StartedNewsroom, type Workplace } from "../worlds/commands/started-newsroom.ts";

/** `npm run publish` as a program of its own, into a newsroom that runs on this machine. */

let place: Workplace;
let newsroom: StartedNewsroom;
let address: string;
/** A folder beside the one that the newsroom watches. */
let content: string;

beforeAll(async () => {
  place = freshWorkplace();
  content = `${place.content}-edited`;
  cpSync(place.content, content, { recursive: true });
  newsroom = npmStart(place);
  address = (await newsroom.opened()).address;
});

afterAll(async () => {
  await newsroom.interrupt();
  place.remove();
});

function startPublishing(...flags: string[]): ChildProcess {
  const args = [DATELINE, "publish", "--state", place.state, "--content", content];
  return spawn(process.execPath, [...args, ...flags]);
}

async function publish(...flags: string[]): Promise<{ said: string; code: number | null }> {
  const child = startPublishing(...flags);
  const [out, error] = await Promise.all(
    [child.stdout, child.stderr].map((stream) => stream && text(stream)),
  );
  const code = child.exitCode ?? (await once(child, "close"))[0];
  return { said: `${out}${error}`, code };
}

function edit(file: string, change: (words: string) => string): void {
  writeFileSync(join(content, file), change(readFileSync(join(content, file), "utf8")));
}

test("what is published already is left as it is", async () => {
  const { said, code } = await publish();
  expect(said).toMatch(/Created 0, changed 0, removed 0, left \d+ as they were\./);
  expect(code).toBe(0);
});

test("killed while it writes, publishing goes on with the next start", async () => {
  for (const release of readdirSync(join(content, "releases")))
    appendFileSync(join(content, "releases", release, "en.md"), "\nOne more paragraph.\n");
  const killed = startPublishing();
  await once(killed.stdout ?? killed, "data");
  killed.kill("SIGKILL");
  await once(killed, "close");

  const { said, code } = await publish();
  expect(said).toMatch(/Created 0, changed \d+, removed 0/);
  expect(code).toBe(0);
  for (const release of readdirSync(join(content, "releases"))) {
    const page = await fetch(`${address}/en/releases/${release}`);
    expect(await page.text()).toContain("One more paragraph.");
  }
  expect((await publish()).said).toContain("changed 0");
});

test("a release that gets another slug is found at every former address, in every form", async () => {
  const [before, after] = ["how-to-help", "how-you-can-help"];
  renameSync(join(content, "releases", before), join(content, "releases", after));
  for (const file of readdirSync(content, { recursive: true, encoding: "utf8" }))
    if (/\.(md|yaml)$/.test(file)) edit(file, (words) => words.replaceAll(before, after));

  const { said } = await publish();
  expect(said).toContain(`/kk/releases/${before} redirects to /kk/releases/${after}`);
  for (const form of ["", ".json", ".md", ".txt"]) {
    const answer = await fetch(`${address}/ru/releases/${before}${form}`, { redirect: "manual" });
    expect([form, answer.status, answer.headers.get("Location")]).toEqual([
      form,
      301,
      expect.stringMatching(new RegExp(`/ru/releases/${after}${form.replace(".", "\\.")}$`)),
    ]);
  }
});

test("a release whose folder is gone stops publishing, unless it is said to be meant", async () => {
  const release = "online-marathon-2020";
  rmSync(join(content, "releases", release), { recursive: true });
  for (const file of readdirSync(content, { recursive: true, encoding: "utf8" }))
    if (/\.(md|yaml)$/.test(file))
      edit(file, (words) =>
        words
          .replaceAll(`/releases/${release}`, "/releases")
          .replaceAll(new RegExp(`^ *- ${release}\n`, "gm"), ""),
      );

  const refused = await publish();
  expect(refused.said).toContain(`releases/${release}`);
  expect(refused.said).toContain("--remove-missing");
  expect(refused.code).toBe(1);
  expect((await fetch(`${address}/en/releases/${release}`)).status).toBe(200);

  expect((await publish("--remove-missing")).said).toMatch(/removed 1, /);
  expect((await fetch(`${address}/en/releases/${release}`)).status).toBe(404);
});

test("a name that disappears is asked about; without a terminal a flag has to say why it goes", async () => {
  const release = "releases/shelters-for-victims";
  const changes = async (language: string) =>
    (await fetch(`${address}/${language}/${release}/changes`)).text();
  edit(`${release}/en.md`, (words) => words.replace("Nina Balabayeva, director", "The director"));
  const refused = await publish();
  expect(refused.code).toBe(1);
  expect(refused.said).toContain(`${release} would lose a name (English)`);
  expect(refused.said).not.toContain("Balabayeva");
  expect((await publish("--redact")).code).toBe(0);
  expect(await changes("en")).not.toContain("Balabayeva");

  edit(`${release}/ru.md`, (words) => words.replace("Нина Балабаева", "директор"));
  expect((await publish("--minor")).code).toBe(0);
  expect(await changes("ru")).toContain("Балабаева");
});

test("bad content is told line by line, and nothing of it is published", async () => {
  edit("site.yaml", (words) => `${words}\nnonsense: true\n`);
  const { said, code } = await publish("--dry-run");
  expect(said).toMatch(/site\.yaml:\d+: .*nonsense/);
  expect(said).toContain("Nothing was published.");
  expect(code).toBe(1);
});

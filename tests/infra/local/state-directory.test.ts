import { spawn, spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { runningIn, takeState } from "../../../infra/local/machine/state-directory.ts";

function freshState(): string {
  const path = mkdtempSync(join(tmpdir(), "dateline-state-"));
  onTestFinished(() => rmSync(path, { recursive: true, force: true }));
  return path;
}

const note = (path: string, running: unknown) =>
  writeFileSync(join(path, "running.json"), JSON.stringify(running));

test("a state directory tells what runs on it, and no more once it has ended", async () => {
  const path = freshState();
  const state = await takeState(path);
  state.tell({ address: "http://127.0.0.1:1" });
  expect(runningIn(path)).toEqual({ pid: process.pid, address: "http://127.0.0.1:1" });
  state.release();
  expect(readdirSync(path)).toEqual([]);
});

test("a second newsroom on the same state is refused and told where the first one is", async () => {
  const path = freshState();
  const other = spawn(process.execPath, ["-e", "setTimeout(() => {}, 60_000)"]);
  onTestFinished(() => void other.kill());
  const server = createServer((_, response) => response.end()).listen(0, "127.0.0.1");
  onTestFinished(() => void server.close());
  await new Promise((resolve) => server.once("listening", resolve));
  const bound = server.address();
  const address = `http://127.0.0.1:${typeof bound === "object" ? bound?.port : ""}`;
  note(path, { pid: other.pid, address });
  await expect(takeState(path)).rejects.toMatchObject({
    code: "already-running",
    message: expect.stringContaining(address),
  });
});

test.each([
  ["a process that is gone", () => ({ pid: spawnSync(process.execPath, ["-e", ""]).pid })],
  ["a process that is something else by now", () => ({ pid: process.ppid, address: "http://127.0.0.1:1" })],
  ["half a note", () => "{"],
])("%s does not keep a state directory", async (_, running) => {
  const path = freshState();
  note(path, running());
  (await takeState(path)).release();
});

test("a state that cannot be written to is refused with its reason, and nothing is made there", async () => {
  const path = freshState();
  writeFileSync(join(path, "file"), "");
  mkdirSync(join(path, "state"));
  writeFileSync(join(path, "state", "dynamodb"), "");
  for (const [unusable, reason] of [
    [join(path, "file"), "is a file"],
    [join(path, "file", "below"), "a part of its path is a file"],
    [join(path, "state"), "dynamodb is a file"],
  ] as const)
    await expect(takeState(unusable)).rejects.toMatchObject({
      code: "state-unusable",
      message: expect.stringContaining(reason),
    });
  expect(readdirSync(join(path, "state"))).toEqual(["dynamodb"]);
});

test.skipIf(process.platform !== "linux")(
  "a path under /proc is refused and not tried for ever",
  async () => {
    await expect(takeState("/proc/dateline")).rejects.toMatchObject({ code: "state-unusable" });
  },
);

test("a state remembers that all of the content was published, until it begins anew", async () => {
  const path = freshState();
  const state = await takeState(path);
  expect(state.wasPublished).toBe(false);
  state.published();
  state.release();
  const next = await takeState(path);
  expect(next.wasPublished).toBe(true);
  next.empty();
  expect(next.wasPublished).toBe(false);
});

test("to begin anew removes what Dateline put there and nothing else", async () => {
  const path = freshState();
  const state = await takeState(path);
  for (const file of [
    "dynamodb/shared-local-instance.db",
    "s3/buckets/b/objects/a.data",
    "s3/dateline-media/bucket/bytes/a",
    "cache/content.jsonl",
    "s3/mine.txt",
    "notes.txt",
  ]) {
    mkdirSync(join(path, file, ".."), { recursive: true });
    writeFileSync(join(path, file), "x");
  }
  state.empty();
  expect(existsSync(state.dynamodb)).toBe(false);
  expect(readdirSync(state.s3)).toEqual(["mine.txt"]);
  expect(readdirSync(path)).toContain("notes.txt");
});

test("to begin anew keeps the originals, which may be nowhere else", async () => {
  const path = freshState();
  const state = await takeState(path);
  for (const folder of ["s3/dateline-originals/bucket", "s3/dateline-media/bucket", "cache/originals"]) {
    mkdirSync(join(path, folder), { recursive: true });
    writeFileSync(join(path, folder, "a"), "x");
  }
  state.empty();
  expect(readdirSync(state.s3)).toEqual(["dateline-originals"]);
  expect(readdirSync(join(state.cache, "originals"))).toEqual(["a"]);
});

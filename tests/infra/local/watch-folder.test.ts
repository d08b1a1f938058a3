import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test, vi } from "vitest";
import { watchFolder } from "../../../infra/local/machine/watch-folder.ts";

async function watched(changed: (files: readonly string[]) => Promise<void>): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), "dateline-watch-"));
  const stop = await watchFolder(folder, changed);
  onTestFinished(async () => {
    await stop();
    rmSync(folder, { recursive: true });
  });
  return folder;
}

test("several files saved at once are one change, and what editors leave beside them is none", async () => {
  const changed = vi.fn(async (_files: readonly string[]) => {});
  const folder = await watched(changed);
  for (const name of [".en.md.swp", "en.md~", "en.md", "ru.md", "kk.md"])
    writeFileSync(join(folder, name), "x");
  await vi.waitFor(() => expect(changed).toHaveBeenCalled(), { timeout: 5_000 });
  expect(changed.mock.calls).toEqual([[["en.md", "kk.md", "ru.md"]]]);
});

test("what is saved while a change is being taken in is taken in afterwards", async () => {
  let finish = () => {};
  const changed = vi.fn(
    () =>
      new Promise<void>((resolve) => {
        finish = resolve;
      }),
  );
  const folder = await watched(changed);
  writeFileSync(join(folder, "en.md"), "first");
  await vi.waitFor(() => expect(changed).toHaveBeenCalledTimes(1), { timeout: 5_000 });
  writeFileSync(join(folder, "en.md"), "second");
  await vi.waitFor(
    () => {
      finish();
      expect(changed).toHaveBeenCalledTimes(2);
    },
    { timeout: 5_000 },
  );
  finish();
});

import { expect, test, vi } from "vitest";
import type { HeldOutcome } from "../../../functions/workflows/publish/stored/held-records.ts";
import type { FolderPublisher } from "../../../infra/cli/publishing/folder-publisher.ts";
import { contentPublishing } from "../../../infra/cli/start/publish-at-start.ts";

const HELD: HeldOutcome = {
  unit: { folder: "releases/first", kind: "release", problems: 1, retraction: undefined },
  became: "absent",
};

/** What a first start says, and whether the newsroom counts as published then. */
async function firstStart(folders: readonly string[], held: readonly HeldOutcome[]) {
  const units = folders.map((folder) => ({ kind: "unit", folder, outcome: "created" }) as const);
  const counts = { created: folders.length, changed: 0, removed: 0, left: 0, files: 0, bytes: 0 };
  const publisher: FolderPublisher = {
    publish: async () => ({
      problems: [],
      publication: {
        outcome: { ...counts, invalidated: 0, refused: 0, held },
        units,
        refused: [],
        seconds: 1,
      },
    }),
    stop: async () => {},
  };
  const published = vi.fn<() => void>();
  const said: string[] = [];
  const listen = (text: unknown) => said.push(String(text)) > 0;
  const out = vi.spyOn(process.stdout, "write").mockImplementation(listen);
  const err = vi.spyOn(process.stderr, "write").mockImplementation(listen);
  try {
    await contentPublishing(publisher, { explain: () => undefined }, () => {}).atStart({
      wasPublished: false,
      published,
    });
  } finally {
    out.mockRestore();
    err.mockRestore();
  }
  return { said: said.join(""), isPublished: published.mock.calls.length > 0 };
}

test("a first start with a unit that cannot be published opens all the same, and names it last", async () => {
  const { said, isPublished } = await firstStart(["site.yaml", "releases/second"], [HELD]);
  expect(isPublished).toBe(true);
  expect(said).toMatch(/^Published: .*\nNot published: releases\/first: nothing of it is published yet\.\n$/);
});

test("a first start of which nothing but the site can be published refuses", async () => {
  await expect(firstStart(["site.yaml"], [HELD])).rejects.toMatchObject({ code: "content-invalid" });
  expect((await firstStart(["site.yaml"], [])).isPublished).toBe(true);
});

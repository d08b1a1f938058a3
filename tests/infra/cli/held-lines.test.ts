import { expect, test } from "vitest";
import type { HeldUnit } from "../../../functions/workflows/held-unit.ts";
import type { HeldOutcome } from "../../../functions/workflows/publish/stored/held-records.ts";
import { heldLines } from "../../../infra/cli/publishing/held-lines.ts";

const held = (became: HeldOutcome["became"], unit: Partial<HeldUnit> = {}): HeldOutcome => ({
  unit: {
    folder: `releases/${became}`,
    kind: "release",
    problems: 2,
    first: { file: "content/releases/a/kk.md", line: 3, message: "title is missing; expected text" },
    retraction: undefined,
    ...unit,
  },
  became,
});

test("nothing is said where every unit was published", () => {
  expect(heldLines([])).toBe("");
});

test("a unit that could not be published is named with its first problem and what became of what is stored", () => {
  expect(heldLines([held("kept")])).toBe(
    "Not published: releases/kept: it stays as it was published before. content/releases/a/kk.md:3: title is missing; expected text (and 1 more)\n",
  );
});

test("a suspended embargo comes first, then what is public still, and what only waits last, in a few words", () => {
  const waiting = { problems: 0, waitsFor: "media-kits/photos" } as const;
  const { first: _, ...none } = held("kept").unit;
  const lines = heldLines([
    { unit: { ...none, ...waiting, folder: "releases/waits" }, became: "kept" },
    held("absent"),
    held("retracted"),
    held("still-public"),
    held("suspended"),
  ]).split("\n");
  expect(lines[0]).toContain("releases/suspended: ITS EMBARGO IS SUSPENDED");
  expect(lines[1]).toContain("releases/still-public: IT IS STILL PUBLIC");
  expect(lines[2]).toContain("releases/retracted");
  expect(lines[3]).toContain("releases/absent: nothing of it is published yet.");
  expect(lines.slice(4)).toEqual(["Not published: releases/waits waits for media-kits/photos.", ""]);
});

import { describe, expect, test } from "vitest";
import { housekeepingHandler } from "../../functions/lambda/housekeeping-run.ts";
import type { Housekept } from "../../functions/workflows/housekeeping/dependencies.ts";

const NOTHING: Housekept = {
  ended: 0,
  offers: 0,
  told: 0,
  reminded: 0,
  forgotten: 0,
  erased: 0,
  resent: 0,
  heard: 0,
  failures: [],
};

function handlerOf(done: Partial<Housekept>) {
  const lines: Record<string, unknown>[] = [];
  const handler = housekeepingHandler(
    async () => ({ ...NOTHING, ...done }),
    (line) => lines.push(JSON.parse(line)),
    () => ({ stage: "dev", now: "2027-06-01T05:00:00Z" }),
  );
  return { handler, lines };
}

describe("a run of housekeeping", () => {
  test("tells in one line what it came to, with its metric", async () => {
    const { handler, lines } = handlerOf({ ended: 2, offers: 1 });
    await handler();
    expect(lines).toEqual([
      expect.objectContaining({
        kind: "housekept",
        level: "INFO",
        ended: 2,
        offers: 1,
        Stage: "dev",
        HousekeepingFailures: 0,
        _aws: expect.anything(),
      }),
    ]);
  });

  test("fails when something could not be done, having told all of it", async () => {
    const { handler, lines } = handlerOf({ offers: 1, failures: [new Error("one"), new Error("two")] });
    await expect(handler()).rejects.toThrow("could not do 2 things");
    expect(lines.map(({ kind, message }) => [kind, message])).toEqual([
      ["housekeeping-failed", "one"],
      ["housekeeping-failed", "two"],
      ["housekept", undefined],
    ]);
    expect(lines.at(-1)).toMatchObject({ level: "ERROR", offers: 1, HousekeepingFailures: 2 });
  });
});

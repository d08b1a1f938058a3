import { expect, test, vi } from "vitest";
import { Refusal } from "../../../functions/domain/refusal.ts";
import { say, warn, warnOfRefusal } from "../../../infra/cli/console/say.ts";

/** What reaches a stream while something is told. */
function written(to: "stdout" | "stderr", tell: () => void): string {
  const spy = vi.spyOn(process[to], "write").mockReturnValue(true);
  try {
    tell();
    return spy.mock.calls.map(([part]) => part).join("");
  } finally {
    spy.mockRestore();
  }
}

test("a message ends with one line break, and an empty message prints nothing", () => {
  expect(written("stdout", () => say("It is done."))).toBe("It is done.\n");
  expect(written("stdout", () => say("One.\nTwo.\n"))).toBe("One.\nTwo.\n");
  expect(written("stderr", () => warn(""))).toBe("");
});

test("a refusal is told as what is wrong and what to do, after what it stops", () => {
  const refusal = new Refusal("newsroom-unreachable", 503, "No newsroom runs.", "Start it with `npm start`.");
  vi.stubEnv("npm_lifecycle_event", "start");
  const through = written("stderr", () => warnOfRefusal(refusal));
  vi.stubEnv("npm_lifecycle_event", "npx");
  const alone = written("stderr", () => warnOfRefusal(refusal, "Not published: "));
  vi.unstubAllEnvs();
  expect(through).toBe("No newsroom runs. Start it with `npm start`.\n");
  expect(alone).toBe("Not published: No newsroom runs. Start it with `npx dateline start`.\n");
});

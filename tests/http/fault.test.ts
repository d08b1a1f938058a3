import * as v from "valibot";
import { afterEach, expect, test, vi } from "vitest";
import { logFault, loggable } from "../../functions/http/answers/fault.ts";

const Stored = v.object({
  contact: v.object({ email: v.pipe(v.string(), v.email()) }),
  language: v.picklist(["en", "ru", "kk"]),
});

/** What is thrown when something is not what it should be. */
function thrownBy(run: () => unknown): unknown {
  try {
    run();
  } catch (error) {
    return error;
  }
  throw new Error("Nothing was thrown.");
}

const PRIVATE = ["aigul at example", "aigul\n    at example.org", "(aigul)"];

afterEach(() => {
  vi.restoreAllMocks();
});

test.each(PRIVATE)(
  "of a stored value that is not as it should be, the log tells where and never what: %j",
  (email) => {
    const error = thrownBy(() => v.parse(Stored, { contact: { email }, language: email }));
    expect(String(error)).toContain(email); // or this test could not fail
    const told = loggable(error);
    expect(told).toMatchObject({
      name: "ValiError",
      message: "Not as it should be: contact.email (email), language (picklist)",
      stack: expect.stringMatching(/^at .*fault\.test\.ts/s),
    });
    expect(JSON.stringify(told)).not.toContain("aigul");
  },
);

test("nor does it quote what should have been JSON", () => {
  const error = thrownBy(() => JSON.parse('{"email": "aigul@example.org'));
  const error2 = thrownBy(() => JSON.parse("aigul"));
  expect(String(error2)).toContain("aigul");
  expect(JSON.stringify([loggable(error), loggable(error2)])).not.toContain("aigul");
});

test("any other fault is told with its message and stack", () => {
  const written = vi.spyOn(console, "error").mockImplementation(() => {});
  logFault(new Error("The table does not answer."));
  logFault("thrown as text");
  const lines = written.mock.calls.map(([line]) => JSON.parse(String(line)));
  expect(lines).toEqual([
    {
      level: "ERROR",
      message: "The table does not answer.",
      stack: expect.stringContaining("fault.test.ts"),
    },
    { level: "ERROR", message: "thrown as text", stack: expect.anything() },
  ]);
});

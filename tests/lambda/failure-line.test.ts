import * as v from "valibot";
import { expect, test } from "vitest";
import { failureLine } from "../../functions/lambda/runtime/failure-line.ts";

const NOW = "2027-06-01T05:00:00Z";

test("what failed is one line with its time, kind and error, and whatever it is given besides", () => {
  const line = failureLine("mail-waits", new TypeError("no way"), NOW, { MailWaits: 1 });
  expect(line).not.toContain("\n");
  expect(JSON.parse(line)).toEqual({
    timestamp: NOW,
    level: "ERROR",
    kind: "mail-waits",
    error: "TypeError",
    message: "no way",
    stack: expect.stringContaining("failure-line.test.ts"),
    MailWaits: 1,
  });
});

test("a stored address that cannot be read is not written into the log", () => {
  const parsed = v.safeParse(v.pipe(v.string(), v.email()), "aigul at example.org");
  if (parsed.success) throw new Error("It is no address.");
  const line = failureLine("housekeeping-failed", new v.ValiError(parsed.issues), NOW);
  expect(line).not.toContain("aigul");
  expect(JSON.parse(line)).toMatchObject({
    error: "ValiError",
    message: "Not as it should be: all of it (email)",
  });
});

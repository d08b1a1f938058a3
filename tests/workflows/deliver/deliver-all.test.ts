import { expect, test } from "vitest";
import { DELIVERED_AT_ONCE, deliverAll } from "../../../functions/workflows/deliver/deliver-all.ts";

const MANY = Array.from({ length: 3 * DELIVERED_AT_ONCE }, (_, n) => `registration ${n}`);

/** A mail service that answers nobody before as many wait for it as are asked for. */
function slowService(crowd: number) {
  const begun: string[] = [];
  let underway = 0;
  let most = 0;
  let release = () => {};
  const crowded = new Promise<void>((resolve) => {
    release = resolve;
  });
  return {
    begun,
    most: () => most,
    deliver: async (registration: string) => {
      begun.push(registration);
      underway++;
      most = Math.max(most, underway);
      if (underway === crowd) release();
      await crowded;
      underway--;
    },
  };
}

const never = (error: unknown) => {
  throw error;
};

test("mails to several people are on their way at once, and no more than the bound", async () => {
  const service = slowService(DELIVERED_AT_ONCE); // one after the other would wait for ever
  await deliverAll(MANY, service.deliver, { failed: never });
  expect([service.begun, service.most()]).toEqual([MANY, DELIVERED_AT_ONCE]);
});

test("a mail that fails, at once or late, stops no mail to others, and is reported with its registration", async () => {
  const failures: [string, unknown][] = [];
  const served: string[] = [];
  const deliver = async (registration: string) => {
    if (registration.endsWith("1")) throw "at once";
    await Promise.resolve();
    if (registration.endsWith("2")) throw "late";
    served.push(registration);
  };
  await deliverAll(MANY, deliver, { failed: (error, registration) => failures.push([registration, error]) });
  const wrong = MANY.filter((each) => /[12]$/.test(each));
  expect(failures.map(([registration]) => registration).sort()).toEqual(wrong.sort());
  expect(served).toHaveLength(MANY.length - wrong.length);
});

test("whoever is told to stop begins with nobody else and waits for those who had begun", async () => {
  const service = slowService(2);
  await deliverAll(MANY, service.deliver, { failed: never, stopped: () => service.begun.length === 2 });
  expect(service.begun).toEqual(MANY.slice(0, 2));
});

test("registrations that cannot be read any further are an error, once those that had begun have ended", async () => {
  const ended: string[] = [];
  async function* broken() {
    yield "first";
    throw new Error("the table does not answer");
  }
  const deliver = async (registration: string) => {
    await new Promise((resolve) => setImmediate(resolve));
    ended.push(registration);
  };
  await expect(deliverAll(broken(), deliver, { failed: never })).rejects.toThrow("the table does not answer");
  expect(ended).toEqual(["first"]);
});

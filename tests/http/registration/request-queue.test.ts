import { expect, test } from "vitest";
import { requestQueue } from "../../../functions/http/registration/request-queue.ts";

/** Work that ends when it is told to. */
function task() {
  let end = () => {};
  const ended = new Promise<void>((resolve) => {
    end = resolve;
  });
  return { end, work: () => ended };
}

const never = new AbortController().signal;
const settled = () => new Promise((resolve) => setImmediate(resolve));

test("as many work at a time as there are turns, in the order in which they came", async () => {
  const queue = requestQueue(2, () => 0);
  const begun: number[] = [];
  const tasks = [1, 2, 3, 4].map((n) => ({ n, ...task() }));
  const all = tasks.map(({ n, work }) =>
    queue.take(never, 1_000, () => {
      begun.push(n);
      return work();
    }),
  );
  await settled();
  expect(begun).toEqual([1, 2]);

  tasks[1]?.end();
  await settled();
  expect(begun).toEqual([1, 2, 3]);
  for (const { end } of tasks) end();
  await Promise.all(all);
  expect(begun).toEqual([1, 2, 3, 4]);
});

test("whoever would come too late is refused at once, as far as the pace so far tells", async () => {
  let now = 0;
  const queue = requestQueue(1, () => now);
  await queue.take(never, 1_000, async () => {
    now += 400;
  });
  const first = task();
  const working = queue.take(never, 1_000, first.work);

  await expect(queue.take(never, 700, async () => {})).rejects.toMatchObject({ code: "registration-busy" });
  const waiting = queue.take(never, 1_000, async () => "done");
  first.end();
  await working;
  expect(await waiting).toBe("done");
});

test("whoever is aborted while waiting leaves the queue, and the next has the turn", async () => {
  const queue = requestQueue(1, () => 0);
  const first = task();
  const working = queue.take(never, 1_000, first.work);
  const gone = new AbortController();
  const given = queue.take(gone.signal, 1_000, async () => "late");
  const next = queue.take(never, 1_000, async () => "next");

  gone.abort(new Error("gone"));
  await expect(given).rejects.toThrow("gone");
  first.end();
  await working;
  expect(await next).toBe("next");
});

test("work that fails gives its turn back", async () => {
  const queue = requestQueue(1, () => 0);
  const failing = async () => {
    throw new Error("failed");
  };
  await expect(queue.take(never, 1_000, failing)).rejects.toThrow("failed");
  expect(await queue.take(never, 1_000, async () => "next")).toBe("next");
});

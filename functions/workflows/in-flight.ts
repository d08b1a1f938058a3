/**
 * Works on tasks in their order, as many at once as there are lanes, each lane on one at a time. After a failure or
 * an abort no further task begins, those in flight end.
 *
 * @throws what failed first, or the signal's reason
 */
export async function inFlight<Task>(
  tasks: Iterable<Task>,
  lanes: number,
  work: (task: Task, lane: number) => Promise<void>,
  signal?: AbortSignal,
): Promise<void> {
  const queue = tasks[Symbol.iterator]();
  const failures: unknown[] = [];

  async function lane(n: number): Promise<void> {
    while (failures.length === 0 && !signal?.aborted) {
      const next = queue.next();
      if (next.done) return;
      try {
        await work(next.value, n);
      } catch (error) {
        failures.push(error);
      }
    }
  }

  await Promise.all(Array.from({ length: lanes }, (_, n) => lane(n)));
  if (failures.length > 0) throw failures[0];
  signal?.throwIfAborted();
}

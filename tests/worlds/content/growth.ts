/** Four times the input costs four times as much where the cost is linear, and sixteen times where it is its square. */
const TIMES = 4;
/** Doubling twice must cost less than this many times as much: halfway between linear and square. */
const MOST = 9;
/** Others use the machine, too, and code is compiled while it runs: what looks too much, or too little, is measured again. */
const TRIES = 6;
/** Microseconds added to both, below which nothing is told from noise. */
const NOISE = 1_000;

/** CPU of this process in microseconds, which no other process adds to. */
async function cost(run: () => unknown): Promise<number> {
  const before = process.cpuUsage();
  await run();
  const { user, system } = process.cpuUsage(before);
  return user + system;
}

/** Does something with an input of about so many bytes. */
export type Work = (bytes: number) => unknown;

/**
 * What grows faster than its input: "how many times as much" by name, for work whose cost, doubled and doubled again,
 * was at no try that of linear work. Empty where all of it is linear.
 */
export async function superlinear(
  works: Iterable<readonly [name: string, work: Work]>,
  largest: number,
): Promise<string[]> {
  const found: string[] = [];
  for (const [name, work] of works) {
    const times = await growth(work, largest);
    if (times >= MOST) found.push(`${name}: ${times.toFixed(1)} times`);
  }
  return found;
}

async function growth(work: Work, largest: number): Promise<number> {
  let small = Number.POSITIVE_INFINITY;
  let large = Number.POSITIVE_INFINITY;
  let times = 0;
  for (let n = 0; n < TRIES; n++) {
    small = Math.min(small, await cost(() => work(largest / TIMES)));
    large = Math.min(large, await cost(() => work(largest)));
    times = (large + NOISE) / (small + NOISE);
    if (times < MOST) return times;
  }
  return times;
}

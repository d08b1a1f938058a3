/** A source of numbers in [0, 1) that gives the same ones for the same seed, on every machine. */
export type Random = () => number;

/** Mulberry32 (Tommy Ettinger, public domain): good enough to scatter grass and stars, small enough to read. */
export function seededRandom(seed: number): Random {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

export function between(random: Random, low: number, high: number): number {
  return low + random() * (high - low);
}

/** A bell-shaped number around 0, mostly within -1 and 1: the sum of three even ones. */
export function bell(random: Random): number {
  return (random() + random() + random()) / 1.5 - 1;
}

/**
 * A smooth function of one variable that wanders between about -1 and 1, from slow waves to small ones.
 * @param octaves how many waves, each twice as fast and `roughness` times as high as the one before
 */
export function wander(seed: number, octaves = 4, roughness = 0.5): (x: number) => number {
  const layers = Array.from({ length: octaves }, (_, index) => valueNoise(seed * 31 + index * 101));
  return (x) => {
    let sum = 0;
    let weight = 0;
    layers.forEach((layer, index) => {
      sum += layer(x * 2 ** index) * roughness ** index;
      weight += roughness ** index;
    });
    return (sum / weight) * 1.4;
  };
}

function valueNoise(seed: number): (x: number) => number {
  const at = (cell: number) => seededRandom(seed * 7919 + cell * 104729 + 13)() * 2 - 1;
  return (x) => {
    const cell = Math.floor(x);
    const part = x - cell;
    const ease = part * part * (3 - 2 * part);
    return at(cell) * (1 - ease) + at(cell + 1) * ease;
  };
}

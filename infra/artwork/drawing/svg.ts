/** A point of a drawing, in its own units: x to the right, y down. */
export type Point = readonly [x: number, y: number];

/** One colour of a gradient: where it stands (0 to 1), the colour, and how opaque it is. */
export type Stop = readonly [offset: number, colour: string, opacity?: number];

/** A number as a drawing needs it: one decimal, so that the same drawing is the same text everywhere. */
export function n(value: number): string {
  return String(Math.round(value * 10) / 10);
}

function polyline(points: readonly Point[]): string {
  return points.map(([x, y], index) => `${index === 0 ? "M" : "L"}${n(x)} ${n(y)}`).join("");
}

export function polygon(points: readonly Point[]): string {
  return `${polyline(points)}Z`;
}

/** A line that passes through every point and bends softly between them (Catmull-Rom as cubic curves). */
export function curve(points: readonly Point[], closed = false): string {
  const [first] = points;
  if (first === undefined) return "";
  const count = points.length;
  const at = (index: number): Point =>
    points[closed ? (index + count) % count : Math.min(Math.max(index, 0), count - 1)] ?? first;
  let path = `M${n(first[0])} ${n(first[1])}`;
  for (let index = 0; index < (closed ? count : count - 1); index++) {
    const [before, from, to, after] = [at(index - 1), at(index), at(index + 1), at(index + 2)];
    const leaving: Point = [from[0] + (to[0] - before[0]) / 6, from[1] + (to[1] - before[1]) / 6];
    const arriving: Point = [to[0] - (after[0] - from[0]) / 6, to[1] - (after[1] - from[1]) / 6];
    path += `C${n(leaving[0])} ${n(leaving[1])} ${n(arriving[0])} ${n(arriving[1])} ${n(to[0])} ${n(to[1])}`;
  }
  return closed ? `${path}Z` : path;
}

/** A gradient from top to bottom of what it fills; `across` makes it run from left to right. */
export function gradient(id: string, stops: readonly Stop[], across = false): string {
  const direction = across ? 'x1="0" y1="0" x2="1" y2="0"' : 'x1="0" y1="0" x2="0" y2="1"';
  return `<linearGradient id="${id}" ${direction}>${stops.map(stop).join("")}</linearGradient>`;
}

/** A gradient from the middle of what it fills to its rim. */
export function glow(id: string, stops: readonly Stop[]): string {
  return `<radialGradient id="${id}">${stops.map(stop).join("")}</radialGradient>`;
}

export function blur(id: string, across: number, down = across): string {
  return `<filter id="${id}" x="-50%" y="-50%" width="200%" height="200%"><feGaussianBlur stdDeviation="${n(across)} ${n(down)}"/></filter>`;
}

/** A colour between two, mixed channel by channel; `part` 0 is the first, 1 the second. */
export function mix(from: string, to: string, part: number): string {
  const share = Math.min(Math.max(part, 0), 1);
  const channel = (colour: string, index: number) =>
    Number.parseInt(colour.slice(1 + 2 * index, 3 + 2 * index), 16);
  const mixed = [0, 1, 2].map((index) =>
    Math.round(channel(from, index) * (1 - share) + channel(to, index) * share),
  );
  return `#${mixed.map((value) => value.toString(16).padStart(2, "0")).join("")}`;
}

function stop([offset, colour, opacity]: Stop): string {
  return `<stop offset="${offset}" stop-color="${colour}"${opacity === undefined ? "" : ` stop-opacity="${opacity}"`}/>`;
}

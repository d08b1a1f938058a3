import { curve, type Point } from "./svg.ts";

/** A point of a heart's outline at an angle of the circle; 1 is half the heart's width, the middle is at 0. */
export function heartAt(angle: number): Point {
  const x = 16 * Math.sin(angle) ** 3;
  const y = 13 * Math.cos(angle) - 5 * Math.cos(2 * angle) - 2 * Math.cos(3 * angle) - Math.cos(4 * angle);
  return [x / 16, -(y + 2.5) / 16];
}

/** A heart of that half width around a point, as a path. */
export function heartPath([x, y]: Point, half: number): string {
  const outline = Array.from({ length: 72 }, (_, step): Point => {
    const [right, down] = heartAt((step / 72) * 2 * Math.PI);
    return [x + right * half, y + down * half];
  });
  return curve(outline, true);
}

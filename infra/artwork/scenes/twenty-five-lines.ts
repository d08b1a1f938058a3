import { bell, seededRandom, wander } from "../drawing/random.ts";
import { SCENE_HEIGHT as H, type Scene, SCENE_WIDTH as W } from "../drawing/scene.ts";
import { curve, gradient, mix, n, type Point } from "../drawing/svg.ts";

const LINES = 25;
const COLOURS = ["#0b2a5b", "#1666b0", "#2fa0d6", "#4cc0b4", "#f2c14e", "#ee8434", "#d9532c"];

/** One line for each of 25 years: they start apart, cross, and run on side by side. */
export function twentyFiveLines(): Scene {
  return {
    name: "lines",
    definitions: [
      gradient("lines-paper", [
        [0, "#fbf7ee"],
        [1, "#f1e9d8"],
      ]),
      `<filter id="lines-shadow" filterUnits="userSpaceOnUse" x="-200" y="-200" width="2400" height="1733"><feDropShadow dx="3" dy="9" stdDeviation="9" flood-color="#3a2c14" flood-opacity="0.28"/></filter>`,
    ].join(""),
    shapes: `<rect width="${W}" height="${H}" fill="url(#lines-paper)"/>${lines()}`,
  };
}

function lines(): string {
  const random = seededRandom(1995);
  const strands = Array.from({ length: LINES }, (_, index) => {
    const rank = index / (LINES - 1);
    const start = ((index * 11) % LINES) / (LINES - 1);
    const drift = wander(300 + index, 3, 0.5);
    const points: Point[] = [];
    const steps = 14;
    for (let step = -2; step <= steps + 2; step++) {
      const way = Math.min(Math.max(step / steps, 0), 1);
      const together = smooth(Math.min(1, way / 0.82));
      const apart = 40 + start * (H - 80) + 150 * drift(way * 2.4 + index * 3.7);
      const aside = H * 0.5 + (rank - 0.5) * (LINES - 1) * 30 - 130 * Math.sin(way * 3.6);
      points.push([step * (W / steps), apart * (1 - together) + aside * together]);
    }
    return { path: curve(points), colour: colourAt(rank), width: 20 + bell(random) * 3, order: random() };
  });
  return [...strands]
    .sort((a, b) => a.order - b.order)
    .map(
      (strand) =>
        `<g fill="none" stroke-linecap="round" filter="url(#lines-shadow)"><path d="${strand.path}" stroke="${strand.colour}" stroke-width="${n(strand.width)}"/><path d="${strand.path}" transform="translate(0 -5)" stroke="${mix(strand.colour, "#ffffff", 0.35)}" stroke-width="3" opacity="0.7"/></g>`,
    )
    .join("");
}

function colourAt(rank: number): string {
  const place = rank * (COLOURS.length - 1);
  const from = COLOURS[Math.floor(place)] ?? "#0b2a5b";
  return mix(from, COLOURS[Math.ceil(place)] ?? from, place - Math.floor(place));
}

function smooth(part: number): number {
  return part * part * (3 - 2 * part);
}

import { heartAt } from "../drawing/heart-shape.ts";
import { wander } from "../drawing/random.ts";
import { SCENE_HEIGHT as H, type Scene, SCENE_WIDTH as W } from "../drawing/scene.ts";
import { curve, glow, gradient, mix, type Point } from "../drawing/svg.ts";

const CENTRE: Point = [W / 2, 640];
const SHEETS = 13;

/** A blue heart, the sign under which the World Day is kept, as a drawing of our own: cut out of sheets of paper. */
export function blueHeart(): Scene {
  return {
    name: "heart",
    definitions: [
      gradient("heart-ground", [
        [0, "#0a1f44"],
        [1, "#0c2c5c"],
      ]),
      glow("heart-core", [
        [0, "#ffffff", 0.9],
        [0.5, "#d8f1ff", 0.35],
        [1, "#bfe6ff", 0],
      ]),
      `<filter id="heart-shadow" x="-20%" y="-20%" width="140%" height="140%"><feDropShadow dx="0" dy="12" stdDeviation="13" flood-color="#020a1c" flood-opacity="0.55"/></filter>`,
    ].join(""),
    shapes: [
      `<rect width="${W}" height="${H}" fill="url(#heart-ground)"/>`,
      sheets(),
      `<ellipse cx="${CENTRE[0]}" cy="${CENTRE[1] - 10}" rx="250" ry="215" fill="url(#heart-core)"/>`,
      swallows(),
    ].join(""),
  };
}

/** From the largest sheet, which is nearly the ground, to the smallest: each a heart, its edge cut by hand. */
function sheets(): string {
  const paths = Array.from({ length: SHEETS }, (_, index) => {
    const depth = index / (SHEETS - 1);
    const size = 1500 * (1 - depth) ** 1.25 + 165;
    const wave = wander(200 + index, 3, 0.5);
    const loose = 0.13 * (1 - depth) ** 1.2 + 0.012;
    const outline: Point[] = [];
    for (let step = 0; step < 120; step++) {
      const angle = (step / 120) * 2 * Math.PI;
      const [x, y] = heartAt(angle);
      // Going round the circle keeps the wave seamless where the outline closes.
      const swell =
        1 + loose * wave(3 + 2.2 * Math.cos(angle)) + loose * 0.7 * wave(9 + 2.2 * Math.sin(angle));
      outline.push([CENTRE[0] + x * size * swell, CENTRE[1] + y * size * swell]);
    }
    const colour =
      depth < 0.6 ? mix("#0d2f63", "#1f7fd0", depth / 0.6) : mix("#1f7fd0", "#a9dcfa", (depth - 0.6) / 0.4);
    return `<path d="${curve(outline, true)}" fill="${colour}" stroke="${mix(colour, "#ffffff", 0.22)}" stroke-width="2.5" filter="url(#heart-shadow)"/>`;
  });
  return paths.join("");
}

/** A few paper swallows that leave the heart to the upper right: [right, up, size, turn]. */
const SWALLOWS = [
  [20, 20, 0.5, -24],
  [150, 20, 0.62, -34],
  [215, 150, 0.75, -20],
  [345, 110, 0.9, -40],
  [440, 285, 1.1, -26],
  [600, 235, 1.25, -38],
  [690, 425, 1.5, -22],
] as const;

function swallows(): string {
  const flock = SWALLOWS.map(
    ([right, up, size, turn]) =>
      `<g transform="translate(${CENTRE[0] + right} ${CENTRE[1] - up}) rotate(${turn}) scale(${size})"><path d="M46 0C30 -9 16 -10 4 -7C-8 -30 -30 -44 -58 -48C-40 -34 -24 -18 -16 -3C-34 0 -52 0 -72 -9C-62 1 -58 4 -50 6C-58 10 -64 15 -70 22C-52 14 -34 11 -14 10C-14 24 -24 40 -38 54C-14 46 4 30 12 8C24 7 36 4 46 0Z" fill="#ffffff"/></g>`,
  );
  return `<g filter="url(#heart-shadow)">${flock.join("")}</g>`;
}

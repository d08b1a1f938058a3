import { between, seededRandom, wander } from "../drawing/random.ts";
import { SCENE_HEIGHT as H, type Scene, SCENE_WIDTH as W } from "../drawing/scene.ts";
import { blur, glow, gradient, mix, n, type Point, polygon } from "../drawing/svg.ts";

const FOOT = 960;

const FAR: readonly Peak[] = [
  { x: 250, top: 440, half: 420, seed: 31 },
  { x: 860, top: 470, half: 380, seed: 32 },
  { x: 1320, top: 400, half: 430, seed: 33 },
  { x: 1880, top: 450, half: 400, seed: 34 },
];

const NEAR: readonly Peak[] = [
  { x: 60, top: 520, half: 430, seed: 41 },
  { x: 1660, top: 430, half: 540, seed: 42 },
  { x: 1960, top: 560, half: 420, seed: 47 },
  { x: 480, top: 480, half: 440, seed: 44 },
  { x: 960, top: 270, half: 640, seed: 45 },
  { x: 1330, top: 560, half: 390, seed: 46 },
];

/** A range under snow in the morning, its foothills in mist, spruces in front. */
export function mountains(): Scene {
  return {
    name: "mountains",
    definitions: [
      gradient("mountains-sky", [
        [0, "#2f6ea8"],
        [0.45, "#86b6d6"],
        [0.8, "#dfe9ea"],
        [1, "#fbeedd"],
      ]),
      glow("mountains-sun", [
        [0, "#fffaf0", 0.95],
        [0.3, "#ffeecb", 0.5],
        [1, "#ffe9c4", 0],
      ]),
      gradient("mountains-mist", [
        [0, "#f3f3ee", 0],
        [0.55, "#eef1ef", 0.8],
        [1, "#e8eeee", 0],
      ]),
      blur("mountains-soft", 46, 10),
    ].join(""),
    shapes: [
      `<rect width="${W}" height="1000" fill="url(#mountains-sky)"/>`,
      `<circle cx="430" cy="300" r="620" fill="url(#mountains-sun)"/>`,
      clouds(),
      ...FAR.map((peak) =>
        peakShape(peak, { snow: "#e6eff5", snowShade: "#bdd2e2", rock: "#b4cbdc", rockShade: "#a3bfd3" }),
      ),
      ...NEAR.map((peak) =>
        peakShape(peak, { snow: "#fdfeff", snowShade: "#a9c6e0", rock: "#8ea9bf", rockShade: "#6387a8" }),
      ),
      `<rect y="600" width="${W}" height="330" fill="url(#mountains-mist)"/>`,
      foothills(),
      spruces(),
    ].join(""),
  };
}

interface Peak {
  x: number;
  top: number;
  /** Half its width at the foot. */
  half: number;
  seed: number;
}

interface Faces {
  snow: string;
  snowShade: string;
  rock: string;
  rockShade: string;
}

/** A mountain with a sunlit and a shaded face, parted by a spine that wanders down, under a cap of snow. */
function peakShape(peak: Peak, faces: Faces): string {
  const { x, top, half, seed } = peak;
  const tall = FOOT - top;
  const rough = [1, 2, 3].map((side) => wander(seed * 10 + side, 5, 0.6));
  const line = (side: number, lean: number): Point[] =>
    Array.from({ length: 41 }, (_, step) => {
      const down = step / 40;
      const loose = 0.12 * half * Math.min(1, down * 5);
      return [x + lean * half * down ** 0.9 + loose * (rough[side]?.(down * 4) ?? 0), top + tall * down];
    });
  const [left, spine, right] = [line(0, -1), line(1, 0.08), line(2, 1)];
  const face = (a: Point[], b: Point[], colour: string) =>
    `<path d="${polygon([...a, ...[...b].reverse()])}" fill="${colour}"/>`;
  return [
    face(left, spine, faces.rock),
    face(spine, right, faces.rockShade),
    face(...cap(left, spine, seed), faces.snow),
    face(...cap(spine, right, seed + 5), faces.snowShade),
    gullies(spine, left, seed + 9, faces.snowShade, 0.55),
    gullies(spine, right, seed + 11, faces.rockShade, 0.8),
  ].join("");
}

/** The snow of one face: from the top down to a ragged edge that reaches lower in the gullies. */
function cap(a: Point[], b: Point[], seed: number): [Point[], Point[]] {
  const random = seededRandom(seed);
  const teeth = 11;
  const edge: Point[] = Array.from({ length: teeth + 1 }, (_, index) => {
    const across = index / teeth;
    const down = Math.round(index % 2 === 0 ? between(random, 21, 34) : between(random, 9, 19));
    const [from, to] = [on(a, down), on(b, down)];
    return [from[0] + (to[0] - from[0]) * across, from[1]];
  });
  const reach = (side: Point[], end: Point | undefined) => side.filter(([, y]) => y < (end?.[1] ?? 0));
  return [[...reach(a, edge[0]), ...edge], reach(b, edge.at(-1))];
}

function on(line: Point[], step: number): Point {
  return line[step] ?? [0, 0];
}

/** Thin wedges that run from the spine down one face, as wind and avalanches cut them. */
function gullies(spine: Point[], side: Point[], seed: number, colour: string, opacity: number): string {
  const random = seededRandom(seed);
  const wedges = [4, 8, 12, 17, 22].map((start) => {
    const at = Math.round(start + between(random, -1, 1));
    const end = Math.min(40, at + Math.round(between(random, 6, 12)));
    const reach = between(random, 0.3, 0.75);
    const from = on(spine, at);
    const under = on(spine, at + 3);
    const [near, far] = [on(spine, end), on(side, end)];
    const tip: Point = [near[0] + (far[0] - near[0]) * reach, near[1]];
    const bend: Point = [(from[0] + tip[0]) / 2 + between(random, -8, 8), (from[1] + tip[1]) / 2 - 10];
    return polygon([from, bend, tip, [(under[0] + tip[0]) / 2, (under[1] + tip[1]) / 2 + 6], under]);
  });
  return `<path d="${wedges.join("")}" fill="${colour}" opacity="${opacity}"/>`;
}

/** The outline of a range, down to the lower edge of the scene. */
function ridge(form: { seed: number; base: number; height: number; wave: number }): string {
  const height = skyline(form);
  const edge: Point[] = [];
  for (let x = -10; x <= W + 10; x += 6) edge.push([x, height(x)]);
  return polygon([...edge, [W + 10, H], [-10, H]]);
}

function skyline(form: { seed: number; base: number; height: number; wave: number }) {
  const slow = wander(form.seed, 3, 0.5);
  const fine = wander(form.seed + 9, 6, 0.55);
  return (x: number): number => {
    const crest = slow(x / form.wave);
    return form.base - form.height * crest * 0.8 - form.height * 0.16 * fine(x / (form.wave / 5));
  };
}

function clouds(): string {
  const random = seededRandom(61);
  const streaks = Array.from(
    { length: 12 },
    () =>
      `<ellipse cx="${n(between(random, 0, W))}" cy="${n(between(random, 90, 330))}" rx="${n(between(random, 140, 420))}" ry="${n(between(random, 8, 26))}" fill="#ffffff" opacity="${n(between(random, 0.3, 0.7))}"/>`,
  );
  return `<g filter="url(#mountains-soft)">${streaks.join("")}</g>`;
}

function foothills(): string {
  const colours = ["#8fa9a8", "#688a86", "#466c68", "#2b514f"];
  return colours
    .map((colour, index) => {
      const path = ridge({
        seed: 80 + index,
        base: 850 + index * 85,
        height: 70,
        wave: 460 - index * 40,
      });
      const id = `mountains-hill-${index}`;
      return `${gradient(id, [
        [0, colour],
        [0.35, mix(colour, "#dfe8e4", 0.55)],
        [1, mix(colour, "#dfe8e4", 0.4)],
      ])}<path d="${path}" fill="url(#${id})"/>`;
    })
    .join("");
}

function spruces(): string {
  const random = seededRandom(8);
  const ground = wander(99, 4, 0.5);
  const rows = [
    { base: 1180, tall: 120, count: 120, colour: "#24504c" },
    { base: 1275, tall: 190, count: 80, colour: "#173a39" },
    { base: 1390, tall: 300, count: 46, colour: "#0c2627" },
  ];
  return rows
    .map((row) => {
      const trees = Array.from({ length: row.count }, (_, index) => {
        const x = ((index + between(random, -0.4, 0.4)) / (row.count - 1)) * (W + 100) - 50;
        const opening = row.base + 70 * ground(x / 420) + Math.max(0, 90 - Math.abs(x - 1150) / 6);
        return spruce(x, opening, row.tall * between(random, 0.6, 1.2), random());
      });
      const floor: Point[] = [];
      for (let x = -20; x <= W + 20; x += 20)
        floor.push([x, row.base - 22 + 70 * ground(x / 420) + Math.max(0, 90 - Math.abs(x - 1150) / 6)]);
      return `<path d="${polygon([...floor, [W + 20, H], [-20, H]])}${trees.join("")}" fill="${row.colour}"/>`;
    })
    .join("");
}

/** Tien Shan spruces are slender: eight tiers of boughs, little wider at the foot than in the middle. */
function spruce(x: number, foot: number, tall: number, lean: number): string {
  const tiers = 8;
  const left: Point[] = [];
  const right: Point[] = [];
  for (let tier = 0; tier <= tiers; tier++) {
    const y = foot - tall + (tall * tier) / tiers;
    const half = tall * 0.13 * Math.sqrt(tier / tiers);
    left.push([x - half * (1.1 + lean * 0.2), y], [x - half * 0.55, y - tall * 0.012]);
    right.push([x + half * (1.2 - lean * 0.2), y], [x + half * 0.55, y - tall * 0.012]);
  }
  return polygon([[x, foot - tall - 6], ...left, ...right.reverse()]);
}

import { bell, between, seededRandom, wander } from "../drawing/random.ts";
import { SCENE_HEIGHT as H, type Scene, SCENE_WIDTH as W } from "../drawing/scene.ts";
import { blur, curve, glow, gradient, mix, n, type Point, polygon } from "../drawing/svg.ts";

const HORIZON = 800;
const SUN: Point = [1340, 742];

/** The open steppe at first light: a low sun, five folds of land, feather grass before the reader. */
export function steppeAtDawn(): Scene {
  return {
    name: "steppe",
    definitions: [
      gradient("steppe-sky", [
        [0, "#20355c"],
        [0.3, "#4f6f9f"],
        [0.52, "#b894a8"],
        [0.72, "#f0a97a"],
        [0.9, "#ffd795"],
        [1, "#ffe9bd"],
      ]),
      glow("steppe-glow", [
        [0, "#fff6da", 0.95],
        [0.12, "#ffe2a0", 0.75],
        [0.4, "#ffbf76", 0.32],
        [1, "#ff9d5c", 0],
      ]),
      gradient("steppe-mist", [
        [0, "#ffe6bd", 0],
        [0.5, "#ffdcae", 0.55],
        [1, "#ffd29c", 0],
      ]),
      gradient("steppe-shade", [
        [0, "#241a2c", 0],
        [1, "#160f1e", 0.85],
      ]),
      blur("steppe-soft", 38, 7),
    ].join(""),
    shapes: [
      `<rect width="${W}" height="${HORIZON + 20}" fill="url(#steppe-sky)"/>`,
      clouds(),
      `<circle cx="${SUN[0]}" cy="${SUN[1]}" r="820" fill="url(#steppe-glow)"/>`,
      `<circle cx="${SUN[0]}" cy="${SUN[1]}" r="58" fill="#fffaf0"/>`,
      birds(),
      folds(),
      `<rect y="${HORIZON - 60}" width="${W}" height="170" fill="url(#steppe-mist)"/>`,
      grass(),
      `<rect y="${H - 360}" width="${W}" height="360" fill="url(#steppe-shade)" opacity="0.55"/>`,
    ].join(""),
  };
}

function clouds(): string {
  const random = seededRandom(30);
  const streaks = Array.from({ length: 26 }, (_, index) => {
    const y = between(random, 130, HORIZON - 90);
    const near = (y - 130) / (HORIZON - 220);
    const colour = index % 3 === 0 ? "#ffd9b8" : mix("#8f93b8", "#ff9f7f", near);
    return `<ellipse cx="${n(between(random, -100, W + 100))}" cy="${n(y)}" rx="${n(between(random, 160, 520))}" ry="${n(between(random, 5, 20))}" fill="${colour}" opacity="${n(between(random, 0.2, 0.6))}"/>`;
  });
  return `<g filter="url(#steppe-soft)">${streaks.join("")}</g>`;
}

function birds(): string {
  const random = seededRandom(7);
  const flock = Array.from({ length: 11 }, (_, index) => {
    const side = index % 2 === 0 ? 1 : -1;
    const x = 520 + Math.ceil(index / 2) * 46 * side + bell(random) * 10;
    const y = 330 + Math.ceil(index / 2) * 24 + bell(random) * 9;
    const span = between(random, 13, 18);
    const lift = between(random, 4, 9);
    return `M${n(x - span)} ${n(y - lift)}Q${n(x - span / 2)} ${n(y - lift)} ${n(x)} ${n(y)}Q${n(x + span / 2)} ${n(y - lift - 2)} ${n(x + span)} ${n(y - lift - 1)}`;
  });
  return `<path d="${flock.join("")}" fill="none" stroke="#2b3558" stroke-width="4" stroke-linecap="round" opacity="0.8"/>`;
}

function folds(): string {
  const colours = ["#c79a9b", "#a67f86", "#7f6273", "#574560", "#33294a"];
  return colours
    .map((colour, index) => {
      const base = HORIZON - 10 + index * index * 17;
      const height = 26 + index * 20;
      const slope = wander(40 + index, 5, 0.42);
      const edge: Point[] = [];
      for (let x = -80; x <= W + 80; x += 10) edge.push([x, base - height * slope(x / (560 - index * 40))]);
      return `<path d="${polygon([...edge, [W + 80, H], [-80, H]])}" fill="${colour}"/>`;
    })
    .join("");
}

function grass(): string {
  const random = seededRandom(2020);
  const blades: { y: number; path: string }[] = [];
  for (let index = 0; index < 1700; index++) {
    const depth = random() ** 0.7;
    const y = 1075 + depth * 330;
    const x = between(random, -60, W + 60);
    const tall = (70 + depth * 230) * between(random, 0.55, 1.15);
    const lean = tall * (0.34 + 0.22 * Math.sin(x / 260) + bell(random) * 0.16);
    const tip: Point = [x + lean, y - tall];
    const lit = Math.max(0, 1 - Math.abs(tip[0] - SUN[0]) / 900) * (1 - depth * 0.5);
    const colour = mix(mix("#4a3550", "#1d1428", depth), "#ffc878", random() < 0.3 ? lit * 0.95 : lit * 0.35);
    blades.push({
      y,
      path: `<path d="${curve([[x, y], [x + lean * 0.25, y - tall * 0.55], tip])}" stroke="${colour}" stroke-width="${n(1.2 + depth * 3)}"/>`,
    });
    if (random() < 0.12) blades.push({ y: y + 0.1, path: plume(tip, tall, lit, random()) });
  }
  blades.sort((a, b) => a.y - b.y);
  return `<g fill="none" stroke-linecap="round">${blades.map((blade) => blade.path).join("")}</g>`;
}

/** The long feathered awn that gives the grass its name: an arc that thins out and hangs with the wind. */
function plume([x, y]: Point, tall: number, lit: number, twist: number): string {
  const reach = tall * (0.55 + twist * 0.35);
  const colour = mix("#8d7486", "#fff0cf", 0.25 + lit * 0.75);
  const arc: Point[] = [0, 0.2, 0.4, 0.6, 0.8, 1].map((way) => [
    x + reach * way * 0.95,
    y - reach * (0.42 * Math.sin(way * 2.2) - way * way * twist * 0.12),
  ]);
  const thin = curve(arc);
  const thick = curve(arc.slice(1, 5));
  return `<path d="${thin}" stroke="${colour}" stroke-width="${n(1.4 + lit)}" opacity="0.7"/><path d="${thick}" stroke="${colour}" stroke-width="${n(5 + lit * 4)}" opacity="0.22"/><path d="${curve(arc.slice(0, 4))}" stroke="${colour}" stroke-width="${n(3 + lit * 2)}" opacity="0.4"/>`;
}

import { heartAt, heartPath } from "./drawing/heart-shape.ts";
import { between, seededRandom, wander } from "./drawing/random.ts";
import { label } from "./drawing/scene.ts";
import { glow, gradient, mix, n, type Point, polygon } from "./drawing/svg.ts";

const CLIP_WIDTH = 1280;
const CLIP_HEIGHT = 720;
export const FRAMES_PER_SECOND = 24;
export const CLIP_SECONDS = 8;

const HORIZON = 520;
const HEART: Point = [CLIP_WIDTH / 2, 292];
const HEART_HALF = 150;
const HEART_STARS = 84;
const NIGHT = ["#040a1c", "#0c1d45", "#1b3a6b"];
const MORNING = ["#3f86c8", "#9fcbe6", "#ffe3b8"];

/**
 * One picture of the clip: stars over the night steppe gather into a heart, which turns blue as day breaks.
 * @param way how much of the clip has passed, 0 to 1
 */
export function clipFrame(way: number): string {
  const day = ease((way - 0.42) / 0.36);
  const full = ease((way - 0.5) / 0.22);
  const [top, middle, low] = NIGHT.map((colour, index) => mix(colour, MORNING[index] ?? colour, day));
  const beat = 1 + 0.03 * Math.sin((way - 0.76) * 44) * ease((way - 0.76) / 0.1);
  const definitions = [
    gradient("sky", [
      [0, top ?? "#000000"],
      [0.6, middle ?? "#000000"],
      [1, low ?? "#000000"],
    ]),
    glow("halo", [
      [0, "#ffffff", 0.95],
      [0.35, "#d5efff", 0.5],
      [1, "#bfe6ff", 0],
    ]),
    gradient("heart", [
      [0, "#5cb8f2"],
      [1, "#1767b5"],
    ]),
  ].join("");
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${CLIP_WIDTH}" height="${CLIP_HEIGHT}" viewBox="0 0 ${CLIP_WIDTH} ${CLIP_HEIGHT}"><defs>${definitions}</defs><rect width="${CLIP_WIDTH}" height="${CLIP_HEIGHT}" fill="url(#sky)"/>${stars(1 - day, way)}${rays(ease((way - 0.6) / 0.3), way)}<circle cx="${HEART[0]}" cy="${HEART[1]}" r="420" fill="url(#halo)" opacity="${share(full)}"/><path d="${heartPath(HEART, HEART_HALF * beat)}" fill="url(#heart)" opacity="${share(full)}"/>${gathering(ease((way - 0.14) / 0.34), 1 - ease((way - 0.62) / 0.2))}${hills(day)}${label(CLIP_WIDTH, CLIP_HEIGHT, 20)}</svg>`;
}

function share(value: number): number {
  return Math.round(value * 100) / 100;
}

/** The stars that leave their places and draw the heart's outline. */
function gathering(arrived: number, strength: number): string {
  if (strength <= 0.01) return "";
  const random = seededRandom(1995);
  return Array.from({ length: HEART_STARS }, (_, index) => {
    const start: Point = [between(random, 40, CLIP_WIDTH - 40), between(random, 20, HORIZON - 40)];
    const [right, down] = heartAt((index / HEART_STARS) * 2 * Math.PI);
    const end: Point = [HEART[0] + right * HEART_HALF, HEART[1] + down * HEART_HALF];
    // A sideways swing on the way makes the stars drift in rather than march.
    const swing = Math.sin(arrived * Math.PI) * between(random, -60, 60);
    const [x, y] = [0, 1].map((axis) => {
      const [from, to] = [start[axis] ?? 0, end[axis] ?? 0];
      return from + (to - from) * arrived + (axis === 0 ? swing : 0);
    });
    return `<circle cx="${n(x ?? 0)}" cy="${n(y ?? 0)}" r="${n(between(random, 1.8, 3.2))}" fill="#ffffff" opacity="${share(strength)}"/>`;
  }).join("");
}

function ease(part: number): number {
  const within = Math.min(Math.max(part, 0), 1);
  return within * within * (3 - 2 * within);
}

function stars(strength: number, way: number): string {
  if (strength <= 0.01) return "";
  const random = seededRandom(77);
  return Array.from({ length: 240 }, () => {
    const [x, y] = [between(random, 0, CLIP_WIDTH), between(random, 0, HORIZON)];
    const twinkle = 0.7 + 0.3 * Math.sin(way * 30 + random() * 6.3);
    return `<circle cx="${n(x)}" cy="${n(y)}" r="${n(between(random, 0.6, 2.2))}" fill="#ffffff" opacity="${share(strength * twinkle)}"/>`;
  }).join("");
}

function rays(strength: number, way: number): string {
  if (strength <= 0) return "";
  const wedges = Array.from({ length: 24 }, (_, index) => {
    const angle = (index / 24) * 2 * Math.PI + way * 0.5;
    const far = (turn: number): Point => [HEART[0] + Math.cos(turn) * 1100, HEART[1] + Math.sin(turn) * 1100];
    return polygon([HEART, far(angle - 0.05), far(angle + 0.05)]);
  });
  return `<path d="${wedges.join("")}" fill="#ffffff" opacity="${share(strength * 0.2)}"/>`;
}

function hills(day: number): string {
  return [
    { night: "#12294c", morning: "#7f9bb0", base: HORIZON, height: 26, wave: 330 },
    { night: "#0c1c36", morning: "#64836f", base: HORIZON + 52, height: 34, wave: 420 },
    { night: "#071022", morning: "#41624a", base: HORIZON + 122, height: 40, wave: 520 },
  ]
    .map((hill, index) => {
      const shape = wander(700 + index, 4, 0.45);
      const edge: Point[] = [];
      for (let x = 0; x <= CLIP_WIDTH; x += 8) edge.push([x, hill.base - hill.height * shape(x / hill.wave)]);
      return `<path d="${polygon([...edge, [CLIP_WIDTH, CLIP_HEIGHT], [0, CLIP_HEIGHT]])}" fill="${mix(hill.night, hill.morning, day)}"/>`;
    })
    .join("");
}

import { between, seededRandom } from "../drawing/random.ts";
import { SCENE_HEIGHT as H, type Scene, SCENE_WIDTH as W } from "../drawing/scene.ts";
import { blur, glow, mix, n, type Point, polygon } from "../drawing/svg.ts";

const CENTRE: Point = [W / 2, H / 2];
const OPENING = 330;
const RING = 62;
const POLES = 72;

/** The crown of a yurt seen from below: roof poles that meet the shanyrak, and the sky in it. */
export function shanyrak(): Scene {
  return {
    name: "shanyrak",
    definitions: [
      glow("shanyrak-felt", [
        [0, "#f6d9a6"],
        [0.35, "#d79a55"],
        [0.7, "#8e4a2c"],
        [1, "#3b1a17"],
      ]),
      glow("shanyrak-sky", [
        [0, "#dff1fb"],
        [0.55, "#8cc4ea"],
        [1, "#3f8fce"],
      ]),
      glow("shanyrak-light", [
        [0, "#fff3d2", 0.75],
        [0.45, "#ffdf9f", 0.28],
        [1, "#ffcf80", 0],
      ]),
      glow("shanyrak-dark", [
        [0.55, "#1c0b0c", 0],
        [1, "#160809", 0.85],
      ]),
      `<clipPath id="shanyrak-hole"><circle cx="${CENTRE[0]}" cy="${CENTRE[1]}" r="${OPENING}"/></clipPath>`,
      blur("shanyrak-soft", 22, 14),
      blur("shanyrak-cast", 9),
    ].join(""),
    shapes: [
      `<rect width="${W}" height="${H}" fill="#3b1a17"/>`,
      `<circle cx="${CENTRE[0]}" cy="${CENTRE[1]}" r="1250" fill="url(#shanyrak-felt)"/>`,
      band(520, 34, "#a8312a", "#f2d9a8"),
      band(690, 46, "#7d2323", "#e7b866"),
      band(900, 60, "#5c1a1d", "#d39a4a"),
      poles(),
      sky(),
      crown(),
      `<circle cx="${CENTRE[0]}" cy="${CENTRE[1]}" r="760" fill="url(#shanyrak-light)"/>`,
      `<ellipse cx="${CENTRE[0]}" cy="${CENTRE[1]}" rx="1320" ry="1000" fill="url(#shanyrak-dark)"/>`,
    ].join(""),
  };
}

function around(radius: number, angle: number): Point {
  return [CENTRE[0] + radius * Math.cos(angle), CENTRE[1] + radius * Math.sin(angle)];
}

function circle(radius: number, stroke: string, width: number, opacity = 1): string {
  return `<circle cx="${CENTRE[0]}" cy="${CENTRE[1]}" r="${n(radius)}" fill="none" stroke="${stroke}" stroke-width="${n(width)}" opacity="${opacity}"/>`;
}

/** A woven band behind the poles: a row of diamonds between two cords. */
function band(radius: number, half: number, ground: string, thread: string): string {
  const count = Math.round((radius * Math.PI) / half / 1.15);
  const diamonds = Array.from({ length: count }, (_, index) => {
    const angle = (index / count) * 2 * Math.PI;
    const step = (Math.PI / count) * 0.86;
    return polygon([
      around(radius - half * 0.72, angle),
      around(radius, angle + step),
      around(radius + half * 0.72, angle),
      around(radius, angle - step),
    ]);
  });
  return `${circle(radius, ground, half * 2)}${circle(radius - half, thread, 5)}${circle(radius + half, thread, 5)}<path d="${diamonds.join("")}" fill="${thread}"/>${circle(radius, ground, half * 0.22)}`;
}

function poles(): string {
  const random = seededRandom(72);
  const shadows: string[] = [];
  const bodies: string[] = [];
  for (let index = 0; index < POLES; index++) {
    const angle = (index / POLES) * 2 * Math.PI + between(random, -0.004, 0.004);
    const inner = OPENING + RING * 0.6;
    const outer = 1320;
    const strip = (from: number, to: number, shift: number) =>
      polygon([
        around(inner, angle + from / inner + shift),
        around(outer, angle + (from * 1.9) / outer + shift),
        around(outer, angle + (to * 1.9) / outer + shift),
        around(inner, angle + to / inner + shift),
      ]);
    const tone = between(random, -0.12, 0.12);
    const lit = (Math.cos(angle - 0.9) + 1) / 2;
    shadows.push(strip(-9, 9, 0.016));
    bodies.push(
      `<path d="${strip(-9, 9, 0)}" fill="${mix("#7a2a1c", "#c65a2e", lit * 0.8 + tone)}"/>`,
      `<path d="${strip(-8, -4, 0)}" fill="${mix("#c9743f", "#ffcf8a", lit)}" opacity="0.85"/>`,
      `<path d="${strip(5, 9, 0)}" fill="#4a1512" opacity="0.75"/>`,
    );
  }
  return `<path d="${shadows.join("")}" fill="#2a0f0e" opacity="0.5" filter="url(#shanyrak-cast)"/>${bodies.join("")}`;
}

function sky(): string {
  const random = seededRandom(164);
  const clouds = Array.from({ length: 22 }, () => {
    const [x, y] = around(between(random, 20, OPENING), between(random, 0.15, 0.95) * Math.PI);
    return `<ellipse cx="${n(x)}" cy="${n(y)}" rx="${n(between(random, 50, 130))}" ry="${n(between(random, 16, 42))}" fill="#ffffff" opacity="${n(between(random, 0.3, 0.8))}"/>`;
  });
  return `<g clip-path="url(#shanyrak-hole)"><circle cx="${CENTRE[0]}" cy="${CENTRE[1]}" r="${OPENING}" fill="url(#shanyrak-sky)"/><g filter="url(#shanyrak-soft)">${clouds.join("")}</g></g>`;
}

/** The ring and, across it, two bundles of bent laths at right angles. */
function crown(): string {
  const laths = [0, Math.PI / 2].flatMap((turn) =>
    [-1, 0, 1].map((place) => {
      const offset = place * 58;
      const reach = Math.sqrt(OPENING ** 2 - offset ** 2) + 8;
      const bend = place * 46;
      const path = `M${n(-reach)} ${n(offset)}Q0 ${n(offset + bend)} ${n(reach)} ${n(offset)}`;
      const placed = `transform="translate(${CENTRE[0]} ${CENTRE[1]}) rotate(${n((turn * 180) / Math.PI + 45)})"`;
      return `<g fill="none" ${placed}><path d="${path}" stroke="#3a120f" stroke-width="27"/><path d="${path}" stroke="#9a3a22" stroke-width="21"/><path d="${path}" transform="translate(0 -6)" stroke="#e08a4c" stroke-width="4" opacity="0.9"/></g>`;
    }),
  );
  const rim = OPENING + RING / 2;
  const teeth = Array.from({ length: POLES }, (_, index) => {
    const angle = ((index + 0.5) / POLES) * 2 * Math.PI;
    return polygon([
      around(rim - 14, angle - 0.018),
      around(rim + 14, angle),
      around(rim - 14, angle + 0.018),
    ]);
  });
  return [
    `<g clip-path="url(#shanyrak-hole)">${laths.join("")}</g>`,
    circle(rim, "#2b0d0c", RING + 14),
    circle(rim, "#8b2f1f", RING),
    circle(rim - RING / 2 + 6, "#e39a55", 6),
    circle(rim + RING / 2 - 6, "#d57f43", 5),
    `<path d="${teeth.join("")}" fill="#f2c887"/>`,
  ].join("");
}

import { bell, between, seededRandom, wander } from "../drawing/random.ts";
import { SCENE_HEIGHT as H, type Scene, SCENE_WIDTH as W } from "../drawing/scene.ts";
import { blur, glow, gradient, mix, n, type Point, polygon } from "../drawing/svg.ts";

const GROUND = 1060;
const YURT = { x: 640, foot: 1112, width: 330, wall: 118, roof: 120 };

/** A lit yurt on the night steppe; the Milky Way rises from the right. */
export function yurtAtNight(): Scene {
  return {
    name: "yurt",
    definitions: [
      gradient("yurt-sky", [
        [0, "#050b1f"],
        [0.5, "#0f2350"],
        [0.82, "#2c5186"],
        [1, "#6c93b3"],
      ]),
      glow("yurt-dust", [
        [0, "#cfdcff", 0.34],
        [0.5, "#8ea7e6", 0.15],
        [1, "#7f9be0", 0],
      ]),
      glow("yurt-lamp", [
        [0, "#ffd58a", 0.9],
        [0.35, "#ffb24f", 0.3],
        [1, "#ff9a3c", 0],
      ]),
      gradient(
        "yurt-felt",
        [
          [0, "#8a8fa6"],
          [0.42, "#e9dfcc"],
          [0.6, "#f2e6cf"],
          [1, "#6c718c"],
        ],
        true,
      ),
      gradient("yurt-door", [
        [0, "#ffe6a8"],
        [1, "#ff9f43"],
      ]),
      gradient("yurt-dark", [
        [0, "#060a16", 0],
        [1, "#04060e", 0.8],
      ]),
      blur("yurt-soft", 30),
      blur("yurt-small", 2.2),
    ].join(""),
    shapes: [
      `<rect width="${W}" height="${H}" fill="url(#yurt-sky)"/>`,
      milkyWay(),
      stars(),
      hills(),
      `<ellipse cx="${YURT.x}" cy="${YURT.foot + 8}" rx="700" ry="150" fill="url(#yurt-lamp)" opacity="0.55"/>`,
      yurt(),
      grass(),
      `<rect y="${H - 250}" width="${W}" height="250" fill="url(#yurt-dark)"/>`,
    ].join(""),
  };
}

/** Where the band stands: `along` from lower right (0) to upper left (1). */
function inBand(along: number, aside: number): Point {
  return [1720 - along * 1250 + aside * 0.68, 1040 - along * 1150 - aside * 0.73 - 90 * Math.sin(along * 3)];
}

function milkyWay(): string {
  const random = seededRandom(333);
  const dust = Array.from({ length: 90 }, () => {
    const [x, y] = inBand(random() * 1.1, bell(random) * 120);
    const size = between(random, 70, 210);
    return `<ellipse cx="${n(x)}" cy="${n(y)}" rx="${n(size)}" ry="${n(size * 0.6)}" transform="rotate(43 ${n(x)} ${n(y)})" fill="url(#yurt-dust)" opacity="${n(between(random, 0.3, 0.9))}"/>`;
  });
  const lanes = Array.from({ length: 26 }, () => {
    const [x, y] = inBand(between(random, 0.05, 1), bell(random) * 40 + 12);
    return `<ellipse cx="${n(x)}" cy="${n(y)}" rx="${n(between(random, 60, 150))}" ry="${n(between(random, 10, 26))}" transform="rotate(${n(between(random, 34, 52))} ${n(x)} ${n(y)})" fill="#0a1838" opacity="${n(between(random, 0.3, 0.6))}"/>`;
  });
  return `<g filter="url(#yurt-soft)">${dust.join("")}${lanes.join("")}</g>`;
}

function stars(): string {
  const random = seededRandom(88);
  const points = Array.from({ length: 2600 }, (_, index) => {
    const [x, y]: Point =
      index < 1500
        ? inBand(random() * 1.15 - 0.02, bell(random) * 230)
        : [between(random, 0, W), between(random, 0, GROUND)];
    const size = random() ** 9 * 3 + between(random, 0.5, 1.3);
    const colour = mix("#bcd2ff", "#fff1d6", random());
    const veil = 1 - Math.max(0, y / GROUND) ** 4 * 0.9;
    return `<circle cx="${n(x)}" cy="${n(y)}" r="${n(size)}" fill="${colour}" opacity="${n(between(random, 0.35, 1) * veil)}"/>`;
  });
  const bright = Array.from({ length: 14 }, () => {
    const [x, y] = [between(random, 40, W - 40), between(random, 40, 760)];
    const size = between(random, 5, 9);
    return `<path d="M${n(x - size)} ${n(y)}H${n(x + size)}M${n(x)} ${n(y - size)}V${n(y + size)}" stroke="#ffffff" stroke-width="1.2" opacity="0.75"/><circle cx="${n(x)}" cy="${n(y)}" r="2.6" fill="#ffffff"/>`;
  });
  return points.join("") + bright.join("");
}

function hills(): string {
  return [
    { colour: "#1c3a5e", base: GROUND - 46, height: 40, wave: 520 },
    { colour: "#11263f", base: GROUND - 4, height: 26, wave: 380 },
    { colour: "#0c1626", base: GROUND + 34, height: 12, wave: 300 },
  ]
    .map((hill, index) => {
      const shape = wander(510 + index, 5, 0.45);
      const edge: Point[] = [];
      for (let x = 0; x <= W; x += 8) edge.push([x, hill.base - hill.height * shape(x / hill.wave)]);
      return `<path d="${polygon([...edge, [W, H], [0, H]])}" fill="${hill.colour}"/>`;
    })
    .join("");
}

function yurt(): string {
  const { x, foot, width, wall, roof } = YURT;
  const half = width / 2;
  const eaves = foot - wall;
  const top = eaves - roof;
  const band = (y: number, bulge: number) => `M${x - half - 4} ${y}Q${x} ${y + bulge} ${x + half + 4} ${y}`;
  const diamonds = Array.from({ length: 13 }, (_, index) => {
    const part = (index / 12) * 2 - 1;
    const at = x + part * (half - 10);
    const y = eaves + 19 + 8 * (1 - part * part);
    return polygon([
      [at, y - 8],
      [at + 8, y],
      [at, y + 8],
      [at - 8, y],
    ]);
  });
  const ropes = [-0.62, -0.3, 0.3, 0.62].map(
    (part) => `M${n(x + part * 56)} ${top + 8}L${n(x + part * width * 0.92)} ${eaves + 12}`,
  );
  return [
    `<circle cx="${x}" cy="${top}" r="120" fill="url(#yurt-lamp)" opacity="0.5"/>`,
    `<path d="M${x - half} ${foot}V${eaves}Q${x} ${eaves + 14} ${x + half} ${eaves}V${foot}Q${x} ${foot + 18} ${x - half} ${foot}Z" fill="url(#yurt-felt)"/>`,
    `<path d="M${x - half - 10} ${eaves + 6}C${x - half + 40} ${eaves - 70} ${x - 110} ${top + 6} ${x - 44} ${top}H${x + 44}C${x + 110} ${top + 6} ${x + half - 40} ${eaves - 70} ${x + half + 10} ${eaves + 6}Q${x} ${eaves + 26} ${x - half - 10} ${eaves + 6}Z" fill="url(#yurt-felt)"/>`,
    `<path d="${ropes.join("")}" stroke="#7a3327" stroke-width="5" fill="none" opacity="0.85"/>`,
    `<path d="${band(eaves + 20, 16)}" stroke="#8e2f2a" stroke-width="24" fill="none"/><path d="${diamonds.join("")}" fill="#f2cf8c"/>`,
    `<path d="${band(foot - 26, 16)}" stroke="#8e2f2a" stroke-width="9" fill="none"/>`,
    `<ellipse cx="${x}" cy="${top}" rx="46" ry="9" fill="#ffd58a"/>`,
    `<rect x="${x - 40}" y="${foot - 96}" width="80" height="106" fill="#5c241f"/><rect x="${x - 30}" y="${foot - 86}" width="60" height="96" fill="url(#yurt-door)"/>`,
    `<path d="M${x - 30} ${foot + 10}L${x - 120} ${foot + 90}H${x + 120}L${x + 30} ${foot + 10}Z" fill="#ffb45a" opacity="0.3" filter="url(#yurt-small)"/>`,
  ].join("");
}

function grass(): string {
  const random = seededRandom(4);
  const blades = Array.from({ length: 1500 }, () => {
    const near = random();
    const y = GROUND + 60 + near * 250;
    const x = between(random, -10, W + 10);
    const tall = 12 + near * 62;
    const reach = Math.hypot((x - YURT.x) / 560, (y - YURT.foot - 20) / 150);
    const lit = Math.max(0, 1 - reach) * 0.8;
    const doorway = Math.abs(x - YURT.x) < 44 + (y - YURT.foot) * 0.9 && y < YURT.foot + 60;
    return {
      y,
      path: doorway
        ? ""
        : `<path d="M${n(x)} ${n(y)}q${n(tall * 0.08)} ${n(-tall * 0.6)} ${n(tall * (0.25 + bell(random) * 0.2))} ${n(-tall)}" stroke="${mix(mix("#1b2a3c", "#070b14", near), "#e6a552", lit)}" stroke-width="${n(1.4 + near * 2)}"/>`,
    };
  });
  blades.sort((a, b) => a.y - b.y);
  return `<g fill="none" stroke-linecap="round">${blades.map((blade) => blade.path).join("")}</g>`;
}

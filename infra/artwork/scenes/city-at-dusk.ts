import { between, type Random, seededRandom } from "../drawing/random.ts";
import { SCENE_HEIGHT as H, type Scene, SCENE_WIDTH as W } from "../drawing/scene.ts";
import { blur, glow, gradient, mix, n, type Point, polygon } from "../drawing/svg.ts";

const BANK = 940;

/** An invented city beside a river at nightfall, mirrored in the water. No real building is drawn. */
export function cityAtDusk(): Scene {
  const city = `${houses({ seed: 3, low: 60, high: 190, wide: 74, colour: "#6b6293", lit: 0.1 })}${houses({ seed: 17, low: 90, high: 330, wide: 92, colour: "#42426f", lit: 0.28 })}${tent(520)}${sphereTower(1050)}${pyramid(1480)}${houses({ seed: 29, low: 30, high: 120, wide: 130, colour: "#20264a", lit: 0.4 })}`;
  return {
    name: "city",
    definitions: [
      gradient("city-sky", [
        [0, "#16224d"],
        [0.32, "#3b4a8c"],
        [0.6, "#a9729f"],
        [0.82, "#f19a8a"],
        [1, "#ffd6a3"],
      ]),
      gradient("city-water", [
        [0, "#ffd0a0"],
        [0.1, "#d98a94"],
        [0.4, "#5a5590"],
        [1, "#101a3c"],
      ]),
      glow("city-afterglow", [
        [0, "#fff0cc", 0.85],
        [0.4, "#ffc795", 0.35],
        [1, "#ffb08a", 0],
      ]),
      glow("city-sphere", [
        [0, "#fff6cf"],
        [0.5, "#f7c95c"],
        [1, "#c07a2c"],
      ]),
      gradient("city-deep", [
        [0, "#0b1230", 0],
        [1, "#0a1028", 0.75],
      ]),
      blur("city-soft", 40, 8),
      blur("city-ripple", 7, 3),
    ].join(""),
    shapes: [
      `<rect width="${W}" height="${BANK}" fill="url(#city-sky)"/>`,
      stars(),
      clouds(),
      `<ellipse cx="1050" cy="${BANK}" rx="1250" ry="420" fill="url(#city-afterglow)"/>`,
      city,
      `<rect y="${BANK}" width="${W}" height="${H - BANK}" fill="url(#city-water)"/>`,
      `<g transform="translate(0 ${2 * BANK}) scale(1 -1)" opacity="0.62" filter="url(#city-ripple)">${city}</g>`,
      ripples(),
      `<rect y="${H - 260}" width="${W}" height="260" fill="url(#city-deep)"/>`,
      bank(),
    ].join(""),
  };
}

function stars(): string {
  const random = seededRandom(6);
  return Array.from({ length: 110 }, () => {
    const y = between(random, 10, 360);
    return `<circle cx="${n(between(random, 0, W))}" cy="${n(y)}" r="${n(between(random, 0.8, 2.4))}" fill="#ffffff" opacity="${n(between(random, 0.3, 0.9) * (1 - y / 420))}"/>`;
  }).join("");
}

function clouds(): string {
  const random = seededRandom(21);
  const streaks = Array.from({ length: 22 }, () => {
    const y = between(random, 300, 820);
    return `<ellipse cx="${n(between(random, -100, W + 100))}" cy="${n(y)}" rx="${n(between(random, 160, 480))}" ry="${n(between(random, 5, 20))}" fill="${mix("#6a5a98", "#ffb59a", (y - 300) / 400)}" opacity="${n(between(random, 0.3, 0.7))}"/>`;
  });
  return `<g filter="url(#city-soft)">${streaks.join("")}</g>`;
}

/** A row of blocks from edge to edge, tallest towards the middle, some windows lit. */
function houses(row: {
  seed: number;
  low: number;
  high: number;
  wide: number;
  colour: string;
  lit: number;
}): string {
  const random = seededRandom(row.seed);
  const shapes: string[] = [];
  let x = -40;
  while (x < W + 40) {
    const width = row.wide * between(random, 0.55, 1.25);
    const middle = 1 - Math.min(1, Math.abs(x + width / 2 - 1050) / 1150);
    const height = row.low + (row.high - row.low) * middle ** 0.8 * between(random, 0.35, 1.1);
    shapes.push(block(random, x, width, height, row.colour), windows(random, x, width, height, row.lit));
    x += width * between(random, 0.9, 1.3);
  }
  return shapes.join("");
}

function block(random: Random, x: number, width: number, height: number, colour: string): string {
  const top = BANK - height;
  const form = random();
  const roof: Point[] =
    form < 0.2
      ? [
          [x, top + width * 0.35],
          [x + width, top],
        ]
      : form < 0.36
        ? [
            [x, top],
            [x + width / 2, top - width * 0.45],
            [x + width, top],
          ]
        : form < 0.5
          ? [
              [x, top + 26],
              [x + width * 0.22, top + 26],
              [x + width * 0.22, top],
              [x + width * 0.78, top],
              [x + width * 0.78, top + 26],
              [x + width, top + 26],
            ]
          : [
              [x, top],
              [x + width, top],
            ];
  const mast =
    form > 0.82
      ? `<rect x="${n(x + width / 2 - 1.5)}" y="${n(top - height * 0.22)}" width="3" height="${n(height * 0.22)}" fill="${colour}"/>`
      : "";
  return `${mast}<path d="${polygon([...roof, [x + width, BANK], [x, BANK]])}" fill="${colour}"/><path d="${polygon(
    [
      [x + width * 0.72, Math.max(roof.at(-1)?.[1] ?? top, top) + 2],
      [x + width, (roof.at(-1)?.[1] ?? top) + 2],
      [x + width, BANK],
      [x + width * 0.72, BANK],
    ],
  )}" fill="#0c1130" opacity="0.22"/>`;
}

function windows(random: Random, x: number, width: number, height: number, lit: number): string {
  const panes: string[] = [];
  for (let left = x + 9; left < x + width - 13; left += 14)
    for (let up = 16; up < height - 34; up += 19)
      if (random() < lit)
        panes.push(
          `<rect x="${n(left)}" y="${n(BANK - up - 9)}" width="6" height="9" fill="${mix("#ffb45e", "#fff0bf", random())}" opacity="${n(between(random, 0.4, 1))}"/>`,
        );
  return panes.join("");
}

/** A slender lattice tower that carries a golden sphere. */
function sphereTower(x: number): string {
  const top = BANK - 590;
  const ribs = [-1, -0.5, 0, 0.5, 1].map(
    (side) =>
      `M${n(x + side * 64)} ${BANK}C${n(x + side * 18)} ${BANK - 130} ${n(x + side * 17)} ${top + 260} ${n(x + side * 62)} ${top + 74}`,
  );
  return `<path d="${ribs.join("")}" fill="none" stroke="#20264a" stroke-width="9"/><circle cx="${x}" cy="${top + 40}" r="120" fill="url(#city-afterglow)"/><circle cx="${x}" cy="${top + 36}" r="57" fill="url(#city-sphere)"/><path d="M${x - 66} ${top + 76}Q${x} ${top + 118} ${x + 66} ${top + 76}" fill="none" stroke="#20264a" stroke-width="11"/>`;
}

function tent(x: number): string {
  const seams = [-150, -75, 0, 75, 150].map((side) => `M${x + 46} ${BANK - 330}L${x + side * 1.3} ${BANK}`);
  return `<path d="M${x - 250} ${BANK}C${x - 120} ${BANK - 60} ${x - 10} ${BANK - 190} ${x + 46} ${BANK - 400}C${x + 66} ${BANK - 190} ${x + 140} ${BANK - 70} ${x + 260} ${BANK}Z" fill="#2f3562"/><path d="${seams.join("")}" stroke="#8d7fb0" stroke-width="3" opacity="0.55" fill="none"/>`;
}

function pyramid(x: number): string {
  return `<path d="M${x - 170} ${BANK}L${x} ${BANK - 265}L${x + 170} ${BANK}Z" fill="#2b315c"/><path d="M${x} ${BANK - 265}L${x + 170} ${BANK}H${x + 40}Z" fill="#0c1130" opacity="0.3"/><path d="M${x - 38} ${BANK - 206}L${x} ${BANK - 265}L${x + 38} ${BANK - 206}Z" fill="#ffd98a"/>`;
}

function ripples(): string {
  const random = seededRandom(44);
  return Array.from({ length: 260 }, () => {
    const near = random();
    const y = BANK + 6 + near ** 1.4 * (H - BANK);
    const wide = 30 + near * 150;
    const x = between(random, -50, W);
    const bright = Math.abs(x - 1050) < 420 * (1 - near * 0.4) && random() < 0.6;
    return `<rect x="${n(x)}" y="${n(y)}" width="${n(wide)}" height="${n(1 + near * 3)}" rx="2" fill="${bright ? "#ffdcae" : "#141d45"}" opacity="${bright ? 0.35 : 0.28}"/>`;
  }).join("");
}

function bank(): string {
  const random = seededRandom(55);
  const lamps = Array.from({ length: 34 }, (_, index) => {
    const x = 30 + index * 59;
    return `<circle cx="${n(x)}" cy="${BANK - 12}" r="10" fill="#ffd78f" opacity="0.25"/><circle cx="${n(x)}" cy="${BANK - 12}" r="3.4" fill="#fff0c8"/><rect x="${n(x - 2)}" y="${BANK + 4}" width="4" height="${n(between(random, 24, 70))}" fill="#ffdf9f" opacity="0.4"/>`;
  });
  return `<rect y="${BANK - 7}" width="${W}" height="10" fill="#161c3d"/>${lamps.join("")}`;
}

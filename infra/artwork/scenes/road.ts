import { bell, between, seededRandom, wander } from "../drawing/random.ts";
import { SCENE_HEIGHT as H, type Scene, SCENE_WIDTH as W } from "../drawing/scene.ts";
import { blur, glow, gradient, mix, n, type Point, polygon } from "../drawing/svg.ts";

const HORIZON = 720;
const VANISHING: Point = [1180, HORIZON + 4];

/** A straight road through ripe steppe under summer clouds, with a line of poles along it. */
export function road(): Scene {
  return {
    name: "road",
    definitions: [
      gradient("road-sky", [
        [0, "#2b74b8"],
        [0.5, "#6fb0dd"],
        [0.85, "#cfe6ee"],
        [1, "#f4ecd8"],
      ]),
      gradient("road-field", [
        [0, "#e6cd8c"],
        [0.25, "#d9b25f"],
        [1, "#9a6f2c"],
      ]),
      gradient("road-asphalt", [
        [0, "#a7a6a3"],
        [0.2, "#7c7d82"],
        [1, "#44464e"],
      ]),
      glow("road-puff", [
        [0, "#ffffff", 1],
        [0.6, "#ffffff", 0.85],
        [1, "#ffffff", 0],
      ]),
      glow("road-under", [
        [0, "#a9bfd6", 0.95],
        [0.65, "#b7cadd", 0.7],
        [1, "#c6d6e6", 0],
      ]),
      gradient("road-haze", [
        [0, "#fff4da", 0],
        [0.5, "#fff1d4", 0.75],
        [1, "#ffeec9", 0],
      ]),
      blur("road-soft", 5),
      // Turbulence pushes the soft edge of the puffs about, which makes heaps of vapour out of circles.
      `<filter id="road-billow" x="-30%" y="-30%" width="160%" height="160%"><feGaussianBlur stdDeviation="3"/><feTurbulence type="fractalNoise" baseFrequency="0.011" numOctaves="5" seed="7" result="noise"/><feDisplacementMap in="SourceGraphic" in2="noise" scale="95" xChannelSelector="R" yChannelSelector="G"/><feGaussianBlur stdDeviation="1.6"/></filter>`,
    ].join(""),
    shapes: [
      `<rect width="${W}" height="${HORIZON + 10}" fill="url(#road-sky)"/>`,
      cloud(420, 350, 1.15, 3),
      cloud(1500, 350, 1.3, 14),
      cloud(980, 560, 0.55, 25),
      cloud(160, 600, 0.42, 31),
      cloud(1840, 590, 0.5, 44),
      hills(),
      `<rect y="${HORIZON}" width="${W}" height="${H - HORIZON}" fill="url(#road-field)"/>`,
      shadowsOfClouds(),
      carriageway(),
      `<rect y="${HORIZON - 70}" width="${W}" height="140" fill="url(#road-haze)"/>`,
      grass(),
      poles(),
    ].join(""),
  };
}

/** A heap cloud, lit from the upper left: shadow first, then white puffs that leave it visible below. */
function cloud(x: number, y: number, size: number, seed: number): string {
  const random = seededRandom(seed);
  const shades: string[] = [];
  const puffs: string[] = [];
  for (let index = 0; index < 90; index++) {
    const place = bell(random) * 1.25;
    const crown = Math.max(0, 1 - Math.abs(place) ** 1.6);
    const height = crown * random();
    const radius = (26 + 62 * crown * random()) * size;
    const [cx, cy] = [x + place * 320 * size, y - height * 200 * size];
    shades.push(
      `<ellipse cx="${n(cx + 8 * size)}" cy="${n(cy + 20 * size)}" rx="${n(radius * 1.12)}" ry="${n(radius * 0.86)}" fill="url(#road-under)" opacity="${n(0.5 + 0.4 * height)}"/>`,
    );
    if (height > 0.08)
      puffs.push(
        `<ellipse cx="${n(cx - 8 * size)}" cy="${n(cy - 6 * size)}" rx="${n(radius)}" ry="${n(radius * 0.86)}" fill="url(#road-puff)"/>`,
      );
  }
  return `<g filter="url(#road-billow)"><ellipse cx="${n(x)}" cy="${n(y + 22 * size)}" rx="${n(340 * size)}" ry="${n(40 * size)}" fill="url(#road-under)"/>${shades.join("")}${puffs.join("")}</g>`;
}

function hills(): string {
  return ["#a9bfce", "#b9b596"]
    .map((colour, index) => {
      const shape = wander(60 + index, 5, 0.45);
      const edge: Point[] = [];
      for (let x = 0; x <= W; x += 10) edge.push([x, HORIZON - 26 + index * 16 - 24 * shape(x / 330)]);
      return `<path d="${polygon([...edge, [W, HORIZON + 12], [0, HORIZON + 12]])}" fill="${colour}"/>`;
    })
    .join("");
}

function shadowsOfClouds(): string {
  const random = seededRandom(12);
  const patches = Array.from({ length: 9 }, () => {
    const y = between(random, HORIZON + 16, HORIZON + 330);
    const near = (y - HORIZON) / 330;
    return `<ellipse cx="${n(between(random, 0, W))}" cy="${n(y)}" rx="${n(140 + near * 380)}" ry="${n(5 + near * 26)}" fill="#6d5426" opacity="0.22"/>`;
  });
  return `<g filter="url(#road-soft)">${patches.join("")}</g>`;
}

/** Where a line on the ground that ends at `foot` on the lower edge stands at height y. */
function toward(foot: number, y: number): number {
  const part = (y - VANISHING[1]) / (H - VANISHING[1]);
  return VANISHING[0] + (foot - VANISHING[0]) * part;
}

function carriageway(): string {
  const strip = (left: number, right: number, from: number, to: number): Point[] => [
    [toward(left, from), from],
    [toward(right, from), from],
    [toward(right, to), to],
    [toward(left, to), to],
  ];
  const dashes = Array.from({ length: 16 }, (_, index) => {
    // Equal lengths on the ground shrink with the inverse of the distance.
    const y = (distance: number) => VANISHING[1] + (H - VANISHING[1]) / (1 + distance);
    return polygon(strip(832, 858, y(index * 0.62 + 0.3), y(index * 0.62)));
  });
  return [
    `<path d="${polygon(strip(60, 1630, VANISHING[1], H))}" fill="#b08a4a"/>`,
    `<path d="${polygon(strip(150, 1540, VANISHING[1], H))}" fill="url(#road-asphalt)"/>`,
    `<path d="${polygon(strip(205, 229, VANISHING[1], H))}${polygon(strip(1461, 1485, VANISHING[1], H))}" fill="#f2ecdc" opacity="0.85"/>`,
    `<path d="${dashes.join("")}" fill="#f7f2e4"/>`,
  ].join("");
}

function grass(): string {
  const random = seededRandom(1954);
  const blades = Array.from({ length: 9000 }, () => {
    const near = random() ** 0.8;
    const y = HORIZON + 14 + near * (H - HORIZON + 40);
    const x = between(random, -20, W + 20);
    const tall = (4 + near * 92) * between(random, 0.5, 1.1);
    const away = x < toward(70, y) - 4 || x > toward(1620, y) + 4;
    if (!away) return { y, path: "" };
    const colour = mix(
      mix("#f0dba0", "#7d5a1f", random() * 0.8 + near * 0.15),
      "#7f8a3c",
      random() < 0.2 ? 0.6 : 0,
    );
    return {
      y,
      path: `<path d="M${n(x)} ${n(y)}q${n(tall * 0.06)} ${n(-tall * 0.6)} ${n(tall * (0.2 + bell(random) * 0.2))} ${n(-tall)}" stroke="${colour}" stroke-width="${n(0.8 + near * 3)}"/>`,
    };
  });
  blades.sort((a, b) => a.y - b.y);
  return `<g fill="none" stroke-linecap="round">${blades.map((blade) => blade.path).join("")}</g>`;
}

function poles(): string {
  const posts = Array.from({ length: 11 }, (_, index) => {
    const foot = VANISHING[1] + (H - 40 - VANISHING[1]) / (1.75 + index * 0.95);
    const scale = (foot - VANISHING[1]) / (H - VANISHING[1]);
    return { x: toward(2140, foot), foot, scale };
  });
  const wood = posts
    .map(({ x, foot, scale }) => {
      const top = foot - 980 * scale;
      const arm = (height: number) =>
        `M${n(x - 105 * scale)} ${n(foot - height * scale)}H${n(x + 105 * scale)}`;
      return `<path d="M${n(x)} ${n(foot)}V${n(top)}${arm(930)}${arm(840)}" fill="none" stroke="${mix("#c0a67c", "#4a3826", Math.min(1, scale * 1.6))}" stroke-width="${n(Math.max(1.2, 20 * scale))}"/>`;
    })
    .reverse();
  const wires = [-100, 100].flatMap((side) =>
    posts.slice(0, -1).map((post, index) => {
      const next = posts[index + 1] ?? post;
      const end = (from: typeof post): Point => [from.x + side * from.scale, from.foot - 940 * from.scale];
      const [a, b] = [end(post), end(next)];
      return `M${n(a[0])} ${n(a[1])}Q${n((a[0] + b[0]) / 2)} ${n((a[1] + b[1]) / 2 + 46 * post.scale)} ${n(b[0])} ${n(b[1])}`;
    }),
  );
  return `<path d="${wires.join("")}" fill="none" stroke="#3c3a3a" stroke-width="2" opacity="0.7"/>${wood.join("")}`;
}

import type { Scene } from "./drawing/scene.ts";
import { blueHeart } from "./scenes/blue-heart.ts";
import { cityAtDusk } from "./scenes/city-at-dusk.ts";
import { mountains } from "./scenes/mountains.ts";
import { road } from "./scenes/road.ts";
import { shanyrak } from "./scenes/shanyrak.ts";
import { steppeAtDawn } from "./scenes/steppe-at-dawn.ts";
import { twentyFiveLines } from "./scenes/twenty-five-lines.ts";
import { yurtAtNight } from "./scenes/yurt-at-night.ts";

/** The pictures of the sample kit by file name, in the order in which it shows them. */
export const KIT_PICTURES: readonly (readonly [file: string, draw: () => Scene])[] = [
  ["steppe-at-dawn.jpg", steppeAtDawn],
  ["city-at-dusk.jpg", cityAtDusk],
  ["blue-heart.jpg", blueHeart],
  ["mountains-in-the-morning.jpg", mountains],
  ["road-across-the-steppe.jpg", road],
  ["shanyrak.jpg", shanyrak],
  ["twenty-five-lines.jpg", twentyFiveLines],
  ["yurt-at-night.jpg", yurtAtNight],
];

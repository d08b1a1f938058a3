import type { LocalisedText } from "../../functions/domain/language.ts";
import { label, SCENE_HEIGHT, SCENE_WIDTH, type Scene } from "./drawing/scene.ts";
import { mark } from "./mark.ts";

/** Size that social networks and messengers ask of a preview. */
const WIDTH = 1200;
const HEIGHT = 630;

/** The newsroom's preview: its mark and its name in every language, flat, so that it stays small and legible. */
export function nameCard(name: LocalisedText): string {
  const line = (text: string, y: number, size: number, weight: number, colour: string) =>
    `<text x="84" y="${y}" font-family="Noto Serif" font-size="${size}" font-weight="${weight}" fill="${colour}">${text.replaceAll("&", "&amp;").replaceAll("<", "&lt;")}</text>`;
  return frame(
    "",
    `<rect width="${WIDTH}" height="${HEIGHT}" fill="#0f2747"/><path d="M0 470Q300 420 620 462T1200 430V630H0Z" fill="#15345e"/><path d="M0 540Q340 486 700 530T1200 508V630H0Z" fill="#1b4273"/><g transform="translate(84 66) scale(0.92)">${mark("#ffffff")}</g>${line(name.en, 340, 64, 600, "#ffffff")}${line(name.ru, 420, 46, 400, "#dbe7f4")}${line(name.kk, 490, 46, 400, "#dbe7f4")}`,
  );
}

/** A part of a scene, as wide as the scene and beginning at height `top`, with large words over it. */
export function sceneCard(
  scene: Scene,
  top: number,
  words: { text: string; x: number; y: number; size: number; colour: string },
): string {
  const window = `<svg width="${WIDTH}" height="${HEIGHT}" viewBox="0 ${top} ${SCENE_WIDTH} ${(SCENE_WIDTH * HEIGHT) / WIDTH}">${scene.shapes}</svg>`;
  const text = `<text x="${words.x}" y="${words.y}" font-family="Noto Serif" font-size="${words.size}" font-weight="600" fill="${words.colour}">${words.text}</text>`;
  return frame(scene.definitions, window + text);
}

/** Eight scenes in two rows, as the preview of the kit that holds them. */
export function contactSheet(scenes: readonly Scene[]): string {
  const [across, gap] = [4, 8];
  const width = (WIDTH - gap * (across + 1)) / across;
  const height = (HEIGHT - gap * 3) / 2;
  const windows = scenes.map((scene, index) => {
    const x = gap + (index % across) * (width + gap);
    const y = gap + Math.floor(index / across) * (height + gap);
    return `<svg x="${x}" y="${y}" width="${width}" height="${height}" viewBox="0 0 ${SCENE_WIDTH} ${SCENE_HEIGHT}" preserveAspectRatio="xMidYMid slice">${scene.shapes}</svg>`;
  });
  return frame(
    scenes.map((scene) => scene.definitions).join(""),
    `<rect width="${WIDTH}" height="${HEIGHT}" fill="#ffffff"/>${windows.join("")}`,
  );
}

function frame(definitions: string, shapes: string): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${HEIGHT}" viewBox="0 0 ${WIDTH} ${HEIGHT}"><defs>${definitions}</defs>${shapes}${label(WIDTH, HEIGHT, 18)}</svg>`;
}

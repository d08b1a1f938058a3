/** Size of a scene's canvas in units, and of the pictures of the kit in pixels: 3 to 2, as cameras have it. */
export const SCENE_WIDTH = 2000;
export const SCENE_HEIGHT = 1333;

/** A drawing without its frame: the definitions it refers to and its shapes, on the scene's canvas. */
export interface Scene {
  /** Begins every id of the scene, so that two scenes can stand in one drawing. */
  readonly name: string;
  readonly definitions: string;
  readonly shapes: string;
}

/** The words that every picture of the sample kit carries, so that nobody takes it for a photograph. */
const LABEL = "Sample artwork";

/** A scene as a picture of its own, with the label in its lower right corner. */
export function sceneSvg(scene: Scene): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${SCENE_WIDTH}" height="${SCENE_HEIGHT}" viewBox="0 0 ${SCENE_WIDTH} ${SCENE_HEIGHT}"><defs>${scene.definitions}</defs>${scene.shapes}${label(SCENE_WIDTH, SCENE_HEIGHT, 26)}</svg>`;
}

/** The label for a picture of that size: white letters on a dark tag, legible over whatever lies below. */
export function label(width: number, height: number, size: number): string {
  const tagWidth = size * 8.6;
  const tagHeight = size * 1.9;
  const x = width - tagWidth - size;
  const y = height - tagHeight - size;
  return `<g><rect x="${x}" y="${y}" width="${tagWidth}" height="${tagHeight}" rx="${size * 0.3}" fill="#0b1726" fill-opacity="0.62"/><text x="${x + tagWidth / 2}" y="${y + size * 1.29}" font-family="Noto Sans" font-size="${size}" font-weight="500" letter-spacing="0.4" text-anchor="middle" fill="#ffffff">${LABEL}</text></g>`;
}

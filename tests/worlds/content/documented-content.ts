import { readFileSync } from "node:fs";
import { join } from "node:path";
import sharp from "sharp";
import { picture, writeFile } from "./small-newsroom.ts";

/** A fenced block of YAML or Markdown on a page of docs. */
export interface ShownContent {
  /** Page on which it stands, such as `docs/authoring.md`. */
  readonly page: string;
  /** Path of the file in the content folder that the block shows whole; undefined for a part of a file. */
  readonly file: string | undefined;
  /** The block without the indentation of the list in which it stands. */
  readonly text: string;
}

const BLOCK = /^( *)```(?:yaml|markdown)\b(?: title="([^"\n]+)")?[^\n]*\n([\s\S]*?)^\1```$/gm;

/** Every block of YAML or Markdown on a page, in order. */
export function shownContent(page: string): ShownContent[] {
  return [...readFileSync(page, "utf8").matchAll(BLOCK)].map(([, indent = "", file, block = ""]) => ({
    page,
    file,
    text: block.replaceAll(new RegExp(`^${indent}`, "gm"), ""),
  }));
}

/** Files that some pages show whole, by their path in the content folder. */
export function shownFiles(...pages: readonly string[]): Map<string, string> {
  return new Map(
    pages
      .flatMap(shownContent)
      .flatMap(({ file, text }) => (file === undefined ? [] : [[file, text] as const])),
  );
}

const JPEGS = [
  "events/world-day-2025/world-day.jpg",
  "releases/shelters-2025/shelter.jpg",
  "releases/shelters-2025/house.jpg",
  "pages/who-we-are/office.jpg",
  "media-kits/shelters/share.jpg",
  "media-kits/shelters/house.jpg",
  "media-kits/shelters/clip-still.jpg",
];

/** Pictures, a clip and captions under the names by which the examples of `docs/authoring.md` call them. */
export async function writeShownMedia(directory: string): Promise<void> {
  const preview = await picture();
  const jpeg = await sharp(preview).jpeg().toBuffer();
  writeFile(directory, "share.png", preview);
  for (const name of JPEGS) writeFile(directory, name, jpeg);
  const sample = (name: string) => readFileSync(join("content/media-kits/world-day-2020", name));
  writeFile(directory, "media-kits/shelters/clip.mp4", sample("heart-of-stars.mp4"));
  writeFile(directory, "media-kits/shelters/clip.en.vtt", sample("heart-of-stars.en.vtt"));
}

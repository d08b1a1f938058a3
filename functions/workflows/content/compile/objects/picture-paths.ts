import { outlineMarkdown } from "../../../../rendering/format/markdown-outline.ts";
import type { MediaObjects } from "./media-objects.ts";

/** Markdown whose pictures stand at their public paths, for the form of a release that leaves its folder. */
export function withPicturePaths(markdown: string, media: MediaObjects): string {
  let text = markdown;
  for (const { file } of outlineMarkdown(markdown, "text").pictures)
    text = text.replaceAll(`](${file}`, `](${media.shown(file).path}`);
  return text;
}

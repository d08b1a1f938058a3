import { readFile } from "node:fs/promises";
import { join } from "node:path";
import * as v from "valibot";
import { parse } from "yaml";
import { LANGUAGES, LocalisedText } from "../../functions/domain/language.ts";
import { captions } from "./captions.ts";
import { drawClip, POSTER_AT } from "./clip.ts";
import { clipFrame } from "./clip-frames.ts";
import { sceneSvg } from "./drawing/scene.ts";
import { factSheetHtml } from "./fact-sheet.ts";
import { figuresOf } from "./fact-sheet-figures.ts";
import type { ArtworkGroup } from "./groups.ts";
import { KIT_PICTURES } from "./kit-pictures.ts";
import { logoSvg } from "./mark.ts";
import { printPdfs } from "./print.ts";
import { jpeg, png } from "./raster.ts";
import { blueHeart } from "./scenes/blue-heart.ts";
import { steppeAtDawn } from "./scenes/steppe-at-dawn.ts";
import { twentyFiveLines } from "./scenes/twenty-five-lines.ts";
import { contactSheet, nameCard, sceneCard } from "./share.ts";

/** A file of the sample content and what it holds; no bytes when a tool that it needs is not installed. */
export interface Work {
  readonly file: string;
  readonly bytes: Buffer | string | undefined;
}

const KIT = "media-kits/world-day-2020";
const RELEASE = "releases/world-day-2020-25-years";
const PICTURE = { quality: 80, grain: 0.16 };
const PREVIEW = { quality: 78, grain: 0.08 };

/** What draws the files of a group; it is given the folder of the sample content. */
export const WORKS: Readonly<Record<ArtworkGroup["name"], (content: string) => AsyncGenerator<Work>>> = {
  pictures,
  previews,
  logo,
  "fact-sheets": factSheets,
  clip,
};

async function* pictures(): AsyncGenerator<Work> {
  for (const [file, draw] of KIT_PICTURES)
    yield { file: `${KIT}/${file}`, bytes: await jpeg(sceneSvg(draw()), PICTURE) };
}

async function* previews(content: string): AsyncGenerator<Work> {
  yield { file: "share.png", bytes: await png(nameCard(await siteName(content)), { colours: 64 }) };
  const ink = { size: 190, colour: "#0f2747" };
  const date = { size: 84, x: 70 };
  const cards = [
    {
      file: `${RELEASE}/share.jpg`,
      svg: sceneCard(twentyFiveLines(), 283, { text: "25", x: 700, y: 592, ...ink }),
    },
    {
      file: "events/world-day-2020/share.jpg",
      svg: sceneCard(blueHeart(), 130, { text: "30.07.2020", y: 566, colour: "#ffffff", ...date }),
    },
    {
      file: "events/world-day-2027/share.jpg",
      svg: sceneCard(steppeAtDawn(), 200, { text: "30.07.2027", y: 300, colour: "#33234f", ...date }),
    },
    { file: `${KIT}/share.jpg`, svg: contactSheet(KIT_PICTURES.map(([, draw]) => draw())) },
  ];
  for (const { file, svg } of cards) yield { file, bytes: await jpeg(svg, PREVIEW) };
}

async function* logo(): AsyncGenerator<Work> {
  yield { file: `${KIT}/logo.svg`, bytes: logoSvg() };
  yield { file: `${KIT}/logo.png`, bytes: await png(logoSvg(), { width: 1600, colours: 64 }) };
}

async function* factSheets(content: string): AsyncGenerator<Work> {
  const name = await siteName(content);
  const pages: string[] = [];
  for (const language of LANGUAGES)
    pages.push(factSheetHtml(language, name[language], await figuresOf(join(content, RELEASE), language)));
  const printed = await printPdfs(pages);
  for (const [index, language] of LANGUAGES.entries())
    yield { file: `${KIT}/fact-sheet-${language}.pdf`, bytes: printed[index] };
}

async function* clip(): AsyncGenerator<Work> {
  for (const language of LANGUAGES)
    yield { file: `${KIT}/heart-of-stars.${language}.vtt`, bytes: captions(language) };
  yield { file: `${KIT}/heart-of-stars-poster.jpg`, bytes: await jpeg(clipFrame(POSTER_AT), PREVIEW) };
  yield { file: `${KIT}/heart-of-stars.mp4`, bytes: await drawClip() };
}

async function siteName(content: string): Promise<LocalisedText> {
  const site: unknown = parse(await readFile(join(content, "site.yaml"), "utf8"));
  return v.parse(v.object({ name: LocalisedText }), site).name;
}

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Problems } from "../../domain/content/problem.ts";
import { KINDS } from "../../domain/kinds.ts";
import { outlineMarkdown } from "../../rendering/format/markdown-outline.ts";
import { ownFiles, readTree, type UnitFolder } from "./read/content-tree.ts";
import { parseSource } from "./read/parse-source.ts";
import { knownPictures } from "./read/picture-answer.ts";
import { type ReadableUnit, readUnit } from "./read/read-unit.ts";
import { EVENT, KIT, PAGE, RELEASE, SITE } from "./read/source-files.ts";
import { readYaml } from "./read/yaml/yaml-text.ts";

/** A YAML file that says nothing of some of the pictures that its unit shows. */
export interface PictureQuestions {
  /** Within the content directory. */
  readonly file: string;
  readonly path: string;
  /** Pictures without an entry, in the order in which they are shown. */
  readonly pictures: readonly string[];
}

/** Looks through all content for pictures of which nothing is said: those of `image` and those in the texts. */
export function picturesToAsk(directory: string): PictureQuestions[] {
  const { units, rootFiles } = readTree(directory, new Problems());
  const site = rootFiles.includes(SITE_FILE) ? [siteQuestions(directory)] : [];
  return [...site, ...units.map(unitQuestions)].filter(({ pictures }) => pictures.length > 0);
}

const SITE_FILE = "site.yaml";

function siteQuestions(directory: string): PictureQuestions {
  const path = join(directory, SITE_FILE);
  const { sound } = parseSource(readYaml(readFileSync(path, "utf8")), SITE_FILE, SITE, new Problems());
  return { file: SITE_FILE, path, pictures: unasked(sound, sound.image ? [sound.image.file] : []) };
}

function unitQuestions(unit: UnitFolder): PictureQuestions {
  const own = ownFiles(unit.kind).filter((name) => unit.files.includes(name));
  const texts = new Map(own.map((name) => [name, readFileSync(join(unit.path, name))]));
  const facts = KINDS[unit.kind].facts;
  return {
    file: `${unit.folder}/${facts}`,
    path: join(unit.path, facts),
    pictures: texts.has(facts) ? shownBy({ ...unit, texts }) : [],
  };
}

function shownBy(unit: ReadableUnit): string[] {
  const problems = new Problems();
  switch (unit.kind) {
    case "release": {
      const { facts, languages } = readUnit(unit, RELEASE, problems);
      const texts = [...languages.values()].flatMap(({ body, words }) => [body, words.sound.notes ?? ""]);
      return unasked(facts.sound, shownIn(facts.sound.image, texts));
    }
    case "event": {
      const { facts, languages } = readUnit(unit, EVENT, problems);
      return unasked(facts.sound, shownIn(facts.sound.image, bodies(languages)));
    }
    case "kit": {
      const { facts, languages } = readUnit(unit, KIT, problems);
      return unasked(facts.sound, shownIn(facts.sound.image, bodies(languages)));
    }
    case "page": {
      const { facts, languages } = readUnit(unit, PAGE, problems);
      return unasked(facts.sound, shownIn(undefined, bodies(languages)));
    }
  }
}

const bodies = (languages: ReadonlyMap<unknown, { readonly body: string }>): string[] =>
  [...languages.values()].map(({ body }) => body);

function shownIn(image: { readonly file: string } | undefined, texts: readonly string[]): string[] {
  const inTexts = texts.flatMap((text) => outlineMarkdown(text, "text").pictures.map(({ file }) => file));
  return [...(image ? [image.file] : []), ...inTexts];
}

function unasked(source: Parameters<typeof knownPictures>[0], shown: readonly string[]): string[] {
  const known = knownPictures(source);
  return [...new Set(shown)].filter((file) => !known.has(file));
}

const QUESTION = "none, or yes: can anybody be recognised in it? Until this is answered it is not published";

/**
 * The text of a YAML file with a question about each of these pictures; every other byte of it stays.
 * @returns undefined where its `pictures` are written in a way to which nothing can be added
 */
export function withPictureQuestions(yaml: string, pictures: readonly string[]): string | undefined {
  const newline = yaml.includes("\r\n") ? "\r\n" : "\n";
  const questions = (indent: string) =>
    pictures.flatMap((file) => [`${indent}- file: ${file}`, `${indent}  people: # ${QUESTION}`]);
  const lines = yaml.split(/\r?\n/);
  const at = lines.findIndex((line) => /^pictures[ \t]*:/.test(line));
  if (at < 0) {
    const begin = yaml === "" || yaml.endsWith("\n") ? yaml : `${yaml}${newline}`;
    return `${begin}${["pictures:", ...questions("  ")].join(newline)}${newline}`;
  }
  const indent = /^([ \t]*)- /.exec(lines[at + 1] ?? "")?.[1];
  if (!/^pictures[ \t]*:[ \t]*(?:#.*)?$/.test(lines[at] ?? "") || indent === undefined) return undefined;
  return [...lines.slice(0, at + 1), ...questions(indent), ...lines.slice(at + 1)].join(newline);
}

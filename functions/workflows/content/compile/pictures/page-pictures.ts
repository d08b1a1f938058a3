import type { SiteSource } from "../../../../domain/content/site-source.ts";
import type { Picture, Rendition } from "../../../../domain/documents/parts.ts";
import { markdownWithoutPictures } from "../../../../domain/documents/without-pictures.ts";
import type { Language } from "../../../../domain/language.ts";
import { type MarkdownPicture, renderMarkdown } from "../../../../rendering/format/markdown.ts";
import { outlineMarkdown } from "../../../../rendering/format/markdown-outline.ts";
import { messagesOf } from "../../../../rendering/messages/messages-of.ts";
import type { PreparedFile } from "../../../media/prepare-file.ts";
import type { CompileContext } from "../../index/compile-context.ts";
import { baseName, stemOf } from "../../read/base-name.ts";
import { extensionOfType } from "../../read/file-types.ts";
import { whyWithheld } from "../../read/picture-answer.ts";
import { shownTimes } from "../../read/shown-times.ts";
import type { MediaObjects } from "../objects/media-objects.ts";
import type { PreparedPicture, PreparedPictures } from "./prepare-pictures.ts";

/** The pictures of a unit, ready to be put into the bucket once a document shows them. */
export interface PagePictures {
  readonly prepared: PreparedPictures;
  readonly media: MediaObjects;
  /** Zone of the times that content gives. */
  readonly zone: string;
  readonly licences: SiteSource["licences"];
  /** Where the newsroom is, if a text leads to it by its host. */
  readonly own?: CompileContext["own"];
}

/** The picture at the head of a page, for the page and for previews; undefined where it is withheld. */
export function leadPicture(
  pictures: PagePictures,
  { file, alt, credit }: { file: string; alt: string; credit?: string },
): Picture | undefined {
  const picture = pictures.prepared.get(file);
  if (!picture?.preview || whyWithheld(file, picture.known, "lead")) return undefined;
  const preview = placed(
    pictures,
    file,
    picture,
    picture.preview,
    `${publicStem(file, picture)}-preview.jpg`,
  );
  const forms = formsOf(pictures, file, picture);
  const web = mainOf(forms);
  return {
    ...preview,
    alt,
    ...(credit !== undefined && { credit }),
    ...(web && { web }),
    ...(forms.length > 1 && { forms }),
  };
}

/** Markdown as HTML, with its pictures in the bucket; without those that are withheld, and their captions. */
export function htmlOf(
  markdown: string,
  idPrefix: string,
  language: Language,
  pictures: PagePictures,
): string {
  const shown = new Map<string, MarkdownPicture>();
  for (const { file } of outlineMarkdown(markdown, idPrefix).pictures) {
    const picture = textPicture(pictures, file);
    const forms = picture && formsOf(pictures, file, picture);
    const main = forms && mainOf(forms);
    if (!main) continue;
    const { path, width, height } = main;
    const note = noteOn(picture, language, pictures);
    const srcset = forms.map((form) => `${form.path} ${form.width}w`).join(", ");
    shown.set(file, {
      path,
      width,
      height,
      ...(forms.length > 1 && { srcset }),
      ...(note !== "" && { note }),
    });
  }
  const words = messagesOf(language).publication;
  return renderMarkdown(markdown, { idPrefix, pictures: shown, own: pictures.own, words });
}

/** Markdown whose pictures stand at their public paths, for the form of a release that leaves its folder. */
export function markdownOf(markdown: string, pictures: PagePictures): string {
  const { prepared } = pictures;
  const files = outlineMarkdown(markdown, "text").pictures.map(({ file }) => file);
  const withheld = new Set(files.filter((file) => !textPicture(pictures, file)));
  let text = markdownWithoutPictures(markdown, (file) => withheld.has(file));
  for (const file of new Set(files)) {
    const picture = prepared.get(file);
    const main = picture && mainOf(formsOf(pictures, file, picture));
    if (main) text = text.replaceAll(`](${file}`, `](${main.path}`);
  }
  return text;
}

function textPicture({ prepared }: PagePictures, file: string): PreparedPicture | undefined {
  const picture = prepared.get(file);
  return picture && whyWithheld(file, picture.known, "text") === undefined ? picture : undefined;
}

/** The one that a program shows which knows no others: of a text's width. */
const mainOf = (forms: readonly Rendition[]): Rendition | undefined =>
  forms.find(({ width }) => width >= 700) ?? forms.at(-1);

function formsOf(pictures: PagePictures, file: string, picture: PreparedPicture): Rendition[] {
  const stem = publicStem(file, picture);
  return picture.forms.map((form) =>
    placed(pictures, file, picture, form, `${stem}-${form.width ?? 0}.${extensionOfType(form.mediaType)}`),
  );
}

/** Puts a form of a picture into the bucket, in the times in which it may be shown. */
function placed(
  { media, zone }: PagePictures,
  file: string,
  { known }: PreparedPicture,
  made: PreparedFile,
  name: string,
): Rendition {
  const { sha256, width: ownWidth = 0, height: ownHeight = 0 } = media.described(file);
  const path = media.within(shownTimes(known, media.from, zone)).prepared(made, name, {
    attached: false,
    isPreview: known.consent?.protected !== true,
    of: sha256,
    madeOf: file,
    people: known.people !== "none",
  });
  const { width = ownWidth, height = ownHeight, bytes, mediaType } = made;
  return { path, width, height, bytes, mediaType };
}

/** The name of a file of people who must not be found may tell more than the picture does. */
const publicStem = (file: string, { known }: PreparedPicture): string =>
  known.consent?.protected ? "picture" : stemOf(baseName(file));

/** Whom to credit, on what terms, and what was done to it. */
function noteOn({ known }: PreparedPicture, language: Language, { licences }: PagePictures): string {
  const { credit, licence, alterations } = known;
  const terms = licences.find(({ id }) => id === licence);
  const altered = alterations && `${messagesOf(language).kit.alterations}: ${alterations[language]}`;
  return [credit?.[language], terms?.name[language], altered].filter(Boolean).join(". ");
}

import { type ContentFiles, SMALL_NEWSROOM, showsNobody } from "./small-newsroom.ts";

/** Units of the small newsroom that can show pictures: their YAML, and what their texts are called. */
export const ILLUSTRATED_UNITS = [
  { folder: "releases/first", facts: "release.yaml", hasLead: true },
  { folder: "events/press-day", facts: "event.yaml", hasLead: true },
  { folder: "media-kits/photos", facts: "kit.yaml", hasLead: true },
  { folder: "pages/about", facts: "page.yaml", hasLead: false },
] as const;

const alt = "{ en: A view, ru: Вид, kk: Көрініс }";
const LEAD = (file: string): string => `image: { file: ${file}, alt: ${alt}, credit: ${alt} }\n`;

/** A picture for each door: at the head of what has a head, in the text of each unit, in notes, and of the site. */
export function everyPicture(lead: Buffer, inText: Readonly<Record<string, Buffer>>): ContentFiles {
  const names = Object.keys(inText);
  const files: ContentFiles = {
    "site.yaml": String(SMALL_NEWSROOM["site.yaml"]).replaceAll("share.png", "share.jpg"),
    "share.png": null,
    "share.jpg": lead,
  };
  for (const { folder, facts, hasLead } of ILLUSTRATED_UNITS) {
    files[`${folder}/lead.jpg`] = hasLead ? lead : null;
    for (const name of names) files[`${folder}/${name}`] = inText[name] ?? null;
    files[`${folder}/${facts}`] =
      `${SMALL_NEWSROOM[`${folder}/${facts}`]}${hasLead ? LEAD("lead.jpg") : ""}${showsNobody(...(hasLead ? ["lead.jpg"] : []), ...names)}`;
    for (const language of ["en", "ru", "kk"]) {
      const text = String(SMALL_NEWSROOM[`${folder}/${language}.md`]);
      files[`${folder}/${language}.md`] =
        `${text}\n${names.map((name) => `![A view](${name})\n`).join("\n")}`;
    }
  }
  return files;
}

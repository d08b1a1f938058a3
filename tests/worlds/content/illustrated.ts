import type { Instant } from "../../../functions/domain/instant.ts";
import type { ContentNewsroom } from "./content-newsroom.ts";
import { type ContentFiles, picture, SMALL_NEWSROOM, showsNobody } from "./small-newsroom.ts";
import { timedKitFiles } from "./timed-kit.ts";

const IMAGE = `image:
  file: lead.png
  alt: { en: A hall, ru: Зал, kk: Зал }
  credit: { en: A. Maker, ru: А. Автор, kk: А. Автор }
${showsNobody("lead.png", "inside.png")}`;

/** The small newsroom, whose release has a picture above and one in its text, and whose kit has three photographs. */
export async function illustratedFiles(): Promise<ContentFiles> {
  const folder = "releases/first";
  const texts = ["en", "ru", "kk"].map((language): [string, string] => {
    const name = `${folder}/${language}.md`;
    const inside = `![Inside ${language}](inside.png)\n\n*Seen from inside.*\n\nThe end.\n`;
    return [name, `${SMALL_NEWSROOM[name]}\n${inside}`];
  });
  return {
    ...(await timedKitFiles([{ id: "dawn" }, { id: "dusk" }])),
    [`${folder}/release.yaml`]: `${SMALL_NEWSROOM[`${folder}/release.yaml`]}${IMAGE}`,
    [`${folder}/lead.png`]: await picture(1300, 700),
    [`${folder}/inside.png`]: await picture(300, 200),
    ...Object.fromEntries(texts),
  };
}

/**
 * Publishes the release once more with another picture, its caption and a sentence.
 * @returns reads what readers are told of its changes
 */
export async function tellsOfHouse(newsroom: ContentNewsroom, now: Instant): Promise<() => Promise<string>> {
  newsroom.write("releases/first/house.png", await picture(310, 210));
  newsroom.edit("releases/first/release.yaml", (text) => `${text}  - { file: house.png, people: none }\n`);
  newsroom.edit(
    "releases/first/en.md",
    (text) => `${text}\n![A house by the river](house.png)\n\n*Seen in spring.*\n\nIt has a new roof.\n`,
  );
  await newsroom.publish(now);
  return async () => {
    const page = await (await newsroom.at(now).request("/en/releases/first/changes")).text();
    return page.slice(page.indexOf("<main"), page.indexOf("</main"));
  };
}

import { contentFolder } from "./content.ts";
import { type ContentFiles, inThree, picture, SMALL_NEWSROOM, words } from "./small-newsroom.ts";

/** The kit of the small newsroom with further photographs, each with times of its own. */

const KIT = "media-kits/photos";

export interface TimedPhoto {
  readonly id: string;
  /** Lines of kit.yaml, such as `publishAt: 2030-01-01T10:00Z`. */
  readonly times?: readonly string[];
}

/** What a content folder holds in place of the kit; `kitLines` go above the assets. */
export async function timedKitFiles(
  photos: readonly TimedPhoto[],
  kitLines: readonly string[] = [],
): Promise<ContentFiles> {
  const yaml = String(SMALL_NEWSROOM[`${KIT}/kit.yaml`]).replace(
    "assets:\n",
    [...kitLines, "assets:", ""].join("\n"),
  );
  const assets = photos.map(({ id, times = [] }) =>
    [
      `  - id: ${id}`,
      `file: ${id}.png`,
      "kind: photograph",
      "people: false",
      "creator: A. Maker",
      "created: 2020",
      "licence: cc-by-4-0",
      ...times,
    ].join("\n    "),
  );
  const said = ({ id }: { id: string }) => [
    id,
    { headline: `The ${id}`, caption: `The ${id}.`, alt: "A view", credit: "A. Maker" },
  ];
  const texts = inThree(KIT, (language, translationOf) =>
    words(
      {
        title: `Kit ${language}`,
        summary: `Summary ${language}`,
        translationOf,
        assets: Object.fromEntries([{ id: "steppe" }, ...photos].map(said)),
      },
      "Files.\n",
    ),
  );
  const pictures = photos.map(
    async ({ id }, n) => [`${KIT}/${id}.png`, await picture(500 + n, 400)] as const,
  );
  return {
    [`${KIT}/kit.yaml`]: `${yaml}${assets.join("\n")}\n`,
    ...texts,
    ...Object.fromEntries(await Promise.all(pictures)),
  };
}

export async function timedKit(...photos: TimedPhoto[]): Promise<string> {
  return contentFolder(await timedKitFiles(photos));
}

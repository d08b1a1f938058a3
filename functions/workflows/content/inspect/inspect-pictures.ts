import type { PictureSource } from "../../../domain/content/picture-source.ts";
import type { Spot } from "../../../domain/content/problem.ts";
import type { Instant } from "../../../domain/instant.ts";
import { knownPictures, type PictureUse, whyWithheld } from "../read/picture-answer.ts";
import { inspectConsentRecord } from "./inspect-consent.ts";
import { namedPicture } from "./inspect-files.ts";
import { type Inspection, type Lines, spot, time } from "./inspection.ts";

/** What a YAML file says of the pictures that its unit shows. */
type SaidOfPictures = Parameters<typeof knownPictures>[0];

type PictureInspection = Pick<Inspection, "problems" | "named" | "moments" | "uses" | "pictures"> & {
  readonly unit: Parameters<typeof namedPicture>[0]["unit"];
};

/** Checks the facts of each picture by themselves, and keeps them for what shows the pictures. */
export function inspectPictures(
  inspection: PictureInspection,
  lines: Lines,
  source: SaidOfPictures,
  { zone, publishAt }: { zone: string; publishAt: Instant | undefined },
): void {
  const { problems, pictures } = inspection;
  const { pictures: entries = [], assets = [] } = source;
  entries.forEach((entry, i) => {
    const at = (...path: string[]) => spot(lines, "pictures", i, ...path);
    const isTwice = entries.findIndex(({ file }) => file === entry.file) < i;
    if (isTwice || assets.some(({ file }) => file === entry.file))
      problems.error(at("file"), {
        problem: `${entry.file} has its facts ${isTwice ? "twice" : "among the assets already"}`,
        expected: "each picture once",
      });
    namedPicture(inspection, entry.file, at("file"));
    inspectEntry(inspection, entry, at, { zone, publishAt });
  });
  for (const [file, known] of knownPictures(source)) pictures.known.set(file, known);
}

function inspectEntry(
  inspection: PictureInspection,
  entry: PictureSource,
  at: (...path: string[]) => Spot,
  { zone, publishAt: pageFrom }: { zone: string; publishAt: Instant | undefined },
): void {
  const { problems, uses } = inspection;
  const { file, people, consent, licence } = entry;
  if (people === "none" && consent)
    problems.error(at("consent"), {
      problem: `${file} has a consent but says that it shows nobody`,
      expected: "`people: yes`, or no consent",
    });
  if (licence !== undefined) uses.push({ to: "licence", id: licence, ...at("licence") });
  if (consent) inspectConsentRecord(inspection, { ...entry, label: file }, consent, zone, at);
  const from = time(inspection, entry.publishAt, zone, at("publishAt"));
  const until = time(inspection, entry.until, zone, at("until"));
  const begins = from ?? pageFrom;
  if (until && begins && until <= begins)
    problems.error(at("until"), {
      problem: `${file} ends at ${entry.until}, before anyone could see it`,
      expected: "an end after it is first shown",
    });
}

/** Notes that a picture is shown, and says why it is not to be published, if it is not. */
export function inspectShownPicture(
  { problems, pictures }: Pick<Inspection, "problems" | "pictures">,
  file: string,
  use: PictureUse,
  at: Spot,
): void {
  const known = pictures.known.get(file);
  const withheld = whyWithheld(file, known, use);
  const name = `${file} ${withheld?.problem}`;
  if (withheld && !pictures.reported.has(name)) problems.warning(at, withheld);
  pictures.reported.add(name);
  pictures.shown.add(file);
}

/** Facts of pictures that nothing shows: most likely a file was exchanged and its facts were not. */
export function inspectUnusedPictures(
  { problems, pictures }: Pick<Inspection, "problems" | "pictures">,
  lines: Lines,
  { pictures: entries = [] }: SaidOfPictures,
): void {
  entries.forEach(({ file }, i) => {
    if (!pictures.shown.has(file))
      problems.warning(spot(lines, "pictures", i, "file"), {
        problem: `nothing shows ${file}`,
        expected: "facts of the picture of `image` and of those in the texts",
      });
  });
}

import { earliest, type Instant } from "../../../domain/instant.ts";
import { outlineMarkdown } from "../../../rendering/format/markdown-outline.ts";
import { baseName } from "../read/base-name.ts";
import { consentEnd } from "../read/consent-end.ts";
import type { LanguageFile } from "../read/language-file.ts";
import type { Parsed } from "../read/parse-source.ts";
import type { ValidKit, ValidKitText } from "../read/source-files.ts";
import type { UnitFacts } from "../read/unit-record.ts";
import { type Inspection, spot, time } from "./inspection.ts";

interface KitTimes {
  readonly zone: string;
  readonly publishAt: Instant | undefined;
}

/** An asset that comes later than its kit, or goes. */
export type TimedAsset = NonNullable<UnitFacts["timedAssets"]>[number];

/** Times of the assets: an end after the beginning, and no beginning before the kit's, which would be without effect. */
export function inspectAssetTimes<Whole>(
  inspection: Inspection,
  facts: Parsed<Whole, ValidKit>,
  { zone, publishAt: kitFrom }: KitTimes,
): TimedAsset[] {
  const { problems } = inspection;
  return (facts.sound.assets ?? []).flatMap((asset, i) => {
    const fromSpot = spot(facts, "assets", i, "publishAt");
    const untilSpot = spot(facts, "assets", i, "until");
    const from = time(inspection, asset.publishAt, zone, fromSpot);
    const until = earliest([time(inspection, asset.until, zone, untilSpot), consentEnd(asset, zone)]);
    const isLater = from !== undefined && kitFrom !== undefined && from > kitFrom;
    if (from && kitFrom && from < kitFrom)
      problems.warning(fromSpot, {
        problem: `${asset.id} comes out with the kit, which is later than ${asset.publishAt}`,
        expected: "a time after publishAt of the kit, or none",
      });
    const begins = isLater ? from : kitFrom;
    if (until && begins && until <= begins)
      problems.error(untilSpot, {
        problem: `${asset.id} ends at ${asset.until ?? asset.consent?.ends}, before anyone could see it`,
        expected: "an end after its publishAt and that of the kit, for itself and for the consent to it",
      });
    if (!begins || (!isLater && until === undefined)) return [];
    return [{ id: asset.id, file: asset.file, download: baseName(asset.file), publishAt: begins }];
  });
}

/** What shows with the kit, its preview and the pictures of its text, must not be what comes later or goes. */
export function inspectShownEarly<Facts, Words>(
  { problems }: Inspection,
  facts: Parsed<Facts, ValidKit>,
  languages: Iterable<LanguageFile<Words, ValidKitText>>,
  timed: readonly TimedAsset[],
): void {
  const finding = ({ id, file }: TimedAsset) => ({
    problem: `${file} is the file of ${id}, which has times of its own, and the kit shows it at all times`,
    expected: "another picture",
  });
  const preview = timed.find(({ file }) => file === facts.sound.image?.file);
  if (preview) problems.error(spot(facts, "image", "file"), finding(preview));
  for (const { file, body, bodyLine } of languages)
    for (const picture of outlineMarkdown(body, "text").pictures) {
      const asset = timed.find((each) => each.file === picture.file);
      if (asset) problems.error({ file, line: bodyLine + picture.line - 1 }, finding(asset));
    }
}

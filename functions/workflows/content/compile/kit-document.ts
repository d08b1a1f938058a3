import { originalOf, type TakenDown } from "../../../domain/documents/kit.ts";
import type { Language } from "../../../domain/language.ts";
import { instantIn } from "../read/local-time.ts";
import { shownTimes } from "../read/shown-times.ts";
import { assetIn, type PlacedAsset, placeAsset } from "./compile-asset.ts";
import { type KitPublication, publicationPartsOf, publishAtOf, zoneOf } from "./compile-publication.ts";
import { type CompleteKit, ownTimesOf } from "./kit-pages.ts";
import type { PreparedAsset } from "./prepare-assets.ts";

/** The assets of a kit, their files in the bucket. */
export function placedAssets(
  publication: KitPublication,
  prepared: ReadonlyMap<string, PreparedAsset>,
): PlacedAsset[] {
  const zone = zoneOf(publication);
  const kitFrom = publishAtOf(publication);
  return publication.facts.assets.map((asset) => {
    const files = prepared.get(asset.id);
    if (!files) throw new Error(`The files of ${asset.id} were not prepared`);
    return placeAsset(publication, asset, files, shownTimes(asset, kitFrom, zone));
  });
}

/** The kit with those assets and without archives. */
export function kitWith(
  publication: KitPublication,
  placed: readonly PlacedAsset[],
  language: Language,
): CompleteKit {
  const assets = placed.map((asset) => assetIn(publication, asset, language));
  const ownTimes = ownTimesOf(assets, publishAtOf(publication));
  return {
    kind: "kit",
    ...publicationPartsOf(publication, language),
    assetCount: assets.length,
    totalBytes: assets.reduce((sum, asset) => sum + originalOf(asset).bytes, 0),
    ...(ownTimes.length > 0 && { ownTimes }),
    assets,
    archives: [],
    ...takenDownOf(publication),
  };
}

function takenDownOf(publication: KitPublication): { takenDown?: TakenDown[] } {
  const { takenDown = [] } = publication.facts;
  if (takenDown.length === 0) return {};
  const zone = zoneOf(publication);
  return { takenDown: takenDown.map(({ id, at }) => ({ id, at: instantIn(at, zone) })) };
}

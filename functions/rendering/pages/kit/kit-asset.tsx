import type { DigitalSourceType } from "../../../domain/digital-source-type.ts";
import { anchor } from "../../../domain/documents/anchor.ts";
import type { Asset } from "../../../domain/documents/kit.ts";
import { messagesOf } from "../../messages/messages-of.ts";
import type { PictureMark } from "../../messages/shapes/messages.ts";
import type { PageContext } from "../frame/page-context.ts";
import { AssetDownloads, Checksums } from "./asset-downloads.tsx";
import { type Fact, Facts } from "./asset-facts.tsx";
import { AssetPreview } from "./asset-preview.tsx";

const MARKS: Partial<Record<DigitalSourceType, PictureMark>> = {
  trainedAlgorithmicMedia: "generated",
  compositeWithTrainedAlgorithmicMedia: "edited",
  composite: "composite",
  compositeCapture: "composite",
  compositeSynthetic: "composite",
};

/** One file of a kit, with an anchor, so that a link to a picture leads to the picture. */
export function KitAsset({
  asset,
  facts,
  offered,
  context: { language },
}: {
  asset: Asset;
  /** What the page does not tell once for all. */
  facts: readonly Fact[];
  /** Whether one may have it: the files of a withdrawn kit are described, no more. */
  offered: boolean;
  context: PageContext;
}) {
  const { kit } = messagesOf(language);
  const { headline, digitalSourceType, specialInstructions, transcript } = asset;
  const mark = digitalSourceType && MARKS[digitalSourceType];
  const name = anchor("asset", asset.id);
  return (
    <li class="asset" id={name}>
      <div>
        <AssetPreview asset={asset} offered={offered} language={language} />
        <p class="soft">
          {asset.credit} {mark && <strong class="tag">{kit.marks[mark]}</strong>}
        </p>
      </div>
      <div>
        <h3>
          {headline}{" "}
          <a class="permalink" href={`#${name}`} aria-label={kit.linkToFile(headline)}>
            #
          </a>
        </h3>
        <p>{asset.caption}</p>
        {specialInstructions !== undefined && (
          <p class="note stop">
            <strong>{kit.instructions}:</strong> {specialInstructions}
          </p>
        )}
        {offered && <AssetDownloads asset={asset} language={language} />}
        <Facts facts={facts} />
        {offered && <Checksums asset={asset} />}
        {transcript !== undefined && (
          <details>
            <summary>{kit.transcript}</summary>
            <p>{transcript}</p>
          </details>
        )}
      </div>
    </li>
  );
}

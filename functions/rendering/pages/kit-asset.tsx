import { hashOf } from "../../domain/addresses.ts";
import { dateInWords } from "../../domain/date-in-words.ts";
import { anchor } from "../../domain/documents/anchor.ts";
import { type Asset, type Licence, originalOf } from "../../domain/documents/kit.ts";
import type { Language } from "../../domain/language.ts";
import { fileSize } from "../messages/file-size.ts";
import { messagesOf } from "../messages/messages-of.ts";
import type { PageContext } from "../page-context.ts";
import { LicenceTerms } from "./asset-licence.tsx";
import { AssetPreview, formatOf } from "./asset-preview.tsx";

/** One file of a kit, with an anchor, so that a link to a picture leads to the picture. */
export function KitAsset({
  asset,
  licence,
  offered,
  context: { language },
}: {
  asset: Asset;
  /** Its own licence; undefined where the page tells one for all. */
  licence: Licence | undefined;
  /** Whether one may have it: the files of a withdrawn kit are described, no more. */
  offered: boolean;
  context: PageContext;
}) {
  const { kit } = messagesOf(language);
  const format = formatOf(asset);
  const original = originalOf(asset);
  const name = anchor("asset", asset.id);
  return (
    <li class="asset" id={name}>
      <AssetPreview asset={asset} language={language} />
      <div>
        <h3>
          {asset.headline}{" "}
          <a class="permalink" href={`#${name}`} aria-label={kit.linkToFile(asset.headline)}>
            #
          </a>
        </h3>
        <p>{asset.caption}</p>
        {offered && (
          <p>
            <a class="button" href={original.download} download={asset.file}>
              {kit.download}
              <span class="hidden"> {asset.headline}</span> ({format}, {fileSize(original.bytes, language)})
            </a>
          </p>
        )}
        <dl class="facts">
          {factsOf(asset, language).map(([term, value]) => (
            <div>
              <dt>{term}</dt>
              <dd>{value}</dd>
            </div>
          ))}
          {licence && offered && (
            <div class="whole terms">
              <dt>{kit.licence}</dt>
              <dd>
                <LicenceTerms licence={licence} />
              </dd>
            </div>
          )}
          <div class="whole">
            <dt>{kit.checksum}</dt>
            <dd>
              <code>{hashOf(original.path)}</code>
            </dd>
          </div>
        </dl>
        {asset.transcript !== undefined && (
          <details>
            <summary>{kit.transcript}</summary>
            <p>{asset.transcript}</p>
          </details>
        )}
      </div>
    </li>
  );
}

function factsOf(asset: Asset, language: Language): [string, string][] {
  const { kit, languageNames } = messagesOf(language);
  const { width, height } = originalOf(asset);
  const size = width === undefined || height === undefined ? [] : [kit.pixels(width, height)];
  return [
    [kit.credit, asset.credit],
    [kit.created, `${dateInWords(asset.created, language)}, ${asset.creator}`],
    ...(asset.alterations === undefined ? [] : [pair(kit.alterations, asset.alterations)]),
    [kit.format, [kit.kinds[asset.kind], ...size].join(", ")],
    ...(asset.language === undefined ? [] : [pair(kit.language, languageNames[asset.language])]),
  ];
}

function pair(term: string, value: string): [string, string] {
  return [term, value];
}

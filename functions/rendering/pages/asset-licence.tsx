import type { Asset, Licence } from "../../domain/documents/kit.ts";
import type { Language } from "../../domain/language.ts";
import { messagesOf } from "../messages/messages-of.ts";

/** The licence of all the files, if they have one in common: it is then told once. */
export function commonLicence(assets: readonly Asset[]): Licence | undefined {
  const [first, ...others] = assets;
  return others.every((asset) => asset.licence.id === first?.licence.id) ? first?.licence : undefined;
}

export function SharedLicence({ licence, language }: { licence: Licence; language: Language }) {
  return (
    <section class="note terms group">
      <h2>{messagesOf(language).kit.licenceForAll}</h2>
      <LicenceTerms licence={licence} />
    </section>
  );
}

/** Name and terms as text one can select: they travel with the file. */
export function LicenceTerms({ licence: { name, url, terms } }: { licence: Licence }) {
  return (
    <>
      <p>
        {url === undefined ? (
          <strong>{name}</strong>
        ) : (
          <a href={url} rel="license">
            {name}
          </a>
        )}
      </p>
      <p>{terms}</p>
    </>
  );
}

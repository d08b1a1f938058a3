import { type ContentFiles, SMALL_NEWSROOM } from "./small-newsroom.ts";

/** The kit of the small newsroom with a photograph that shows people. */

const KIT = "media-kits/photos/kit.yaml";
const SITE = "site.yaml";

/** A consent that lets a kit show and give the photograph away until it is taken back. */
export const CONSENT = {
  scope: "[newsroom, media]",
  date: "2025-03-01",
  ends: "on-request",
  givenBy: "adult",
  reviewedBy: "protection officer",
  reference: "C-2025-0017",
};

/**
 * @param consent its fields as YAML; without it, none is recorded
 * @param asset further fields of the photograph
 */
export function consentingKit(
  consent: Readonly<Record<string, string>> | undefined,
  asset: Readonly<Record<string, string>> = {},
): ContentFiles {
  const record = consent && `{ ${fieldsOf(consent)} }`;
  const fields = { people: "true", ...(record && { consent: record }), licence: "editorial-use", ...asset };
  const line = `  - { id: steppe, file: steppe.png, kind: photograph, creator: A. Maker, created: 2020, ${fieldsOf(fields)} }`;
  return {
    [KIT]: String(SMALL_NEWSROOM[KIT]).replace(/ {2}- \{ id: steppe.*/, line),
    [SITE]: String(SMALL_NEWSROOM[SITE]).replace(
      "licences:\n",
      `licences:
  - id: editorial-use
    name: { en: Editorial, ru: Редакционное, kk: Редакциялық }
    terms: { en: For news, ru: Для новостей, kk: Жаңалықтарға }
    revocable: true
`,
    ),
  };
}

const fieldsOf = (fields: Readonly<Record<string, string>>): string =>
  Object.entries(fields)
    .map(([name, value]) => `${name}: ${value}`)
    .join(", ");

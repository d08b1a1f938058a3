import { mediaPath } from "../../../functions/domain/addresses.ts";
import type { Contact, Picture, Reference, Topic } from "../../../functions/domain/documents/parts.ts";
import type { Instant } from "../../../functions/domain/instant.ts";
import { LANGUAGES, type Language } from "../../../functions/domain/language.ts";
import { SITE_TEXTS } from "./texts/site.ts";

/** Parts that the documents of the small newsroom share. */

export const ZONE = "Asia/Almaty";
/** 14:00 in Nur-Sultan, which was at UTC+06:00 then. */
export const RELEASED: Instant = "2020-07-30T08:00:00Z";

/** A UUID that ends in `n`. */
export const uuid = (n: number) => `5f0c7b1e-8a3d-4f6b-9c2e-${String(n).padStart(12, "0")}`;
export const sha256 = (digit: string) => digit.repeat(64);

export const translationsOf = (path: (language: Language) => string) =>
  LANGUAGES.map((language) => ({ language, path: path(language) }));

export function reference(
  title: string,
  path: string,
  language: Language,
  changes: Partial<Reference> = {},
): Reference {
  return { id: uuid(90), title, path, language, publishAt: RELEASED, ...changes };
}

export function topics(language: Language): Topic[] {
  return SITE_TEXTS[language].topics.map(([id, title]) => ({ id, title }));
}

export function contact(language: Language): Contact {
  return {
    ...SITE_TEXTS[language].contact,
    phone: "+7 7172 00 00 00",
    email: "press@newsroom.example",
    zone: ZONE,
    languages: ["en", "ru", "kk"],
  };
}

export function picture(language: Language): Picture {
  return {
    path: mediaPath(sha256("a"), "preview.png"),
    mediaType: "image/png",
    bytes: 48_213,
    width: 1200,
    height: 630,
    alt: SITE_TEXTS[language].imageAlt,
  };
}

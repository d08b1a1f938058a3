import { readFileSync } from "node:fs";
import { DEFAULT_LANGUAGE, eachLanguage, LANGUAGES } from "../../../functions/domain/language.ts";
import { EDGE } from "../../../functions/rendering/messages/catalogues.ts";

export type EdgeScript = "viewer-request" | "media-response";

/** What stands for a value in the files of this folder: plain JavaScript that imports nothing. */
const VALUES = {
  PUT_LANGUAGES: LANGUAGES,
  PUT_DEFAULT_LANGUAGE: DEFAULT_LANGUAGE,
  PUT_REFUSALS: {
    405: eachLanguage((language) => EDGE[language].readOnly),
    413: eachLanguage((language) => EDGE[language].formTooLarge),
  },
};

/** A script of the edge as CloudFront and the local edge run it, with the languages and their words put in. */
export function edgeSource(name: EdgeScript): string {
  const source = readFileSync(new URL(`./${name}.js`, import.meta.url), "utf8");
  return Object.entries(VALUES).reduce(
    (text, [mark, value]) => text.replace(mark, () => JSON.stringify(value)),
    source,
  );
}

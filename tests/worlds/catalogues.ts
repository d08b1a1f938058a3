import { readdirSync } from "node:fs";
import { LANGUAGES, type Language } from "../../functions/domain/language.ts";

const FOLDER = new URL("../../functions/rendering/messages/", import.meta.url);

/** Has the words as they are written, before they are set for readers. */
const NOT_YET_SET = "catalogues.ts";

/** A text as readers get it; where a message takes words, each of them is “5”. */
export interface CatalogueText {
  readonly language: Language;
  /** “registrationMessagesOf.form.intro”. */
  readonly key: string;
  readonly text: string;
}

/** Every text of every catalogue of messages, found by what their modules export. */
export async function catalogueTexts(): Promise<CatalogueText[]> {
  const names = readdirSync(FOLDER, { recursive: true, encoding: "utf8" }).filter(
    (name) => name.endsWith(".ts") && name !== NOT_YET_SET,
  );
  const modules = await Promise.all(names.map((name) => import(new URL(name, FOLDER).href)));
  const exported: [string, unknown][] = modules.flatMap((module) => Object.entries(module));
  return exported.flatMap(([name, value]) => LANGUAGES.flatMap((language) => textsOf(name, value, language)));
}

function textsOf(name: string, value: unknown, language: Language): CatalogueText[] {
  const found = catalogueIn(name, value, language);
  return found === undefined ? [] : textsIn(found, name).map((each) => ({ language, ...each }));
}

/** Catalogues are had by a function of the language, or are records of all languages. */
function catalogueIn(name: string, value: unknown, language: Language): unknown {
  if (typeof value === "function") return /messagesOf$/i.test(name) ? value(language) : undefined;
  return isRecord(value) && LANGUAGES.every((each) => each in value) ? value[language] : undefined;
}

function textsIn(value: unknown, key: string): Omit<CatalogueText, "language">[] {
  if (typeof value === "string") return [{ key, text: value }];
  if (typeof value === "function") return textsIn(value(FIVE, FIVE, FIVE), key);
  if (!isRecord(value)) return [];
  return Object.entries(value).flatMap(([name, each]) => textsIn(each, `${key}.${name}`));
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null;

/** Stands for whatever a message takes: “5” as a word and as a number, and each of its parts is the same. */
const FIVE: unknown = new Proxy(() => {}, {
  get: (_, name) => {
    if (name === Symbol.toPrimitive) return (hint: string) => (hint === "number" ? 5 : "5");
    if (name === "split") return () => ["5", "5"];
    return FIVE;
  },
});

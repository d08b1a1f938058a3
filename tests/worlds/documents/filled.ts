import type * as v from "valibot";
import { addSeconds, Instant } from "../../../functions/domain/instant.ts";

/** A text of a document: where its schema has it, as `figures[].label`, and the word that stands for it. */
export interface FilledText {
  readonly at: string;
  readonly word: string;
}

export interface Filled<Document> {
  readonly document: Document;
  /** In the order of the schema. */
  readonly texts: readonly FilledText[];
}

const media = (n: number) => `/media/0-/${String(n).padStart(64, "0")}/filled.jpg`;

/** What is written by programs and read by them: addresses, names of files, days. By the name of the field. */
const MACHINE: Readonly<Record<string, (n: number) => string>> = {
  id: (n) => `id-${n}`,
  entryId: (n) => `entry-${n}`,
  slug: () => "filled",
  zone: () => "Asia/Almaty",
  mediaType: () => "image/jpeg",
  path: media,
  url: (n) => `https://filled.example.org/${n}`,
  sourceUrl: (n) => `https://source.example.org/${n}`,
  download: (n) => `/downloads/filled/${n}.jpg`,
  poster: media,
  file: (n) => `file-${n}.jpg`,
  uid: (n) => `uid-${n}@newsroom.example.org`,
  hash: (n) => `hash-${n}`,
  asOf: () => "2020-07-30",
  date: () => "2020-07-30",
  created: () => "2020-07-30",
  country: () => "KZ",
  phone: (n) => `+7 727 000 00 ${10 + n}`,
  email: (n) => `filled-${n}@example.org`,
};
/** Safe HTML made from Markdown. */
const HTML: ReadonlySet<string> = new Set(["html", "notes"]);

type Schema = v.GenericSchema & {
  readonly entries?: Readonly<Record<string, Schema>>;
  readonly wrapped?: Schema;
  readonly item?: Schema;
  readonly options?: readonly string[];
  readonly literal?: unknown;
  readonly pipe?: readonly unknown[];
};

/**
 * A document in which every field is set, every list has two members, and every text is a word that stands nowhere else.
 * @param except fields that are left out, by their place in the schema
 * @param choices what a picklist says, by its place in the schema; one member of a list after the other otherwise
 */
export function filled<Document>(
  schema: v.GenericSchema<unknown, Document>,
  {
    except = new Set(),
    choices = {},
  }: { readonly except?: ReadonlySet<string>; readonly choices?: Readonly<Record<string, string>> } = {},
): Filled<Document> {
  const texts: FilledText[] = [];
  let n = 0;
  const value = (of: Schema, at: string, key: string, i: number): unknown => {
    if (of.type === "optional") return value(of.wrapped as Schema, at, key, i);
    if (key === "until") return "2999-12-31T00:00:00Z";
    if (
      (of as unknown) === Instant ||
      of.pipe?.some((each) => (Instant.pipe as readonly unknown[]).includes(each))
    )
      return addSeconds("2020-07-30T05:00:00Z", n++);
    switch (of.type) {
      case "object":
        return Object.fromEntries(
          Object.entries(of.entries ?? {})
            .map(([name, each]) => ({ name, each, where: at === "" ? name : `${at}.${name}` }))
            .filter(({ where }) => !except.has(where))
            .map(({ name, each, where }) => [name, value(each, where, name, i)]),
        );
      case "array":
        return [0, 1].map((each) => value(of.item as Schema, `${at}[]`, key, each));
      case "picklist":
        return choices[at] ?? of.options?.[i] ?? of.options?.[0];
      case "literal":
        return of.literal;
      case "number":
        return ++n;
      case "boolean":
        return true;
      case "string": {
        n++;
        const machine = MACHINE[key];
        if (machine) return machine(n);
        const word = `word${String(n).padStart(4, "0")}`;
        texts.push({ at, word });
        return HTML.has(key) ? `<p>${word}</p>` : word;
      }
      default:
        throw new Error(`No value for ${of.type} at ${at}.`);
    }
  };
  return { document: value(schema as Schema, "", "", 0) as Document, texts };
}

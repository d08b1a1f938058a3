import { EventSource, EventText } from "../../../functions/domain/content/event-source.ts";
import { KitSource, KitText } from "../../../functions/domain/content/kit-source.ts";
import { PageSource, PageText } from "../../../functions/domain/content/page-source.ts";
import { PictureSource } from "../../../functions/domain/content/picture-source.ts";
import { ReleaseSource, ReleaseText } from "../../../functions/domain/content/release-source.ts";
import { SiteSource } from "../../../functions/domain/content/site-source.ts";
import { LANGUAGES } from "../../../functions/domain/language.ts";
import {
  descriptionOf,
  elementOf,
  expectationOf,
  fieldsOf,
  isOptional,
  mapKeys,
  required,
  type Schema,
} from "../../../functions/workflows/content/read/source-schema.ts";

/** The content files by the names that markers in docs/authoring.md use. */
export const CONTENT_FILES: Readonly<Record<string, Schema>> = {
  "site.yaml": SiteSource,
  "release.yaml": ReleaseSource,
  "release text": ReleaseText,
  "event.yaml": EventSource,
  "event text": EventText,
  "kit.yaml": KitSource,
  "kit text": KitText,
  "page.yaml": PageSource,
  "page text": PageText,
  /** Of every file that has `pictures`. */
  picture: PictureSource,
};

/** One field of a file: `figures[].id` stands in each item of a list, `figures.{id}.value` in each entry of a map. */
export interface Field {
  readonly path: string;
  readonly required: boolean;
  readonly value: string;
  readonly description: string;
}

export function fieldsOfFile(schema: Schema, prefix = ""): Field[] {
  return Object.entries(fieldsOf(schema) ?? {}).flatMap(([name, field]) => {
    const path = `${prefix}${name}`;
    const element = elementOf(field);
    const inner = element ? `${path}${required(field).type === "array" ? "[]" : `.{${keyOf(field)}}`}` : path;
    const hasOwnTable = element === PictureSource;
    const deeper =
      hasOwnTable || isWords(element ?? field) ? [] : fieldsOfFile(element ?? field, `${inner}.`);
    return [
      {
        path,
        required: !isOptional(field),
        value: valueWords(field),
        description: descriptionOf(field) ?? "",
      },
      ...deeper,
    ];
  });
}

/** The page with the tables between its markers, `<!-- fields: NAME -->` and `<!-- end of fields -->`, made anew. */
export function withFieldTables(page: string): string {
  return page.replaceAll(
    /(<!-- fields: ([^>]+) -->\n)[\s\S]*?(<!-- end of fields -->)/g,
    (_, opening: string, name: string, closing: string) => {
      const schema = CONTENT_FILES[name];
      if (!schema)
        throw new Error(`docs/authoring.md asks for the fields of ${name}, which is no content file`);
      return `${opening}\n${table(schema)}\n\n${closing}`;
    },
  );
}

function table(schema: Schema): string {
  const rows = fieldsOfFile(schema).map(
    ({ path, required, value, description }) =>
      `| \`${path}\` | ${required ? "yes" : ""} | ${cell(value)} | ${cell(description)} |`,
  );
  return ["| field | needed | value | what it is |", "|---|---|---|---|", ...rows].join("\n");
}

function valueWords(schema: Schema): string {
  if (isWords(schema)) return `text in each of ${LANGUAGES.join(", ")}`;
  const element = elementOf(schema);
  if (element === PictureSource) return "list: [facts of a picture](#pictures)";
  if (element) {
    const one = fieldsOf(element) ? "group of fields" : valueWords(element);
    return required(schema).type === "array" ? `list: ${one}` : `by ${keyOf(schema)}: ${one}`;
  }
  if (fieldsOf(schema)) return "group of fields";
  return `${shortExpectation(schema)}${limitOf(schema)}`;
}

/** The words of the checks, without their examples: the top of the page explains them. */
function shortExpectation(schema: Schema): string {
  const inner = required(schema);
  if (inner.type === "literal") return `\`${inner.expects}\``;
  if (inner.type === "union" && "options" in inner && Array.isArray(inner.options))
    return inner.options.map((option: Schema) => shortExpectation(option)).join(" or ");
  const words = expectationOf(inner);
  if (words.startsWith("lower-case")) return "short name";
  if (words.startsWith("the name of a file")) return "file name";
  if (words.startsWith("text that is")) return "text";
  return (words.split(" such as ")[0] ?? words).replace(/^an? /, "");
}

/** `, at most 160 characters`, where the schema sets a limit. */
function limitOf(schema: Schema): string {
  const inner = required(schema);
  if (!("pipe" in inner) || !Array.isArray(inner.pipe)) return "";
  const rules: unknown[] = inner.pipe;
  for (const rule of rules)
    if (typeof rule === "object" && rule !== null && "type" in rule && "requirement" in rule)
      if (
        rule.type === "max_length" &&
        typeof rule.requirement === "number" &&
        shortExpectation(schema) === "text"
      )
        return `, at most ${rule.requirement} characters`;
  return "";
}

/** A text in every language of the newsroom. */
function isWords(schema: Schema): boolean {
  return Object.keys(fieldsOf(schema) ?? {}).join() === LANGUAGES.join();
}

function keyOf(schema: Schema): string {
  return mapKeys(schema) ? "language" : "id";
}

function cell(text: string): string {
  return text.replaceAll("|", "\\|").replaceAll(/\s*\n\s*/g, " ");
}

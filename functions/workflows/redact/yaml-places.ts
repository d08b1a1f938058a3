import {
  type Document,
  isAlias,
  isMap,
  isScalar,
  isSeq,
  type Node,
  parseDocument,
  type Scalar,
  visit,
} from "yaml";
import { Refusal } from "../../domain/refusal.ts";
import { fieldsOf, mapKeys, required, type Schema, schemaAt } from "../content/read/source-schema.ts";

/** What a scalar of a content file is: words for readers, a name of this newsroom's own, of a file, or what other things rely on. */
export type Meaning = "prose" | "id" | "file" | "structure" | "choice";

/** Lists whose members have ids of their own, which are keys in the language files. */
const NAMED_PARTS = ["figures", "statements", "assets", "sessions", "places", "questions"];
const WRITTEN_IN_PROSE: readonly string[] = ["trim", "min_length", "max_length", "description", "title"];
/** Where names of files stand. */
const FILES = [/^image\.file$/, /^assets\.\d+\.(file|poster|captions\.\w+)$/, /^takenDown\.\d+\.files\.\d+$/];
/** Aliases of aliases could multiply without end. */
const MOST_ALIASES = 200;

/**
 * YAML to be changed, with every alias written out: what an anchor names may mean something else in each place.
 * @throws Refusal `content-invalid` for what is no YAML
 */
export function openYaml(text: string, file: string): Document {
  const document = parseDocument(text, { logLevel: "error" });
  if (document.errors.length > 0) throw unreadable(file);
  let aliases = 0;
  visit(document, {
    Alias: (_, alias) => {
      if (!alias.resolve(document) || ++aliases > MOST_ALIASES) throw unreadable(file);
      return document.createNode(alias.toJS(document, { maxAliasCount: MOST_ALIASES }));
    },
  });
  visit(document, {
    Value: (_, node) => {
      if (!isAlias(node)) delete node.anchor;
    },
  });
  return document;
}

function unreadable(file: string): Refusal {
  return new Refusal("content-invalid", 400, `${file} cannot be read.`, "`npm run check` says why.");
}

/** Every text in a document with its meaning, keys that are ids included, and the path at which it stands. */
export function* meanings(document: Document, schema: Schema): Generator<[Meaning, Scalar<string>, Path]> {
  yield* within(document.contents, schema, []);
}

export type Path = readonly (string | number)[];

function* within(node: unknown, schema: Schema, path: Path): Generator<[Meaning, Scalar<string>, Path]> {
  if (isMap<Node, Node | null>(node)) {
    for (const { key, value } of node.items) {
      if (isText(key) && isOfIds(path) && isByName(schema, path)) yield ["id", key, path];
      yield* within(value, schema, [...path, isScalar(key) ? String(key.value) : ""]);
    }
  } else if (isSeq<Node>(node)) {
    for (const [i, item] of node.items.entries()) yield* within(item, schema, [...path, i]);
  } else if (isText(node)) yield [meaningOf(schema, path), node, path];
}

function isText(node: unknown): node is Scalar<string> {
  return isScalar(node) && typeof node.value === "string";
}

/** Whether the schema has names of one's own there, and not fields. */
function isByName(schema: Schema, path: Path): boolean {
  const there = schemaAt(schema, path);
  return there !== undefined && !fieldsOf(there) && !mapKeys(there);
}

/** Whether the keys there are ids: of named parts, or of the options of a question. */
function isOfIds(path: Path): boolean {
  const [part, , field] = path;
  if (path.length === 1) return NAMED_PARTS.includes(String(part));
  return path.length === 3 && part === "questions" && field === "options";
}

function meaningOf(schema: Schema, path: Path): Meaning {
  const name = path.findLast((step) => typeof step === "string");
  const part = path[0] === "registration" ? path[1] : path[0];
  if (FILES.some((file) => file.test(path.join(".")))) return "file";
  if (path.length === 3 && part === "takenDown" && name === "id") return "id";
  if (NAMED_PARTS.includes(String(part)) && ["id", "supersededBy"].includes(String(name))) return "id";
  if (part === "places" && name === "sessions") return "id";
  if (part === "questions" && path[0] !== part && ["places", "options"].includes(String(name))) return "id";
  const there = schemaAt(schema, path);
  if (!there || name === "translationOf" || required(there).type !== "string") return "choice";
  return name !== "id" && isProse(there) ? "prose" : "structure";
}

/** Text of which the schema asks nothing but that it is there and not too long. */
function isProse(schema: Schema): boolean {
  const inner = required(schema);
  if (inner.type !== "string") return false;
  const rules: unknown[] = "pipe" in inner && Array.isArray(inner.pipe) ? inner.pipe.slice(1) : [];
  const first: unknown = "pipe" in inner && Array.isArray(inner.pipe) ? inner.pipe[0] : undefined;
  if (isSchema(first) && "pipe" in first && !isProse(first)) return false;
  return rules.every((rule) => isRule(rule) && WRITTEN_IN_PROSE.includes(rule.type));
}

function isSchema(value: unknown): value is Schema {
  return typeof value === "object" && value !== null && "kind" in value && value.kind === "schema";
}

function isRule(value: unknown): value is { readonly type: string } {
  return typeof value === "object" && value !== null && "type" in value && typeof value.type === "string";
}

/** Every comment, and what becomes of it. */
export function changeComments(document: Document, change: (comment: string) => string): void {
  const changed = (node: { comment?: string | null; commentBefore?: string | null }) => {
    if (node.comment) node.comment = change(node.comment);
    if (node.commentBefore) node.commentBefore = change(node.commentBefore);
  };
  visit(document, { Node: (_, node) => changed(node) });
  changed(document);
}

import { NewsroomDocument } from "../../../domain/documents/document.ts";
import type { Withdrawal } from "../../../domain/documents/parts.ts";
import { type Instant, NEVER } from "../../../domain/instant.ts";
import { isLanguage } from "../../../domain/language.ts";
import { releaseText, withdrawnMarkdown } from "../../../rendering/forms/release-forms.ts";
import { messagesOf } from "../../../rendering/messages/messages-of.ts";
import type { NewsroomItem } from "../../../storage/dynamodb/item.ts";
import { storedValue } from "../../../storage/dynamodb/stored-value.ts";
import { completeBody } from "../../../storage/newsroom/complete-body.ts";
import { formSuffix } from "../../../storage/newsroom/parse-key.ts";
import { documentItems, item } from "../../../storage/newsroom/parts.ts";
import { asDraft } from "../../content/compile/draft.ts";
import { type Retirement, retiredOutput } from "../../content/compile/retirement.ts";
import type { ManifestDocument } from "../../manifest.ts";
import { documentHead } from "../stored/document-head.ts";
import { isPublication } from "../stored/former-document.ts";
import { isRegistrationEvent } from "../stored/held-items.ts";
import type { StoredUnit } from "../stored/stored-unit.ts";
import { mediaShown } from "../stored/stored-unit.ts";

/**
 * A published unit as it stands once it was withdrawn, is gone, or redirects: made of what is stored, so it takes
 * effect whatever is wrong with its content, and before any archive or picture is made.
 */
export function retiredUnit(unit: StoredUnit, departure: Retirement): StoredUnit {
  const { documents, sitemap } = retiredOutput(unit, departure);
  const marked = documents.map((document, i) => {
    const before = unit.documents[i];
    return edited(
      before && departure.verb === "withdraw" ? withdrawn(before, document, departure) : document,
    );
  });
  const { verb, at } = departure;
  return {
    ...unit,
    documents: marked,
    sitemap,
    stored: { media: mediaShown(unit, marked) },
    left: { verb, at },
  };
}

/**
 * A published unit out of sight until an instant: as a draft, or because its time of publication moved.
 * @param until NEVER until it is published anew
 */
export function suspendedUnit(unit: StoredUnit, until: Instant = NEVER): StoredUnit {
  if (until === NEVER) return { ...unit, ...asDraft(unit), documents: asDraft(unit).documents.map(edited) };
  const later = (each: NewsroomItem): NewsroomItem => ({ ...each, publishAt: until });
  const documents = unit.documents.map((document) => ({
    ...document,
    items: document.items.filter((each) => isItsOwn(document, each)).map(later),
    parts: document.parts.map(later),
    changes: [],
  }));
  return { ...unit, documents: documents.map(edited), sitemap: [] };
}

const isItsOwn = ({ path }: ManifestDocument, { key }: NewsroomItem): boolean =>
  key.pk === path || isRegistrationEvent(key);

/** Not the content that its sources name: it counts as an edit, and so does the next publication of the content. */
function edited({ sources: _, ...document }: ManifestDocument): ManifestDocument {
  return document;
}

/** A withdrawn document says so itself, and so do its forms. */
function withdrawn(
  before: ManifestDocument,
  after: ManifestDocument,
  departure: Retirement,
): ManifestDocument {
  const [, language = ""] = before.path.split("/");
  const head = documentHead(before);
  if (!isLanguage(language) || !head) return after;
  const document = storedValue(NewsroomDocument, completeBody(head, before.parts), head.key);
  if (!isPublication(document)) return after;
  const note = departure.note?.[language] ?? messagesOf(language).history.withdrawn;
  const body = bodyWithWithdrawal(document, { at: departure.at, note });
  const marked = storedValue(NewsroomDocument, body, head.key);
  const { head: next, parts } = documentItems(before.path, body, head.publishAt, head.until);
  const form = (each: NewsroomItem): NewsroomItem => {
    if (each.key.pk !== before.path || marked.kind !== "release") return each;
    const form = formSuffix(each.key);
    if (form === ".md") return again(each, withdrawnMarkdown(marked, each.body));
    return form === ".txt" ? again(each, releaseText(marked)) : each;
  };
  const ofPages = before.parts.filter(({ body }) => body.startsWith("["));
  return {
    ...after,
    items: after.items.map((each) =>
      each.key.sk === head.key.sk && each.key.pk === head.key.pk ? next : form(each),
    ),
    parts: [...parts, ...ofPages],
  };
}

const again = ({ key, publishAt, until }: NewsroomItem, body: string) => item(key, body, publishAt, until);

/** With its fields in the order in which compiling builds them: the same document, the same bytes. */
function bodyWithWithdrawal(document: object, withdrawn: Withdrawal): string {
  const fields = Object.entries(document).filter(([name]) => name !== "withdrawn");
  const at = fields.findIndex(([name]) => name === "corrections") + 1;
  return JSON.stringify(
    Object.fromEntries([...fields.slice(0, at), ["withdrawn", withdrawn], ...fields.slice(at)]),
  );
}

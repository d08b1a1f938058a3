import { raw } from "hono/html";
import type { ReleaseDocument } from "../../../domain/documents/release.ts";
import { messagesOf } from "../../messages/messages-of.ts";

/** What editors should know and readers need not. */
export function ReleaseNotes({ document: { notes, language } }: { document: ReleaseDocument }) {
  if (notes === undefined) return null;
  return (
    <section class="block">
      <h2>{messagesOf(language).release.notes}</h2>
      <div class="text">{raw(notes)}</div>
    </section>
  );
}

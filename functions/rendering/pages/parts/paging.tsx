import type { Language } from "../../../domain/language.ts";
import { messagesOf } from "../../messages/messages-of.ts";

/** From one page of a list to the next older one, and back to the first. */
export function Paging({
  newest,
  older,
  olderLabel,
  language,
}: {
  newest?: string | undefined;
  older?: string | undefined;
  olderLabel?: string;
  language: Language;
}) {
  if (newest === undefined && older === undefined) return null;
  const { list } = messagesOf(language);
  return (
    <nav class="paging" aria-label={list.paging}>
      {newest !== undefined && <a href={newest}>← {list.newest}</a>}
      {older !== undefined && (
        <a href={older} rel="next">
          {olderLabel ?? list.older} →
        </a>
      )}
    </nav>
  );
}

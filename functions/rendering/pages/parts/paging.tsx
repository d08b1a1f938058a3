import type { Language } from "../../../domain/language.ts";
import { messagesOf } from "../../messages/messages-of.ts";
import { type ListPaging, pageOfList } from "./list-paging.ts";

/** From one page of the list at `path` to the next older one, and back to the first. */
export function Paging({
  path,
  paging: { before, older, year },
  olderLabel,
  language,
}: {
  path: string;
  paging: ListPaging;
  olderLabel?: string;
  language: Language;
}) {
  if (before === undefined && older === undefined) return null;
  const { list } = messagesOf(language);
  return (
    <nav class="paging" aria-label={list.paging}>
      {before !== undefined && <a href={pageOfList(path, { year })}>← {list.newest}</a>}
      {older !== undefined && (
        <a href={pageOfList(path, { year, before: older })} rel="next">
          {olderLabel ?? list.older} →
        </a>
      )}
    </nav>
  );
}

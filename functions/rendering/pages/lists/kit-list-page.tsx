import { listPath } from "../../../domain/addresses.ts";
import type { KitEntry } from "../../../domain/documents/listing.ts";
import type { Language } from "../../../domain/language.ts";
import { messagesOf } from "../../messages/messages-of.ts";
import { inEveryLanguage } from "../frame/language-links.ts";
import { page } from "../frame/page.tsx";
import type { PageContext } from "../frame/page-context.ts";
import { KitItem } from "../kit/kit-item.tsx";
import { type ListPaging, pageOfList, pagesBeside } from "../parts/list-paging.ts";
import { Paging } from "../parts/paging.tsx";

export interface KitList {
  readonly entries: readonly KitEntry[];
  readonly paging: ListPaging;
}

/** The media kits, newest first. */
export function kitListPage(context: PageContext, { entries, paging }: KitList): string {
  const { language } = context;
  const path = (of: Language) => listPath(of, "kit");
  const { frame, list } = messagesOf(language);
  return page(
    context,
    {
      title: frame.kits,
      description: list.kitsDescription,
      canonical: pageOfList(path(language), paging),
      languages: inEveryLanguage((of) => pageOfList(path(of), paging)),
      beside: pagesBeside(path(language), paging),
    },
    <>
      <header class="head">
        <h1>{frame.kits}</h1>
        <p class="stand-first">{list.kitsDescription}</p>
      </header>
      {entries.length === 0 ? (
        <p>{list.nothing}</p>
      ) : (
        <ol class="entries">
          {entries.map((entry) => (
            <KitItem entry={entry} context={context} />
          ))}
        </ol>
      )}
      <Paging path={path(language)} paging={paging} language={language} />
    </>,
  );
}

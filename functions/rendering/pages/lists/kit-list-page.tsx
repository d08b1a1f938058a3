import { listPath } from "../../../domain/addresses.ts";
import type { KitEntry } from "../../../domain/documents/listing.ts";
import { messagesOf } from "../../messages/messages-of.ts";
import { inEveryLanguage } from "../frame/language-links.ts";
import { page } from "../frame/page.tsx";
import type { PageContext } from "../frame/page-context.ts";
import { KitItem } from "../kit/kit-item.tsx";
import { Paging } from "../parts/paging.tsx";

export interface KitList {
  readonly entries: readonly KitEntry[];
  /** Addresses of the next older page and of the first. */
  readonly older?: string;
  readonly newest?: string;
}

/** The media kits, newest first. */
export function kitListPage(context: PageContext, { entries, older, newest }: KitList): string {
  const { language } = context;
  const { frame, list } = messagesOf(language);
  return page(
    context,
    {
      title: frame.kits,
      description: list.kitsDescription,
      canonical: listPath(language, "kit"),
      languages: inEveryLanguage((of) => listPath(of, "kit")),
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
      <Paging newest={newest} older={older} language={language} />
    </>,
  );
}

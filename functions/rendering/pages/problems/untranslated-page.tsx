import type { UntranslatedDocument } from "../../../domain/documents/signpost.ts";
import { LANGUAGE_NAMES } from "../../../domain/language.ts";
import { isVisible } from "../../../domain/visibility.ts";
import { messagesOf } from "../../messages/messages-of.ts";
import { translated } from "../frame/language-links.ts";
import type { PageContext } from "../frame/page-context.ts";
import { problemPage } from "./problem-page.tsx";

/** 404 with a way on: a publication that does not exist in this language, and the languages in which it does. */
export function untranslatedPage(context: PageContext, document: UntranslatedDocument): string {
  const { problem } = messagesOf(context.language);
  const existing = document.translations.filter((each) => isVisible(each, context.now));
  return problemPage(
    context,
    {
      title: problem.untranslated,
      text: problem.untranslatedText,
      // The address of the same slug; where that language lacks it too, it stands here again and says so.
      languages: translated(existing, (language) => `/${language}${document.path.slice(3)}`),
    },
    <ul class="list group">
      {existing.map((each) => (
        <li class="entry">
          <span class="soft">{LANGUAGE_NAMES[each.language]}</span>
          <a href={each.path} lang={each.language} hreflang={each.language}>
            {each.title}
          </a>
        </li>
      ))}
    </ul>,
  );
}

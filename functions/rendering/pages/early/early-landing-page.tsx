import { earlyPath } from "../../../domain/addresses.ts";
import { messagesOf } from "../../messages/messages-of.ts";
import { inEveryLanguage } from "../frame/language-links.ts";
import { page } from "../frame/page.tsx";
import type { PageContext } from "../frame/page-context.ts";

/**
 * Where a link of early access leads first. It says nothing of what the link opens, nor for whom: programs that look
 * into mail follow links, but press no buttons.
 */
export function earlyLandingPage(context: PageContext, token: string): string {
  const { language } = context;
  const { early } = messagesOf(language);
  return page(
    context,
    {
      title: early.title,
      description: early.landing,
      languages: inEveryLanguage((each) => earlyPath(each, token)),
    },
    <>
      <header class="head">
        <h1>{early.title}</h1>
        <p class="stand-first">{early.landing}</p>
      </header>
      <div class="text">
        <p>{early.landingTerms}</p>
        <p>{early.log}</p>
        <form method="post" action={earlyPath(language, token)}>
          <button type="submit" class="button">
            {early.open}
          </button>
        </form>
      </div>
    </>,
  );
}

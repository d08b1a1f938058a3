import { registrationMessagesOf } from "../../messages/registration/registration-messages-of.ts";
import type { PageContext } from "../../page-context.ts";
import { FORM_STYLE } from "../../style/forms.ts";
import { inEveryLanguage } from "../language-links.ts";
import { page } from "../page.tsx";
import { Hidden } from "./fields.tsx";

/**
 * For a form that could not be worked on in time: all that was in it, and a button that sends it again.
 * @param fields names and values, as they were sent
 */
export function busyPage(
  context: PageContext,
  { path, fields }: { path: string; fields: readonly (readonly [string, string])[] },
): string {
  const { busy, refusals } = registrationMessagesOf(context.language);
  const text = refusals["registration-busy"];
  return page(
    context,
    {
      title: busy.title,
      description: text,
      languages: inEveryLanguage(() => path),
      noindex: true,
      style: FORM_STYLE,
    },
    <>
      <header class="head">
        <h1>{busy.title}</h1>
        <p class="stand-first">{text}</p>
      </header>
      <form method="post" action={path} class="form">
        {fields.map(([name, value]) => (
          <Hidden name={name} value={value} />
        ))}
        <div class="buttons">
          <button class="button" type="submit">
            {busy.again}
          </button>
        </div>
      </form>
    </>,
  );
}

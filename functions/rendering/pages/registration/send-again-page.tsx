import { FORM_STYLE } from "../../style/forms.ts";
import { inEveryLanguage } from "../frame/language-links.ts";
import { page } from "../frame/page.tsx";
import type { PageContext } from "../frame/page-context.ts";
import { Hidden } from "./form/fields.tsx";

interface SendAgainFacts {
  /** Where it is sent. */
  readonly path: string;
  /** Names and values, as they were sent. */
  readonly fields: readonly (readonly [string, string])[];
  readonly title: string;
  readonly text: string;
  readonly button: string;
}

/** For a form that is not shown again by itself: all that was in it, and a button that sends it once more. */
export function sendAgainPage(
  context: PageContext,
  { path, fields, title, text, button }: SendAgainFacts,
): string {
  return page(
    context,
    {
      title,
      description: text,
      languages: inEveryLanguage(() => path),
      noindex: true,
      style: FORM_STYLE,
    },
    <>
      <header class="head">
        <h1>{title}</h1>
        <p class="stand-first">{text}</p>
      </header>
      <form method="post" action={path} class="form">
        {fields.map(([name, value]) => (
          <Hidden name={name} value={value} />
        ))}
        <div class="buttons">
          <button class="button" type="submit">
            {button}
          </button>
        </div>
      </form>
    </>,
  );
}

import type { Context } from "hono";
import type { PageContext } from "../../rendering/pages/frame/page-context.ts";
import { formStyle } from "../../rendering/pages/registration/form/form-conditions.ts";
import type { FormPageFacts } from "../../rendering/pages/registration/form/form-page-facts.ts";
import { registrationFormPage } from "../../rendering/pages/registration/form/registration-form-page.tsx";
import { styleHash } from "../../rendering/style/hidden-until-chosen.ts";
import { mistakeAnswer, privateAnswer } from "./private-answer.ts";

/**
 * The page with the form, whose style is that of its event.
 * @param status of the answer; `mistake` for one that the browser may show again when its person goes back
 */
export function formAnswer(
  c: Context,
  context: PageContext,
  facts: FormPageFacts,
  status: number | "mistake",
): Response {
  const html = registrationFormPage(context, facts);
  const style = styleHash(formStyle(facts));
  return status === "mistake"
    ? mistakeAnswer(c, context.language, html, style)
    : privateAnswer(c, context.language, html, status, style);
}

import type { Context } from "hono";
import { Hono } from "hono";
import { registerListPath, registerPath } from "../../../domain/addresses.ts";
import { LANGUAGES, type Language } from "../../../domain/language.ts";
import { formFields } from "../../registration/form-fields.ts";
import { privateRedirect, seeOther } from "../../registration/private-answer.ts";
import { readList } from "../../registration/read-list.ts";
import { registeringVisit } from "../../registration/registering-visit.ts";
import type { RegistrationAppDependencies } from "../../registration/registration-dependencies.ts";
import type { SeenVisits } from "../../registration/seen-visits.ts";
import { showForm } from "../../registration/show-form.ts";
import { submitOrShowAgain } from "../../registration/submit-form.ts";

export const REGISTER_ROOT = `/:language{${LANGUAGES.join("|")}}/register/:event`;

const LIST_ROUTE = `${REGISTER_ROOT}/list`;

/** The form, and its submission. Whatever it comes to, the answer leads to the same page; only mail tells. */
export function registerRoutes(dependencies: RegistrationAppDependencies, seen: SeenVisits): Hono {
  return new Hono()
    .get(REGISTER_ROOT, async (c) => {
      const on = await registeringVisit(dependencies, c);
      if ("movedTo" in on) return moved(c, on);
      seen.remember(c.req.path, on);
      return showForm(dependencies, c, on, c.req.query("invitation") ?? "", {});
    })
    .get(LIST_ROUTE, async (c) => {
      const on = await registeringVisit(dependencies, c); // whoever loads the page anew begins anew
      const [language, slug] =
        "movedTo" in on ? [on.language, on.movedTo] : [on.visited.language, on.event.slug];
      return seeOther(c, registerPath(language, slug));
    })
    .post(LIST_ROUTE, async (c) => {
      const on = await registeringVisit(dependencies, c);
      return "movedTo" in on ? moved(c, on) : readList(dependencies, c, on, await formFields(c));
    })
    .post(REGISTER_ROOT, async (c) => {
      const on = await registeringVisit(dependencies, c);
      if ("movedTo" in on) return moved(c, on);
      seen.remember(c.req.path, on);
      return submitOrShowAgain(dependencies, c, on, await formFields(c));
    });
}

/** The form's present address, with the invitation that stood in the former one. */
function moved(c: Context, on: { language: Language; movedTo: string }): Response {
  const { pathname, search } = new URL(c.req.url);
  const path = pathname.endsWith("/list") ? registerListPath : registerPath;
  const to = `${path(on.language, on.movedTo)}${search}`;
  return privateRedirect(c, to, c.req.method === "POST" ? 308 : 301);
}

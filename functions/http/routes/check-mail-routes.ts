import type { Context } from "hono";
import { Hono } from "hono";
import { checkMailPath, registrationPath } from "../../domain/addresses.ts";
import { isMailAddress } from "../../domain/registration/address.ts";
import { cleanLine, type FieldError } from "../../domain/registration/check-form.ts";
import { FIELDS, fieldOf } from "../../domain/registration/form.ts";
import {
  type CheckMailFacts,
  CODE_FIELD,
  checkMailPage,
} from "../../rendering/pages/registration/check-mail-page.tsx";
import { correctAddress, register, resend } from "../../workflows/registration/register.ts";
import { verifyByCode } from "../../workflows/registration/self-service.ts";
import { formFields } from "../registration/form-fields.ts";
import { privateAnswer, seeOther } from "../registration/private-answer.ts";
import {
  isCrossSite,
  networkAddress,
  type RegisteringVisit,
  registeringVisit,
} from "../registration/registering-visit.ts";
import type { RegistrationAppDependencies } from "../registration/registration-dependencies.ts";
import { forgetSent, keepSent, type Sent, sentBy } from "../registration/sent-cookie.ts";
import { REGISTER_ROOT } from "./register-routes.ts";

const ROOT = `${REGISTER_ROOT}/sent`;

/**
 * Where everyone is led who submitted: to type the code, to have the mail once more, to correct the address. Nothing
 * here tells whether the address is registered.
 */
export function checkMailRoutes(dependencies: RegistrationAppDependencies): Hono {
  const { registering, limits, shadows, secure } = dependencies;

  const show = (c: Context, on: RegisteringVisit, facts: Partial<CheckMailFacts>, status = 200) => {
    const { event, visited } = on;
    const html = checkMailPage(visited.context, {
      event,
      address: sentBy(c)?.email,
      errors: [],
      ...facts,
    });
    return privateAnswer(c, visited.language, html, status);
  };

  /** For someone whose browser knows what was submitted; everyone else sees the page that says to look into the mail. */
  const submitted =
    (act: (c: Context, on: RegisteringVisit, sent: Sent) => Promise<Response>) => async (c: Context) => {
      const on = await registeringVisit(dependencies, c);
      if ("movedTo" in on) return seeOther(c, `/${c.req.param("language")}/register/${on.movedTo}`);
      const sent = sentBy(c);
      if (!sent || isCrossSite(c)) return show(c, on, {});
      return act(c, on, sent);
    };

  return new Hono()
    .get(ROOT, async (c) => {
      const on = await registeringVisit(dependencies, c);
      if ("movedTo" in on) return seeOther(c, `/${c.req.param("language")}/register/${on.movedTo}`);
      const done = c.req.query("done");
      return show(c, on, done === "resent" || done === "corrected" ? { done } : {});
    })
    .post(
      ROOT,
      submitted(async (c, on, sent) => {
        const { event, visited } = on;
        const wrong: FieldError[] = [{ field: CODE_FIELD, code: "code-wrong" }];
        if (!(await limits.within("guesses", networkAddress(c), visited.now)))
          return show(c, on, { errors: wrong }, 429);
        const code = fieldOf(await formFields(c), CODE_FIELD);
        const token = await verifyByCode(registering, event, { address: sent.email, code });
        if (token === undefined) return show(c, on, { errors: wrong }, 422);
        forgetSent(c, event.slug);
        return seeOther(c, registrationPath(visited.language, token));
      }),
    )
    .post(
      `${ROOT}/resend`,
      submitted(async (c, { event, visited }, sent) => {
        if (await limits.within("submissions", networkAddress(c), visited.now))
          await resend(registering, event, sent.email);
        return seeOther(c, `${checkMailPath(visited.language, event.slug)}?done=resent`);
      }),
    )
    .post(
      `${ROOT}/address`,
      submitted(async (c, on, sent) => {
        const { event, visited } = on;
        const email = cleanLine(fieldOf(await formFields(c), FIELDS.email));
        const code = email === "" ? "email-missing" : "email-invalid";
        if (!isMailAddress(email))
          return show(c, on, { errors: [{ field: FIELDS.email, code }], corrected: email }, 422);
        if (await limits.within("submissions", networkAddress(c), visited.now)) {
          const shadow = await shadows.find(event.id, sent.form, visited.now);
          if (shadow)
            await register(registering, event, { ...shadow, contact: { ...shadow.contact, email } });
          else await correctAddress(registering, event, sent.form, email);
        }
        keepSent(c, event.slug, { ...sent, email }, secure);
        return seeOther(c, `${checkMailPath(visited.language, event.slug)}?done=corrected`);
      }),
    );
}

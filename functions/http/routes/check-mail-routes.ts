import type { Context } from "hono";
import { Hono } from "hono";
import { checkMailPath, registerPath, registrationPath } from "../../domain/addresses.ts";
import { secondsBetween } from "../../domain/instant.ts";
import { Refusal } from "../../domain/refusal.ts";
import { addressError } from "../../domain/registration/address.ts";
import { cleanLine } from "../../domain/registration/clean-text.ts";
import type { FieldErrorCode } from "../../domain/registration/field-error.ts";
import { FIELDS, fieldOf } from "../../domain/registration/form.ts";
import { ASKED_EVERY_SECONDS } from "../../domain/registration/registration.ts";
import {
  type CheckMailFacts,
  CODE_FIELD,
  checkMailPage,
  DONE,
} from "../../rendering/pages/registration/check-mail-page.tsx";
import { correctAddress, resend } from "../../workflows/registration/correct-address.ts";
import { verifyByCode } from "../../workflows/registration/verify-by-code.ts";
import { formFields } from "../registration/form-fields.ts";
import { mistakeAnswer, privateAnswer, seeOther } from "../registration/private-answer.ts";
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
  const { registering, secure } = dependencies;
  const { limits } = registering;
  const jarOf = (c: Context, { event }: RegisteringVisit) => ({ c, seal: registering.seal, event });

  const show = (c: Context, on: RegisteringVisit, facts: CheckMailFacts, status = 200) => {
    const { language, context } = on.visited;
    const html = checkMailPage(context, facts);
    return status === 422 ? mistakeAnswer(c, language, html) : privateAnswer(c, language, html, status);
  };

  const showAgain = (
    c: Context,
    { event, visited }: RegisteringVisit,
    done: NonNullable<CheckMailFacts["done"]>,
  ) => seeOther(c, `${checkMailPath(visited.language, event.slug)}?done=${done}`);

  /** For someone whose browser knows what was submitted; everyone else sees the page that says to look into the mail. */
  const submitted =
    (act: (c: Context, on: RegisteringVisit, sent: Sent) => Promise<Response>) => async (c: Context) => {
      const on = await registeringVisit(dependencies, c);
      if ("movedTo" in on) return seeOther(c, registerPath(on.language, on.movedTo));
      const sent = await sentBy(jarOf(c, on), on.visited.now);
      if (!sent || isCrossSite(c)) return show(c, on, { event: on.event, address: sent?.email, errors: [] });
      return act(c, on, sent);
    };
  const isWithin = (what: "submissions" | "guesses", c: Context, { visited }: RegisteringVisit) =>
    limits.within(what, networkAddress(c), visited.now);

  return new Hono()
    .get(
      ROOT,
      submitted(async (c, on, { email }) => {
        const done = DONE.find((each) => each === c.req.query("done"));
        return show(c, on, { event: on.event, address: email, errors: [], done });
      }),
    )
    .post(
      ROOT,
      submitted(async (c, on, { id, email }) => {
        const { event, visited } = on;
        const wrong = (code: FieldErrorCode, status: number) =>
          show(c, on, { event, address: email, errors: [{ field: CODE_FIELD, code }] }, status);
        if (!(await isWithin("guesses", c, on))) return wrong("code-limit", 429);
        const code = fieldOf(await formFields(c), CODE_FIELD);
        const token = await verifyByCode(registering, event, {
          id,
          email,
          network: networkAddress(c),
          code,
        }).catch(unlessBusy);
        if (token === undefined) return wrong("code-wrong", 422);
        forgetSent(jarOf(c, on), secure);
        return seeOther(c, registrationPath(visited.language, token));
      }),
    )
    .post(
      `${ROOT}/resend`,
      submitted(async (c, on, sent) => {
        const { event, visited } = on;
        if (secondsBetween(sent.askedAt, visited.now) < ASKED_EVERY_SECONDS) return showAgain(c, on, "wait");
        if (!(await isWithin("submissions", c, on))) return showAgain(c, on, "limited");
        await resend(registering, event, sent);
        await keepSent(jarOf(c, on), { ...sent, askedAt: visited.now }, secure);
        return showAgain(c, on, "resent");
      }),
    )
    .post(
      `${ROOT}/address`,
      submitted(async (c, on, sent) => {
        const { event, visited } = on;
        const corrected = cleanLine(fieldOf(await formFields(c), FIELDS.email));
        const code = addressError(corrected);
        if (code) {
          const errors = [{ field: FIELDS.email, code }];
          return show(c, on, { event, address: sent.email, errors, corrected }, 422);
        }
        if (!(await isWithin("submissions", c, on))) return showAgain(c, on, "limited");
        const id = await correctAddress(registering, event, { id: sent.id, email: corrected });
        await keepSent(jarOf(c, on), { ...sent, id, email: corrected, askedAt: visited.now }, secure);
        return showAgain(c, on, "corrected");
      }),
    )
    .get(`${ROOT}/:action`, async (c) => {
      const on = await registeringVisit(dependencies, c); // where a browser stands after something was wrong
      if ("movedTo" in on) return seeOther(c, registerPath(on.language, on.movedTo));
      return seeOther(c, checkMailPath(on.visited.language, on.event.slug));
    });
}

/** Of many codes at once some are not even looked at: that must not tell that there is something to be opened. */
function unlessBusy(error: unknown): undefined {
  if (error instanceof Refusal && (error.code === "registration-busy" || error.status < 500))
    return undefined;
  throw error;
}

import type { Context } from "hono";
import { Hono } from "hono";
import { checkMailPath, registerPath, registrationPath } from "../../../domain/addresses.ts";
import { secondsBetween } from "../../../domain/instant.ts";
import { Refusal } from "../../../domain/refusal.ts";
import { addressError } from "../../../domain/registration/address.ts";
import { FIELDS, fieldOf } from "../../../domain/registration/form/form.ts";
import { ASKED_EVERY_SECONDS } from "../../../domain/registration/registration.ts";
import { cleanLine } from "../../../domain/registration/text/clean-text.ts";
import {
  CHECK_MAIL_NOTES,
  type CheckMailFacts,
  CODE_FIELD,
  checkMailPage,
} from "../../../rendering/pages/registration/check-mail-page.tsx";
import { correctAddress, resend } from "../../../workflows/registration/correct-address.ts";
import { verifyByCode } from "../../../workflows/registration/verify-by-code.ts";
import { admission, toBeConfirmed } from "../../registration/admission.ts";
import { formFields } from "../../registration/form-fields.ts";
import { privateFormAnswer, seeOther } from "../../registration/private-answer.ts";
import {
  networkAddress,
  type RegisteringVisit,
  registeringVisit,
} from "../../registration/registering-visit.ts";
import type { RegistrationAppDependencies } from "../../registration/registration-dependencies.ts";
import { forgetSent, keepSent, type Sent, sentBy } from "../../registration/sent-cookie.ts";
import { isFromElsewhere } from "../../request/own-site.ts";
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
    return privateFormAnswer(c, language, html, status);
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
      const isForeign = c.req.method === "POST" && isFromElsewhere(c, on.visited.context.site);
      if (!sent || isForeign) {
        const facts = { event: on.event, address: sent?.email, errors: [], isForeign };
        return show(c, on, facts, isForeign ? 403 : 200);
      }
      return act(c, on, sent);
    };
  /** Does what was asked, now or after one more button; `content` says what that is. */
  const admitted = async (
    c: Context,
    { event, visited }: RegisteringVisit,
    content: readonly string[],
    act: (network: string) => Promise<Response>,
  ) => {
    const asking = { event: event.id, fields: await formFields(c), content };
    const answer = await admission(dependencies, c, asking, visited.now);
    return "proof" in answer ? toBeConfirmed(c, visited, answer.proof) : act(answer.network);
  };

  return new Hono()
    .get(
      ROOT,
      submitted(async (c, on, { email }) => {
        const done = CHECK_MAIL_NOTES.find((each) => each === c.req.query("done"));
        return show(c, on, { event: on.event, address: email, errors: [], done });
      }),
    )
    .post(
      ROOT,
      submitted(async (c, on, { id, email }) => {
        const { event, visited } = on;
        const code = fieldOf(await formFields(c), CODE_FIELD);
        return admitted(c, on, [id, code], async () => {
          const network = networkAddress(c);
          const typed = { id, email, network, code };
          const token = await verifyByCode(registering, event, typed).catch(unlessBusy);
          const errors = [{ field: CODE_FIELD, code: "code-wrong" } as const];
          if (token === undefined) return show(c, on, { event, address: email, errors }, 422);
          await limits.giveBack(network, visited.now);
          forgetSent(jarOf(c, on), secure);
          return seeOther(c, registrationPath(visited.language, token));
        });
      }),
    )
    .post(
      `${ROOT}/resend`,
      submitted(async (c, on, sent) => {
        const { event, visited } = on;
        if (secondsBetween(sent.askedAt, visited.now) < ASKED_EVERY_SECONDS) return showAgain(c, on, "wait");
        return admitted(c, on, [sent.id, sent.askedAt], async () => {
          await resend(registering, event, sent);
          await keepSent(jarOf(c, on), { ...sent, askedAt: visited.now }, secure);
          return showAgain(c, on, "resent");
        });
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
        return admitted(c, on, [sent.id, corrected], async (network) => {
          const id = await correctAddress(registering, event, { id: sent.id, email: corrected, network });
          await keepSent(jarOf(c, on), { ...sent, id, email: corrected, askedAt: visited.now }, secure);
          return showAgain(c, on, "corrected");
        });
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

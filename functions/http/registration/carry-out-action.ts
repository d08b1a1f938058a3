import type { Context } from "hono";
import { registrationPath } from "../../domain/addresses.ts";
import { Refusal } from "../../domain/refusal.ts";
import { FIELDS, type Fields, fieldOf } from "../../domain/registration/form/form.ts";
import { deletedPage, joinedPage, questionPage } from "../../rendering/pages/registration/question-page.tsx";
import {
  SELF_ACTIONS,
  type SelfAction,
  SURE_FIELD,
} from "../../rendering/pages/registration/registration-page-facts.ts";
import { asRefusal } from "../answers/fault.ts";
import { admission, toBeConfirmed } from "./admission.ts";
import { privateAnswer, seeOther } from "./private-answer.ts";
import type { RegistrationAppDependencies } from "./registration-dependencies.ts";
import { ACTIONS, type ActionOutcome, asks, refusedField, typedIn } from "./self-actions.ts";
import { refusalInWords } from "./self-refusal.ts";
import { type SelfVisit, selfVisit } from "./self-visit.ts";
import { showRegistration } from "./show-registration.ts";

/** Carries out what a button of the page asks for, or asks whether it is meant, or says why it cannot be done. */
export async function carryOutAction(
  dependencies: RegistrationAppDependencies,
  c: Context,
  on: SelfVisit,
  fields: Fields,
): Promise<Response> {
  const { visited } = on;
  const action = SELF_ACTIONS.find((each) => each === c.req.param("action"));
  if (!action) throw new Refusal("address-not-found", 404, "There is nothing to do here.", "Go back.");
  const question = asks(action, on, fields);
  if (question && fieldOf(fields, SURE_FIELD) === "")
    return privateAnswer(c, visited.language, questionPage(visited.context, question));
  if (on.isForNewAddress && action !== "verify") return showRegistration(dependencies, c, on);
  if (action === "address" || action === "hand-on") {
    const content = [fieldOf(fields, FIELDS.name), fieldOf(fields, FIELDS.email)];
    const asking = { event: on.event.id, fields, content };
    const admitted = await admission(dependencies, c, asking, visited.now);
    if ("proof" in admitted) return toBeConfirmed(c, visited, admitted.proof);
  }
  try {
    return await answered(dependencies, c, on, await ACTIONS[action](dependencies.registering, on, fields));
  } catch (error) {
    return failed(dependencies, c, on, { action, fields, error });
  }
}

async function answered(
  dependencies: RegistrationAppDependencies,
  c: Context,
  on: SelfVisit,
  asked: ActionOutcome,
): Promise<Response> {
  const { visited, token } = on;
  if (asked === "deleted") return privateAnswer(c, visited.language, deletedPage(visited.context));
  if (asked === "joined") return privateAnswer(c, visited.language, joinedPage(visited.context));
  if (typeof asked === "object") {
    const status = asked.errors?.length ? 422 : 200;
    return showRegistration(dependencies, c, on, { ...asked, status });
  }
  // After another address was verified, its link is the one that opens.
  const path = registrationPath(visited.language, token);
  return seeOther(c, asked === "asked" ? path : `${path}?done=${asked}`);
}

/** What could not be done, in words, above everything that was typed. */
async function failed(
  dependencies: RegistrationAppDependencies,
  c: Context,
  on: SelfVisit,
  { action, fields, error }: { action: SelfAction; fields: Fields; error: unknown },
): Promise<Response> {
  const refusal = asRefusal(error);
  const refused = refusalInWords(on.visited.language, refusal);
  if (refused === undefined || refusal.code === "registration-busy") throw error;
  const field = refusedField(action, refusal);
  const facts = { ...typedIn(action, fields), ...(field ?? { refused }), status: refusal.status };
  return showRegistration(dependencies, c, await selfVisit(dependencies, c), facts);
}

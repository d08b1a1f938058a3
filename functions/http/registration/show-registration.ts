import type { Context } from "hono";
import { onlyInvitation } from "../../domain/registration/invitation-answer.ts";
import { invitationPage } from "../../rendering/pages/registration/invitation-page.tsx";
import { registrationStyle } from "../../rendering/pages/registration/people-questions.ts";
import { registrationPage } from "../../rendering/pages/registration/registration-page.tsx";
import type { RegistrationPageFacts } from "../../rendering/pages/registration/registration-page-facts.ts";
import { styleHash } from "../../rendering/style/hidden-until-chosen.ts";
import { besideOf } from "../../workflows/registration/beside.ts";
import { winnerOver } from "../../workflows/registration/join.ts";
import { invitingOf } from "./inviting.ts";
import { privateAnswer } from "./private-answer.ts";
import type { RegistrationAppDependencies } from "./registration-dependencies.ts";
import { availablePlaces, type SelfVisit } from "./self-visit.ts";

export type ShownRegistration = Partial<RegistrationPageFacts> & { readonly status?: number };

/** The page behind the link: the registration, or the invitation that nobody has answered yet. */
export async function showRegistration(
  { registering }: RegistrationAppDependencies,
  c: Context,
  on: SelfVisit,
  { status = 200, ...facts }: ShownRegistration = {},
): Promise<Response> {
  const { event, registration, token, isForNewAddress, visited } = on;
  const invitation = isForNewAddress ? undefined : onlyInvitation(registration, visited.now);
  const shown = {
    event,
    registration,
    token,
    isForNewAddress,
    available: availablePlaces(on),
    errors: [],
    beside: await besideOf(registering, event, registration),
    isOutdone: (await winnerOver(registering, event, registration)) !== undefined,
    inviting: await invitingOf(registering, on),
    ...facts,
  };
  if (invitation)
    return privateAnswer(c, visited.language, invitationPage(visited.context, shown, invitation), status);
  const style = styleHash(registrationStyle(visited.context, shown));
  return privateAnswer(c, visited.language, registrationPage(visited.context, shown), status, style);
}

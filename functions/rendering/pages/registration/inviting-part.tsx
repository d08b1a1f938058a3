import { registrationPath } from "../../../domain/addresses.ts";
import { moment } from "../../format/dates.ts";
import { registrationInvitationMessagesOf } from "../../messages/registration-invitation-messages-of.ts";
import type { PageContext } from "../frame/page-context.ts";
import type { RegistrationPageFacts, SelfAction } from "./registration-page-facts.ts";

/** Whether lists of events to come may invite this address: one button that ends it, or the one that takes that back. */
export function InvitingPart({ facts, context }: { facts: RegistrationPageFacts; context: PageContext }) {
  const { inviting, event, token } = facts;
  if (!inviting) return null;
  const { language } = context;
  const said = registrationInvitationMessagesOf(language);
  const { notUntil } = inviting;
  const action: SelfAction = notUntil === undefined ? "not-again" : "invite-again";
  return (
    <section class="part">
      <h2>{said.toCome}</h2>
      <p>
        {notUntil === undefined ? said.notAgainText : said.notUntil(moment(notUntil, event.zone, language))}
      </p>
      <form method="post" action={`${registrationPath(language, token)}/${action}`} class="buttons">
        <button class="button quiet" type="submit">
          {notUntil === undefined ? said.notAgain : said.inviteAgain}
        </button>
      </form>
    </section>
  );
}

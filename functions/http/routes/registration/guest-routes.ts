import type { Context } from "hono";
import { Hono } from "hono";
import { registrationPath } from "../../../domain/addresses.ts";
import { LANGUAGES } from "../../../domain/language.ts";
import { isLiveAt } from "../../../domain/registration/booking.ts";
import { checkName } from "../../../domain/registration/form/check-name.ts";
import { FIELDS, type Fields, fieldOf } from "../../../domain/registration/form/form.ts";
import { guestSeen } from "../../../domain/registration/links/guest-link.ts";
import { fieldErrors } from "../../../domain/registration/text/field-error.ts";
import { registrationGuestsMessagesOf } from "../../../rendering/messages/registration-guests-messages-of.ts";
import {
  GUEST_ACTIONS,
  GUEST_FIELD,
  type GuestPageFacts,
  guestPage,
} from "../../../rendering/pages/registration/guest-page.tsx";
import {
  guestsPage,
  LINK_ACTIONS,
  LINK_FIELD,
  PASS_FIELD,
} from "../../../rendering/pages/registration/guests-page.tsx";
import { PLACE_FIELD, SEEN_FIELD } from "../../../rendering/pages/registration/registration-page-facts.ts";
import {
  guestLinksOf,
  makeGuestLinks,
  nameSeat,
  replaceGuestLink,
  setComing,
} from "../../../workflows/registration/guests.ts";
import { asRefusal } from "../../answers/fault.ts";
import { formFields } from "../../registration/form-fields.ts";
import { privateAnswer, privateFormAnswer, seeOther } from "../../registration/private-answer.ts";
import type { RegistrationAppDependencies } from "../../registration/registration-dependencies.ts";
import { type SeatVisit, seatVisit } from "../../registration/seat-visit.ts";
import { refusalInWords, refusedFromElsewhere } from "../../registration/self-refusal.ts";
import { ownVisit, type SelfVisit } from "../../registration/self-visit.ts";
import { isFromElsewhere } from "../../request/own-site.ts";

const ROOT = `/:language{${LANGUAGES.join("|")}}/registration/:token`;

/** Links that open one seat each: the page on which they are made, and the one that each opens. GET changes nothing. */
export function guestRoutes(dependencies: RegistrationAppDependencies): Hono {
  const { registering } = dependencies;

  const showLinks = async (c: Context, on: SelfVisit, refused?: string, status = 200) => {
    const { event, registration, token, visited } = on;
    const links = await guestLinksOf(registering, registration);
    const tokens = new Map(links.map((link) => [link.pass, link.token]));
    const facts = { event, registration, token, tokens, errors: [], refused };
    return privateAnswer(c, visited.language, guestsPage(visited.context, facts), status);
  };

  const changeLinks = async (c: Context, on: SelfVisit, fields: Fields): Promise<Response> => {
    const { visited, token, event, registration } = on;
    const asked = LINK_ACTIONS.find((each) => each === fieldOf(fields, LINK_FIELD));
    if (isFromElsewhere(c, visited.context.site)) {
      const { refused, status } = refusedFromElsewhere(on.visited.language);
      return showLinks(c, on, refused, status);
    }
    if (!asked) return showLinks(c, on);
    const of = { event, id: registration.id };
    try {
      if (asked === "make") await makeGuestLinks(registering, of, fieldOf(fields, PLACE_FIELD));
      else {
        const seen = Number(fieldOf(fields, SEEN_FIELD));
        const pass = fieldOf(fields, PASS_FIELD);
        await replaceGuestLink(registering, of, { pass, seen, renews: asked === "renew" });
      }
      return seeOther(c, `${registrationPath(visited.language, token)}/guests`);
    } catch (error) {
      const { refused, status } = inWords(error, on);
      return showLinks(c, await ownVisit(dependencies, c), refused, status);
    }
  };

  const showSeat = (c: Context, on: SeatVisit, { status = 200, ...facts }: Shown = {}) => {
    const { event, registration, booking, participant, token, visited } = on;
    const html = guestPage(visited.context, {
      event,
      token,
      registration: registration.id,
      pass: participant.pass,
      booking: { place: booking.place, state: booking.state },
      isBooked: isLiveAt(booking, visited.now),
      isComing: participant.notComing === undefined,
      seen: guestSeen(registration, participant),
      errors: [],
      ...facts,
    });
    return privateFormAnswer(c, visited.language, html, status);
  };

  const changeSeat = async (c: Context, on: SeatVisit, fields: Fields): Promise<Response> => {
    const { visited, token, event, registration, secret } = on;
    const asked = GUEST_ACTIONS.find((each) => each === fieldOf(fields, GUEST_FIELD));
    if (isFromElsewhere(c, visited.context.site))
      return showSeat(c, on, refusedFromElsewhere(on.visited.language));
    if (!asked) return showSeat(c, on);
    const of = { event, id: registration.id };
    const seen = fieldOf(fields, SEEN_FIELD);
    const typedBadge = fieldOf(fields, FIELDS.badge);
    const { errors, wrong } = fieldErrors();
    const badge = checkName(FIELDS.badge, typedBadge, wrong);
    if (badge === "") wrong(FIELDS.badge, "name-missing");
    if (asked === "badge" && errors.length > 0) return showSeat(c, on, { errors, typedBadge, status: 422 });
    try {
      if (asked === "badge") await nameSeat(registering, of, { secret, seen, badge });
      else await setComing(registering, of, { secret, seen, isComing: asked === "coming" });
      return seeOther(c, `${registrationPath(visited.language, token)}/pass?done=saved`);
    } catch (error) {
      const { refused, status, code } = inWords(error, on);
      const said =
        code === "details-changed" ? registrationGuestsMessagesOf(visited.language).again : refused;
      return showSeat(c, await seatVisit(dependencies, c), { refused: said, typedBadge, status });
    }
  };

  return new Hono()
    .get(`${ROOT}/guests`, async (c) => showLinks(c, await ownVisit(dependencies, c)))
    .post(`${ROOT}/guests`, async (c) => changeLinks(c, await ownVisit(dependencies, c), await formFields(c)))
    .get(`${ROOT}/pass`, async (c) =>
      showSeat(c, await seatVisit(dependencies, c), { isDone: c.req.query("done") === "saved" }),
    )
    .post(`${ROOT}/pass`, async (c) => changeSeat(c, await seatVisit(dependencies, c), await formFields(c)));
}

type Shown = Partial<GuestPageFacts> & { readonly status?: number };

/** @throws the error where it is none that people meet here */
function inWords(error: unknown, { visited }: Pick<SelfVisit, "visited">) {
  const refusal = asRefusal(error);
  const refused = refusalInWords(visited.language, refusal);
  if (refused === undefined || refusal.code === "registration-busy") throw error;
  return { refused, status: refusal.status, code: refusal.code };
}

import { Refusal } from "../../domain/refusal.ts";
import { isMailAddress } from "../../domain/registration/address.ts";
import { checkPeople, cleanLine } from "../../domain/registration/check-form.ts";
import { type RegistrationEvent, wordsIn } from "../../domain/registration/event.ts";
import { FIELDS, type Fields, fieldOf, peopleIn, rowsOf } from "../../domain/registration/form.ts";
import type { QuestionFacts } from "../../rendering/pages/registration/question-page.tsx";
import {
  PLACE_FIELD,
  type RegistrationPageFacts,
  type SelfAction,
} from "../../rendering/pages/registration/registration-page-facts.ts";
import type { RegistrationDependencies } from "../../workflows/registration/dependencies.ts";
import {
  acceptOffer,
  addPlace,
  askForAddress,
  cancel,
  changeAddress,
  changePeople,
  erase,
  verify,
} from "../../workflows/registration/self-service.ts";
import { availablePlaces, type SelfVisit } from "./self-visit.ts";

/** What an action comes to: done, everything deleted, or the page once more with what was typed. */
export type Asked = "done" | "deleted" | Partial<RegistrationPageFacts>;

type Action = (dependencies: RegistrationDependencies, on: SelfVisit, fields: Fields) => Promise<Asked>;

const placeIn = (fields: Fields): string => fieldOf(fields, PLACE_FIELD);
const of = ({ event, registration: { id } }: SelfVisit): { event: RegistrationEvent; id: string } => ({
  event,
  id,
});

/** What the holder of the link can do, each by its button. @throws Refusal of the workflow behind it */
export const ACTIONS: Readonly<Record<SelfAction, Action>> = {
  verify: async (dependencies, on) => {
    if (!on.isForNewAddress) await verify(dependencies, of(on));
    else if (!(await changeAddress(dependencies, of(on)))) throw notPossible();
    return "done";
  },
  accept: async (dependencies, on, fields) => {
    await acceptOffer(dependencies, of(on), placeIn(fields));
    return "done";
  },
  "pass-up": async (dependencies, on, fields) => {
    await cancel(dependencies, of(on), [placeIn(fields)]);
    return "done";
  },
  cancel: async (dependencies, on, fields) => {
    await cancel(dependencies, of(on), [placeIn(fields)]);
    return "done";
  },
  people: async (dependencies, on, fields) => {
    const place = placeIn(fields);
    const typed = { place, people: peopleIn(fields), rows: rowsOf(fields) };
    if (fieldOf(fields, FIELDS.more) !== "") return { typed };
    const { people, errors } = checkPeople(typed.people);
    if (errors.length > 0) return { typed, errors };
    await changePeople(dependencies, of(on), { place, people });
    return "done";
  },
  "add-place": async (dependencies, on, fields) => {
    const place = placeIn(fields);
    const typed = { place, people: peopleIn(fields), rows: rowsOf(fields) };
    if (fieldOf(fields, FIELDS.more) !== "") return { typed };
    const { people, errors } = checkPeople(typed.people);
    if (errors.length > 0) return { typed, errors };
    if (!availablePlaces(on).includes(place))
      throw new Refusal("place-closed", 409, "One cannot register for this place now.", "Choose another.");
    await addPlace(dependencies, of(on), { place, people });
    return "done";
  },
  address: async (dependencies, on, fields) => {
    const email = cleanLine(fieldOf(fields, FIELDS.email));
    const code = email === "" ? "email-missing" : "email-invalid";
    if (!isMailAddress(email)) return { errors: [{ field: FIELDS.email, code }], typedAddress: email };
    await askForAddress(dependencies, of(on), email);
    return "done";
  },
  delete: async (dependencies, on) => {
    await erase(dependencies, of(on), { tells: true });
    return "deleted";
  },
};

/** What is asked once more before it is done; nothing for what can be undone. */
export function asks(action: SelfAction, on: SelfVisit, fields: Fields): QuestionFacts | undefined {
  const { token, event, visited } = on;
  if (action === "delete") return { token, action };
  if (action !== "cancel" && action !== "pass-up") return undefined;
  const id = placeIn(fields);
  const title = wordsIn(event, visited.language).places[id]?.title;
  return title === undefined ? undefined : { token, action, place: { id, title } };
}

function notPossible(): Refusal {
  return new Refusal(
    "booking-state",
    409,
    "Another registration has this address.",
    "Use the link of that registration, or another address.",
  );
}

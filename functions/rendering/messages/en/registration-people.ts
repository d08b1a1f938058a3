import type { RegistrationPeopleMessages } from "../shapes/registration-people-messages.ts";

export const en: RegistrationPeopleMessages = {
  ofPeople: "Answers about each person",
  asked: "About each person we also ask:",
  replaced: "If you put somebody else in a row, change the answers in it, too.",
  choose: "Choose",
  organisationNeeded: (places) => `Needed if you take part here: ${places}`,
  fields: {
    position: { label: "Position", purpose: "So that the organisers know who comes." },
    organisation: {
      label: "Organisation",
      purpose: "It stands on the badge of this person. Where it is empty, your organisation does.",
    },
    email: {
      label: "Email of this person",
      purpose: "It is kept for the organisers. No email is sent to it: we write to you alone.",
    },
  },
};

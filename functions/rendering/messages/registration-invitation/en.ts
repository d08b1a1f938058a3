import type { RegistrationInvitationMessages } from "./registration-invitation-messages.ts";

export const en: RegistrationInvitationMessages = {
  title: (event) => `You are invited: ${event}`,
  from: (by) => `${by} invites you.`,
  inPlaceOf: (name) => `${name} has named you to come in their place.`,
  held: (until) => `A seat is kept for you until ${until}.`,
  yes: "Yes, I come",
  no: "No, I do not come",
  somebodyElse: "Somebody else comes in my place",
  somebodyElseText:
    "We write to this person, who answers for themselves. Your seat is then theirs; it can be given on once.",
  name: "Name of this person",
  address: "E-mail address of this person",
  ask: "Give my seat to this person",
  why: "Why you were written to",
  never: (contact) =>
    `To take your name and address off our list at once, delete them below. If you do not want to be invited again, write to ${contact}.`,
  handedOn: (when) => `You gave this seat to somebody else on ${when}.`,
  withdrawn: "This invitation was taken back by those who invite.",
  refused: "You have said that you do not come. The seat is free for others, and we do not ask again.",
  late: "The time to answer is over, and the seat is free for others.",
};

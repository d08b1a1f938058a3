import type { RegistrationInvitationMessages } from "../shapes/registration-invitation-messages.ts";

export const en: RegistrationInvitationMessages = {
  title: (event) => `You are invited: ${event}`,
  from: (by) => `${by} invites you.`,
  inPlaceOf: (name) => `${name} has named you to come in their place.`,
  held: (until) => `A seat is kept for you until ${until}.`,
  yes: "Yes, I am coming",
  no: "No, I am not coming",
  somebodyElse: "Somebody else is coming in my place",
  somebodyElseText:
    "We write to this person, who answers for themselves. Your seat is then theirs; it can be given on once.",
  name: "Name of this person",
  address: "Email address of this person",
  ask: "Give my seat to this person",
  why: "Why you were written to",
  remove: "To take your name and address off our list at once, delete them.",
  toCome: "Invitations to other events",
  notAgainText:
    "One button is enough: no list of any event here invites your address for three years. This invitation stays as it is, without a reminder, and you can always register yourself. We keep a code made from your address, from which nobody can read it; deleting your data does not delete this wish.",
  notAgain: "Do not invite me to events again",
  notUntil: (until) =>
    `You asked not to be invited to events again. No list invites your address until ${until}; you can always register yourself. To take it back, press the button.`,
  inviteAgain: "You may invite me again",
  handedOn: (when) => `You gave this seat to somebody else on ${when}.`,
  withdrawn: "This invitation was taken back by those who invite.",
  refused: "You have said that you are not coming. The seat is free for others, and we do not ask again.",
  late: "The time to answer is over, and the seat is free for others.",
};

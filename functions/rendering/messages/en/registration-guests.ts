import type { RegistrationGuestsMessages } from "../shapes/registration-guests-messages.ts";

export const en: RegistrationGuestsMessages = {
  toLinks: "Links for each person",
  title: "A link for each person",
  intro:
    "For people without email. A link opens one seat: its pass, its time and place, and nobody's name. Whoever has it can change the name on that badge, or say that they are not coming. Nothing else of your registration can be seen or changed with it.",
  make: "Make links for everyone here",
  text: ({ event, place, when }) =>
    `${event}\n${place}\n${when}\nYour pass, for you alone. Please show it at the entrance:`,
  textLabel: "Text to paste into a message",
  whatsApp: "Send by WhatsApp",
  telegram: "Send by Telegram",
  renew: "New link",
  end: "End this link",
  noLink: "No link yet.",
  notComing: "says that they are not coming",
  notFinal: "This seat is not confirmed yet. The pass appears here as soon as it is.",
  ended: "This seat is not booked any more. Ask whoever registered you.",
  seat: "Your seat",
  passText:
    "Show this at the entrance, printed or on your telephone. It admits one person, once: do not pass it on.",
  aboutEvent: "About the event",
  badgeText:
    "This page shows no names, since links are passed on. If the name on your badge is to be another one, enter it here.",
  saveBadge: "Save the name",
  decline: "I am not coming",
  declineText: "Whoever registered you is told, and can give the seat to somebody else.",
  declined: "You have said that you are not coming.",
  comeAfterAll: "I am coming after all",
  done: "Saved.",
  again: "Meanwhile this seat was changed through this link, so what you have just sent was not saved.",
};

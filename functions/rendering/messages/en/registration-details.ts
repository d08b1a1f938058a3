import type { RegistrationDetailsMessages } from "../shapes/registration-details-messages.ts";

export const en: RegistrationDetailsMessages = {
  change: "Change details",
  intro:
    "Correct what you like, and empty what you want to take back. The email address, places and people are changed on the page of your registration.",
  now: "This is how it stands now",
  nameHint: "Of whoever we write to. If you take part under this name, your pass changes with it.",
  approvedOn:
    "The press office has approved this registration with the details below. Your approval stays when you change them, and the press office sees that you did. Names that were approved stay on the passes: write to us to change them; what a badge shows you can change here.",
  pendingOn:
    "The press office is deciding on this registration, by the details as they stand. It sees that you changed them, and your place in the order stays.",
  badges: "Names on the badges",
  languageHint: "From the next email on.",
  save: "Save",
  back: "Back to your registration",
  needsNone: "You have not written that you need anything.",
  changeNeeds: "Say what you need",
};

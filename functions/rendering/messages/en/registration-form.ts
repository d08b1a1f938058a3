import type { RegistrationFormMessages } from "../shapes/registration-form-messages.ts";

export const en: RegistrationFormMessages = {
  needsKept:
    "What you wrote here before is kept and not shown again. Write anew to replace it, or clear the box below to leave it out.",
  more: "More about you: telephone, organisation, badge, language (optional)",
  optionalQuestions: "Questions you may leave open",
  peopleHint: "Up to 20 people. Seats for all of them are kept together.",
  othersHint: "Others who come with you or in your place. If nobody else comes, leave the rows empty.",
};

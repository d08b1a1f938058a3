import type { RegistrationErrorMessages } from "../shapes/registration-error-messages.ts";

export const en: RegistrationErrorMessages = {
  errors: {
    "place-missing": () => "Choose how you want to take part",
    "place-unavailable": () => "Registration for one of these places has closed: choose again",
    "name-missing": () => "Enter your full name",
    "email-missing": () => "Enter your email address",
    "email-invalid": () => "Enter an email address such as name@example.org",
    "email-number": () => "Enter an address with a name after the @, such as name@example.org, not a number",
    "email-own": () => "This is your own address: give that of the other person",
    "phone-invalid": () => "Enter a telephone number such as +7 701 000 00 00",
    "outlet-missing": () => "Enter the media outlet for which you work",
    "coming-missing": () => "Say whether you are taking part yourself",
    "people-missing": () => "Enter who is taking part",
    "people-too-many": (n) => `One registration is for up to 20 people; these are ${n}`,
    "name-without-letters": () => "Enter a name that has at least one letter",
    "text-damaged": () => "Letters here were damaged and stand as � or an empty box: type them again",
    "web-address": () => "Enter names without a web address",
    "person-name-missing": () => "Enter the full name of this person",
    "delegation-missing": () => "Choose a file or paste a list of names first",
    "delegation-unreadable": () =>
      "The list cannot be read: save it as .xlsx, .docx, CSV or text, with one person in each row",
    "delegation-line-unreadable": (n) =>
      `Line ${n} of the list cannot be read: a quotation mark is not closed`,
    "delegation-columns": (detail) => {
      const [line, columns] = detail.split(" ");
      return `Line ${line} has ${columns} columns: one person on each line`;
    },
    "delegation-commas": (n) => `Line ${n} has commas: put each person on a separate line`,
    "delegation-heading": (n) =>
      `It is not clear in which column of line ${n} the names are: keep only the names, or put a line with headings such as “Full name” and “Position” above`,
    "delegation-name-missing": (n) => `Line ${n} has no full name: enter it, or delete the line`,
    "delegation-too-long": (detail) => {
      const [line, most] = detail.split(" ");
      return `A name on line ${line} is too long: use at most ${most} characters`;
    },
    "too-long": (n) => `Use at most ${n} characters`,
    "answer-missing": () => "Answer this question",
    "answer-unknown": () => "Choose one of the answers",
    "answer-number": () => "Write a number, such as 12",
    "answer-date": () => "Write a date, such as 30.07.2027",
    "needs-consent-missing": () => "Agree that we keep what you need, or leave the field empty",
    "agree-missing": () => "Agree to the use of your data in order to register",
    "code-wrong": () => "This code is not right. Look at the latest email, or use its link",
    "people-full": () => "There are not enough seats left; you keep those that you have",
    "people-over-capacity": (n) => `One of the places that you chose has ${n} seats in all`,
    "people-approved": () =>
      "Each person at this place has been approved: remove people if you like, and write to us to add or replace someone",
  },
  elsewhere: "This came from a page of another site, so nothing was done. If it was you, do it here.",
  busy: { title: "Very many people at once", again: "Send it again" },
  refusals: {
    "place-unknown": "The event has no such place.",
    "place-closed": "Registration for this place is not open.",
    "place-full": "There are not enough seats left. You keep those that you have.",
    "place-booked": "You have a booking there already: change its people instead.",
    "booking-unknown": "There is no such booking.",
    "booking-state": "That is no longer possible: the registration has changed meanwhile.",
    "booking-changed":
      "Meanwhile something else happened to this booking, so nothing was changed. This is how it stands now.",
    "booking-ended":
      "The time for this has run out, and the seats are free for others. You can book again below.",
    "booking-size": "This place does not have so many seats, or the booking names more than twenty people.",
    "address-ended":
      "The time to confirm this address is over. Change the address again on the page of your registration.",
    "address-taken": "Another registration has this address. Use the link in its emails, or another address.",
    "submission-ended": "There is no such submission any more: it has ended, or was confirmed meanwhile.",
    "address-changed":
      "Meanwhile another address was asked for, so this one was not. This is how it stands now.",
    "details-changed":
      "Meanwhile these details were changed elsewhere, so nothing was saved. Compare what you typed with what stands there now, and save again.",
    "changes-limit":
      "You have changed very much today, and each change is confirmed by an email. Nothing was saved: try again tomorrow, or write to us.",
    "event-over": "The event is over, so this is not taken any more.",
    "invitation-handed-on": "This seat cannot be given on any more. Nothing was changed.",
    "address-limit":
      "Too many emails about another address went out today. Nothing was changed: try again tomorrow, or write to us.",
    "people-approved": "Each person at this place has been approved. Write to us to add or replace someone.",
    "disk-full":
      "The newsroom cannot store anything at the moment. Nothing that you typed is lost: try again later.",
    "registration-busy":
      "Very many people are registering at this moment. Nothing is lost: try again in a minute.",
  },
};

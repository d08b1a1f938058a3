import { counted } from "../plural.ts";
import type { RegistrationMessages } from "./registration-messages.ts";

const days = counted("en", { one: "day", other: "days" });

export const en: RegistrationMessages = {
  title: "Register",
  heading: (event) => `Register: ${event}`,
  back: "About the event",
  errorPrefix: "Error",
  errorSummary: "There is a problem",
  optional: "optional",
  form: {
    intro:
      "It takes about a minute, and you need no account. We will send you a mail; your seats are kept for four hours until you confirm it.",
    places: "How do you want to take part?",
    placesHint: "You can choose more than one.",
    availability: {
      many: "Places available",
      few: "Few places left",
      "waiting-list": "Full: you join the waiting list",
    },
    standing: {
      "not-yet": "Registration has not opened yet",
      closed: "Registration has closed",
      past: "This is over",
      cancelled: "Cancelled",
    },
    opensAt: (moment) => `Registration opens on ${moment}`,
    approval: "The press office confirms each registration.",
    contact: "Your details",
    name: "Full name",
    email: "E-mail address",
    emailHint: "We send the confirmation and the passes to this address.",
    phone: "Telephone",
    phoneHint: "For urgent news on the day, for example +7 701 000 00 00.",
    organisation: "Organisation",
    press: "Only if you choose a place for the press.",
    outlet: "Media outlet",
    pressCard: "Number of the press card",
    coming: "Do you come yourself?",
    comingSelf: "Yes, I take part",
    comingOthers: "No, I register others",
    ownBadge: "Name on your badge",
    others: "Register others, or a delegation",
    person: (n) => `Person ${n}`,
    personName: "Full name",
    badge: "Name on the badge",
    badgeHint: "Only if it is to differ from the full name.",
    moreRows: "More people",
    delegation: "Or paste a list",
    delegationHint:
      "One person a line. With the line of headings, more columns are understood, such as the name on the badge.",
    delegationFile: "Or choose a file",
    delegationFileHint: (size) => `Excel (.xlsx), a table in Word (.docx), CSV or text, of at most ${size}.`,
    readList: "Read the list",
    listed: (n) => `We read ${n} ${n === 1 ? "person" : "people"} from your list`,
    listedHint:
      "Each stands in a row of the form now. Look through the rows, correct what is wrong, then register. Nothing has been sent yet.",
    listLeft: (what) => `Not taken over: ${what}`,
    questions: "Questions about this event",
    purpose: (purpose, count) => `${purpose} Erased ${count} after the event.`,
    days,
    yes: "Yes",
    no: "No",
    noAnswer: "No answer",
    access: "Accessibility",
    needs: "What do you need in order to take part?",
    needsHint:
      "For example step-free access, sign language or a seat at the front. Only the coordinator of the event sees this; it is erased the day after.",
    needsConsent: "I agree that this is kept until the day after the event in order to prepare for it.",
    language: "Language of our mails",
    privacy: "What happens to your data",
    privacyText: (count) =>
      `We use them to organise this event and for nothing else. The organisers see them, and nobody publishes who takes part. Everything is erased ${count} after the event. Through the link in our mail you can see, download and delete your data at any time, and change places, people and address.`,
    agree:
      "I agree that my data, and those of the people I register with their knowledge, are used for this.",
    honeypot: "Leave this field empty",
    submit: "Register",
    confirmTitle: "Please check and send once more",
    confirm: {
      honeypot:
        "A field that nobody sees was filled in, perhaps by a program of your browser. Nothing is lost: if everything is right, send the form once more.",
      early: "That was very fast. Nothing is lost: if everything is right, send the form once more.",
      stale: "The form was open for a long time. Nothing is lost: if everything is right, send it once more.",
      "cross-site":
        "The form came from another site. If it was you, and everything is right, send it once more.",
      limit:
        "Many registrations came from your network within an hour. Nothing is lost: wait a while and send the form once more, or write to us.",
    },
    confirmButton: "Everything is right: register",
  },
  closed: {
    notYet: (moment) =>
      `Registration opens on ${moment}. Come back then: the event can be put into your calendar now.`,
    closed: "Registration has closed. If you are registered, the link in our mail still works.",
    invitation:
      "One takes part in this event by invitation. If you were invited, open the form through the link in your invitation.",
    past: "The event is over. Its page says where the recording and the materials are.",
    cancelled: "The event does not take place. Whoever had registered has been told by mail.",
    ask: (name) => `Questions? ${name}:`,
    toEvent: "To the page of the event",
  },
  sent: {
    title: "Check your mail",
    text: (address) => `We have sent a mail to ${address}.`,
    textWithout:
      "If you have just registered, we have sent you a mail. Use the link in it: it says how your registration stands and what to do next.",
    steps:
      "The mail has six digits: type them here, or press its button. If it has none, it says how your registration stands and what to do.",
    code: "Code from the mail",
    codeHint: "Six digits.",
    verify: "Confirm",
    nothing: "No mail?",
    nothingText:
      "It can take some minutes. Look into the folder for spam, too. At most every two minutes we can send it again.",
    resend: "Send again",
    resent: "If there is something to confirm, the mail is on its way once more.",
    correct: "Is the address wrong?",
    correctLabel: "Correct e-mail address",
    correctButton: "Correct",
    corrected: "If the registration has not been confirmed yet, the mail is on its way to this address.",
    wait: "The last mail was sent less than two minutes ago. Look into the folder for spam, wait a little, then send it again.",
    limited:
      "Very many requests came from your network within an hour, so nothing was sent or changed. Try again later, or use the link in our mail.",
  },
  self: {
    title: "Your registration",
    intro: "Whoever has the link to this page can see and change the registration. Do not pass it on.",
    states: {
      unverified: "To be confirmed by you",
      "unverified-waiting": "To be confirmed by you, then on the waiting list",
      pending: "Waiting for approval",
      waitlisted: "On the waiting list",
      offered: "Seats offered to you",
      confirmed: "Confirmed",
      declined: "Declined",
      cancelled: "Cancelled",
      expired: "Expired",
    },
    next: {
      unverified: "Your seats are kept until the time below. Confirm, or others can have them.",
      "unverified-waiting": "Confirm your address to keep your place in the waiting list.",
      pending: "Your seats are kept. We write to you as soon as the press office has decided.",
      waitlisted:
        "There are not enough seats at the moment. As soon as it is your turn, we offer them to you by mail.",
      offered: "Accept the seats until the time below, or pass them on to the next.",
      confirmed: "We look forward to seeing you. Everything you need is in our mail.",
      declined: "The press office could not confirm this registration.",
      cancelled: "The seats are free for others.",
      expired: "The time ran out, and the seats are free for others.",
    },
    until: (moment) => `Until ${moment}`,
    toConfirm: "Is this right?",
    askedFor: (moment) => `Asked for on ${moment}:`,
    notMe: "This was not me",
    beside: "Also asked for under your address",
    besideText: "Once you confirm one, the others end. End what was not you.",
    outdone:
      "Another submission of your address was confirmed first, so this one ended. What it asks for can be added to that registration.",
    addToOther: "Add it to the confirmed registration",
    joined: "Added to the confirmed registration",
    joinedText:
      "A mail to your address tells what came of it. The link in that mail shows the whole registration.",
    verify: "Confirm registration",
    verifyNewAddress: (address) => `Is ${address} your new address? From then on, all mail goes there.`,
    verifyNewAddressButton: "Yes, use this address",
    accept: "Accept the seats",
    passUp: "Pass them on",
    changePeople: "Change people",
    savePeople: "Save",
    pass: "Pass",
    cancel: "Cancel",
    cancelQuestion: (place) => `Cancel “${place}”?`,
    cancelText: "The seats go to others. You can register again as long as there are any.",
    cancelButton: "Yes, cancel",
    passUpQuestion: (place) => `Pass on the seats at “${place}”?`,
    passUpText: "They go to the next on the waiting list, and the offer is not made again.",
    keep: "No, keep it",
    addPlace: "Add another place",
    addPlaceButton: "Add",
    again: "Book again",
    contact: "Contact",
    address: "E-mail address",
    newAddress: "New e-mail address",
    addressHint: "We send a mail there. Until its link is used, the former address stays.",
    changeAddress: "Change address",
    addressAsked: (address) => `We have sent a mail to ${address}. Use its link to confirm.`,
    details: "Details",
    forgetNeeds: "Erase what I wrote about my needs",
    keepAddress: "Keep the former address",
    join: "Join online",
    calendar: "Add to calendar",
    data: "Your data",
    dataText: "Everything that we keep of this registration, as a file.",
    download: "Download my data",
    remove: "Delete my data",
    removeText: "Cancels everything and deletes it at once. This cannot be undone.",
    removeQuestion: "Delete everything?",
    removeButton: "Yes, delete everything",
    removed: "Your data has been deleted",
    removedText:
      "Everything of this registration is gone, and its seats are free for others. Copies in backups end within 35 days.",
    done: {
      mailed: "Saved. A mail confirms it.",
      forgotten: "Nothing of what you need to take part is kept any more.",
      saved: "Saved.",
      ended: "That submission has ended. Nothing of it is kept.",
      kept: "The address stays as it is. What was sent to another one opens nothing any more.",
    },
    seats: counted("en", { one: "seat", other: "seats" }),
  },
  link: {
    closed: "This link opens nothing",
    closedText:
      "Perhaps it was cut off in the mail, or it has been replaced by a newer one. Use the link in our latest mail, or register again.",
  },
  errors: {
    "place-missing": () => "Choose how you want to take part",
    "place-unavailable": () => "Registration for one of these places has closed: choose again",
    "name-missing": () => "Enter your full name",
    "email-missing": () => "Enter your e-mail address",
    "email-invalid": () => "Enter an e-mail address such as name@example.org",
    "email-number": () => "Enter an address with a name after the @, such as name@example.org, not a number",
    "phone-invalid": () => "Enter a telephone number such as +7 701 000 00 00",
    "outlet-missing": () => "Enter the media outlet for which you work",
    "coming-missing": () => "Say whether you come yourself",
    "people-missing": () => "Enter who takes part",
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
    "code-wrong": () => "This code is not right. Look at the latest mail, or use its link",
    "code-limit": () =>
      "Very many codes came from your network. Use the link in the mail, or try again in an hour",
    "people-full": () => "There are not enough seats left; you keep those that you have",
    "people-over-capacity": (n) => `One of the places that you chose has ${n} seats in all`,
    "people-approved": () =>
      "Each person at this place has been approved: remove people if you like, and write to us to add or replace someone",
  },
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
      "The time to confirm this address is over. Ask for the change once more through the link of your registration.",
    "address-taken": "Another registration has this address. Use the link in its mails, or another address.",
    "submission-ended": "There is no such submission any more: it has ended, or was confirmed meanwhile.",
    "address-changed":
      "Meanwhile another address was asked for, so this one was not. This is how it stands now.",
    "details-changed":
      "Meanwhile these details were changed elsewhere, so nothing was saved. Compare what you typed with what stands there now, and save again.",
    "changes-limit":
      "You have changed very much today, and each change is confirmed by a mail. Nothing was saved: try again tomorrow, or write to us.",
    "event-over": "The event is over, so this is not taken any more.",
    "address-limit":
      "Too many mails about another address went out today. Nothing was changed: try again tomorrow, or write to us.",
    "people-approved": "Each person at this place has been approved. Write to us to add or replace someone.",
    "disk-full":
      "The newsroom cannot store anything at the moment. Nothing that you typed is lost: try again later.",
    "registration-busy":
      "Very many people are registering at this moment. Nothing is lost: try again in a minute.",
  },
};

import type { RegistrationMailMessages } from "../shapes/registration-mail-messages.ts";

export const en: RegistrationMailMessages = {
  greeting: (name) => (name === undefined ? "Hello," : `Dear ${name},`),
  kinds: {
    verify: {
      subject: ({ event }) => `Please confirm your registration: ${event}`,
      text: ({ event, until }) => [
        `You have registered for “${event}”. Please confirm that this is your address: until then nothing is final.`,
        `Confirm by ${until}. After that, your seats or your turn go to others.`,
      ],
      button: "Confirm registration",
    },
    duplicate: {
      subject: ({ event }) => `You are registered already: ${event}`,
      text: ({ event }) => [
        `Someone, perhaps you, has registered again for “${event}” with this address. Nothing was changed: your registration is as it was.`,
        "The button above opens it: you can see and change it, also to add people.",
      ],
      button: "See registration",
    },
    reply: {
      subject: ({ event }) => `Your reply did not change your registration: ${event}`,
      text: ({ event }) => [
        `We have received your reply about “${event}”, from your calendar or by email. It did not change your registration, and replies to that address are not read.`,
        "If your registration is to stay like this, you need not do anything. To cancel or to change something, press the button above; if you have a question, ask the contact at the end of this email.",
      ],
      button: "See or cancel registration",
    },
    pending: {
      subject: ({ event }) => `Registration received: ${event}`,
      text: ({ place }) => [
        `Thank you, your address is confirmed. Registrations for “${place}” are approved one by one; your seats are kept.`,
        "We write to you as soon as it is decided.",
      ],
      button: "See registration",
    },
    confirmed: {
      subject: ({ event }) => `Confirmed: ${event}`,
      text: ({ place }) => [`Your registration is confirmed: ${place}. We look forward to seeing you.`],
      button: "See or change registration",
    },
    waiting: {
      subject: ({ event }) => `On the waiting list: ${event}`,
      text: ({ place }) => [
        `Thank you, your address is confirmed. There are not enough seats left at “${place}”: you are on the waiting list.`,
        "As soon as seats are free and it is your turn, we offer them to you by email. You need not do anything.",
      ],
      button: "See registration",
    },
    offer: {
      subject: ({ event }) => `Seats for you: ${event}`,
      text: ({ place, until }) => [
        `Seats have become free at “${place}”, and it is your turn.`,
        `Accept them by ${until}. After that they are offered to the next on the list, and the offer is not repeated.`,
      ],
      button: "Accept or pass on the seats",
    },
    invitation: {
      subject: ({ event }) => `Invitation: ${event}`,
      text: ({ event, place, until, by, source, handedFrom }) => [
        ...(handedFrom === undefined ? [] : [`${handedFrom} has named you to come in their place.`]),
        `${by} invites you to “${event}”: ${place}. A seat is kept for you until ${until}.`,
        handedFrom === undefined
          ? "Press the button above to say yes, no, or that somebody else is coming in your place."
          : "Press the button above to say yes or no.",
        `Why we write to you: ${source}`,
        "Once you say no, we do not ask again. On the same page one button ends all invitations to events, and another deletes your name and address from our list.",
      ],
      button: "Answer the invitation",
    },
    "invitation-reminder": {
      subject: ({ event }) => `Will you come? ${event}`,
      text: ({ event, place, until, by, source }) => [
        `${by} has invited you to “${event}”: ${place}. We have no answer from you yet; your seat is kept until ${until}.`,
        "Press the button above to say yes or no. This is the only reminder.",
        `Why we write to you: ${source}`,
        "If you do not want to be invited to events again: one button on the same page ends that.",
      ],
      button: "Answer the invitation",
    },
    approved: {
      subject: ({ event }) => `Approved, on the waiting list: ${event}`,
      text: ({ place }) => [
        `Your registration for “${place}” is approved. At the moment there are not enough seats left: you stay on the waiting list, and we offer you seats by email when it is your turn.`,
      ],
      button: "See registration",
    },
    declined: {
      subject: ({ event }) => `About your registration: ${event}`,
      text: ({ place }) => [`We are sorry: your registration for “${place}” could not be confirmed.`],
    },
    changed: {
      subject: ({ event }) => `Registration changed: ${event}`,
      text: () => ["Your registration has been changed. This is how it stands now."],
      button: "See or change registration",
    },
    moved: {
      subject: ({ event }) => `Your seats are at another place: ${event}`,
      text: ({ place }) => [
        `The organisers have moved your registration, or people of it, to “${place}”. This is how it stands there; passes that you have stay valid.`,
      ],
      button: "See or change registration",
    },
    "moved-from": {
      subject: ({ event, place }) => `No longer at “${place}”: ${event}`,
      text: ({ place }) => [
        `The organisers have moved your registration for “${place}” to another place, about which we send another email. This one takes the former entry out of your calendar; you need not do anything.`,
      ],
      button: "See registration",
    },
    cancelled: {
      subject: ({ event }) => `Registration cancelled: ${event}`,
      text: ({ place }) => [
        `Your registration for “${place}” is cancelled, and its seats are free for others.`,
        "If this was a mistake, you can book again as long as there are seats.",
      ],
      button: "See registration",
    },
    expired: {
      subject: ({ event }) => `Your seats are no longer kept: ${event}`,
      text: ({ place }) => [
        `The time for which seats at “${place}” were kept for you is over, and they are free for others.`,
        "As long as registration is open, you can book again.",
      ],
      button: "See registration",
    },
    reminder: {
      subject: ({ event }) => `Soon: ${event}`,
      text: () => [
        "This is a reminder of your registration. If you cannot come, please cancel, so that others can.",
      ],
      button: "See or cancel registration",
    },
    "event-moved": {
      subject: ({ event }) => `New time or venue: ${event}`,
      text: ({ event }) => [
        `The time or the venue of “${event}” has changed. Your registration stays as it is; the details are below. If you cannot come, please cancel.`,
      ],
      button: "See or cancel registration",
    },
    directions: {
      subject: ({ event }) => `Where to go: ${event}`,
      text: ({ place }) => [
        `You come to “${place}”: below is the address. Please do not publish it or pass it on to others.`,
      ],
      button: "See or cancel registration",
    },
    "event-cancelled": {
      subject: ({ event }) => `Event cancelled: ${event}`,
      text: ({ event }) => [
        `We are sorry: “${event}” will not take place. Your registration has ended; you need not do anything.`,
      ],
    },
    "event-again": {
      subject: ({ event }) => `Takes place after all: ${event}`,
      text: ({ event, place }) => [
        `“${event}” will take place after all. Your registration for “${place}” had ended when it was cancelled, and its seats are free.`,
        "If you would like to come, press the button above and book again, as long as there are seats.",
      ],
      button: "Book again",
    },
    message: {
      subject: ({ event }) => `News from the organisers: ${event}`,
      text: () => [],
      button: "See registration",
    },
    "not-coming": {
      subject: ({ event }) => `Somebody is not coming: ${event}`,
      text: ({ place }) => [
        `Somebody whom you registered for “${place}” has said through their own link that they are not coming. Your registration says who.`,
        "The seat is still yours: put somebody else on it, or take the person off so that others can have it.",
      ],
      button: "See registration",
    },
    "verify-address": {
      subject: ({ event }) => `Confirm your new address: ${event}`,
      text: ({ event, until }) => [
        `This address is to replace the former one of a registration for “${event}”.`,
        `Confirm it by ${until}. Until then, the former address stays.`,
      ],
      button: "Confirm address",
    },
    "address-changed": {
      subject: ({ event }) => `Your address was changed: ${event}`,
      text: ({ event }) => [
        `The registration for “${event}” has another email address now. Nothing more is sent to this one, and the links in its emails do not work any more.`,
        "If it was not you who changed it, please write to us at once.",
      ],
    },
    erased: {
      subject: ({ event }) => `Your data has been deleted: ${event}`,
      text: ({ event }) => [
        `Your registration for “${event}” has ended, and everything that we kept about it has been deleted. This is our last email.`,
      ],
    },
    "organisers-full": {
      subject: ({ event }) => `No seats left: ${event}`,
      text: () => [
        "There are no free seats any more at the places below. Whoever registers there now waits.",
      ],
      button: "See the event",
    },
    "organisers-approval": {
      subject: ({ event, count }) => `To approve, ${count} new: ${event}`,
      text: ({ count }) => [
        `New registrations that wait for your approval: ${count}. Their seats are kept until it is decided.`,
      ],
      button: "See the event",
    },
    "organisers-bounced": {
      subject: ({ event, count }) => `Emails came back, ${count} addresses: ${event}`,
      text: ({ count }) => [
        `Mailboxes of people who registered that refuse our emails: ${count}. We no longer write to them; the list of registrations marks them, with the telephone number where one is known.`,
      ],
      button: "See the event",
    },
    "organisers-digest": {
      subject: ({ event, count }) => `Registrations, ${count} bookings: ${event}`,
      text: () => [
        "This is how registration stands this morning. It is sent only when a number has changed.",
      ],
      button: "See the event",
    },
  },
  code: "Or type these six digits on the page on which you registered:",
  when: "When",
  localTime: (when, city, offset) => `${when} ${city} time (${offset})`,
  moved: {
    when: { former: "Former time", now: "New time" },
    where: { former: "Former venue", now: "New venue" },
    address: { former: "Former address", now: "New address, only for those who come" },
  },
  where: "Where",
  address: "Address, only for those who come",
  directions: "How to get there",
  place: "Registration for",
  join: "Join online",
  bring: "Please note",
  calendars: "If your calendar has not taken the date from this email, put it in by hand:",
  people: "People",
  changedDetails: "Changed by you",
  passes: "Passes",
  passesText:
    "Please have the pass of each person ready at the entrance, printed or on a telephone. Forward only the pictures of the passes, not this email: its link opens the registration.",
  pass: "Pass",
  note: "The organisers write:",
  organisers: {
    seats: ({ taken, capacity, waiting }) => `${taken} of ${capacity} seats, ${waiting} waiting`,
    states: {
      unverified: "to be confirmed",
      "unverified-waiting": "to be confirmed, without seats",
      pending: "to approve",
      waitlisted: "waiting",
      offered: "offered seats",
      confirmed: "confirmed",
      declined: "declined",
      cancelled: "cancelled",
      expired: "expired",
    },
  },
  manage: "Whoever has this link can change the registration: do not pass this email on.",
  bareLink: "If the button does not work, copy this address into your browser:",
  notYou: "If you have not registered, ignore this email: without confirmation nothing happens.",
  reply: (contact) => `This email was sent automatically. ${contact} answers your questions:`,
  ended: "Registration cancelled",
  calendar:
    "To change or cancel your registration, use the link in our email. Answering this invitation in your calendar changes nothing.",
};

import type { RequestRefusalMessages } from "../shapes/request-refusal-messages.ts";

export const en: RequestRefusalMessages = {
  "form-too-large": {
    title: "The form is too large",
    text: ({ form, file }) =>
      `A form can have at most ${form}, together with the file you chose. Go back: what you typed is still there. A file with a list of names, of at most ${file}, is read by the button below it.`,
  },
  "form-too-many-fields": {
    title: "The form has too many fields",
    text: ({ fields, values }) =>
      `A form can have at most ${fields} fields, and at most ${values} values in each. Open the form anew and fill it in there.`,
  },
  "form-unreadable": {
    title: "The form could not be read",
    text: () =>
      "It did not arrive in the way browsers send forms. Go back and send it once more: what you typed is still there.",
  },
  "form-charset": {
    title: "The letters of the form could not be read",
    text: () =>
      "It came in a character set that is not known here, or some of its letters were damaged on the way. Nothing was kept of it. Go back and send it from a current browser, which sends UTF-8: what you typed is still there.",
  },
  "address-too-long": {
    title: "The address is too long",
    text: ({ target }) =>
      `An address can have at most ${target} characters. Use the link just as it stands in the email or on the page.`,
  },
  "cookies-too-long": {
    title: "The browser sends too many cookies",
    text: ({ cookies }) =>
      `Together they can have at most ${cookies} characters. Delete the cookies of this site in the settings of the browser, then open the page again.`,
  },
};

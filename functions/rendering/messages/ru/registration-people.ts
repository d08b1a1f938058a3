import type { RegistrationPeopleMessages } from "../shapes/registration-people-messages.ts";

export const ru: RegistrationPeopleMessages = {
  ofPeople: "Ответы о каждом участнике",
  asked: "О каждом участнике мы также спрашиваем:",
  replaced: "Если вы впишете в строку другого человека, измените и ответы в ней.",
  choose: "Выберите",
  organisationNeeded: (places) => `Нужно указать, если вы участвуете здесь: ${places}`,
  fields: {
    position: { label: "Должность", purpose: "Чтобы организаторы знали, кто придёт." },
    organisation: {
      label: "Организация",
      purpose: "Указывается на бейдже этого участника. Если поле пустое, там стоит ваша организация.",
    },
    email: {
      label: "Электронная почта участника",
      purpose: "Хранится для организаторов. На этот адрес ничего не отправляется: мы пишем только вам.",
    },
  },
};

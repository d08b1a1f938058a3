import type { RegistrationPeopleMessages } from "../shapes/registration-people-messages.ts";

export const kk: RegistrationPeopleMessages = {
  ofPeople: "Әр қатысушы туралы жауаптар",
  asked: "Әр қатысушы туралы мынаны да сұраймыз:",
  replaced: "Жолға басқа адамды жазсаңыз, ондағы жауаптарды да өзгертіңіз.",
  choose: "Таңдаңыз",
  organisationNeeded: (places) => `Мұнда қатыссаңыз, көрсету қажет: ${places}`,
  fields: {
    position: { label: "Лауазымы", purpose: "Ұйымдастырушылар кім келетінін білуі үшін." },
    organisation: {
      label: "Ұйымы",
      purpose: "Осы қатысушының бейджіне жазылады. Бос қалса, сіздің ұйымыңыз жазылады.",
    },
    email: {
      label: "Қатысушының электрондық поштасы",
      purpose: "Ұйымдастырушылар үшін сақталады. Бұл мекенжайға хат жіберілмейді: біз тек сізге жазамыз.",
    },
  },
};

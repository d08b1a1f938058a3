import type { Language } from "../../../../functions/domain/language.ts";

interface EventTexts {
  title: string;
  pastTitle: string;
  summary: string;
  html: string;
  city: string;
  pastCity: string;
  series: string;
  sample: string;
  venue: { name: string; address: string };
  /** title, description */
  sessions: [string, string][];
  /** title, note */
  places: [string, string][];
  speaker: { name: string; role: string };
  recording: string;
}

/** The editions of the World Day in each language. */
export const EVENT_TEXTS: Record<Language, EventTexts> = {
  en: {
    title: "World Day Against Trafficking in Persons 2027",
    pastTitle: "Press conference on the World Day Against Trafficking in Persons",
    summary: "A morning with the people who find and shelter victims of trafficking, in Astana and online.",
    html: "<p>The World Day comes back every 30 July. This edition asks how victims are identified, and who does it.</p>",
    city: "Astana",
    pastCity: "Nur-Sultan",
    series: "World Day Against Trafficking in Persons",
    sample: "Sample programme: this edition is an example, not an announced event.",
    venue: { name: "House of Ministries, press hall", address: "8 Mangilik El Avenue, Astana" },
    sessions: [
      ["Press conference", "The year in figures, with questions from the floor."],
      [
        "Round table: finding the victims nobody reports",
        "Labour inspectors, shelters and police compare notes.",
      ],
    ],
    places: [
      ["Press seat in the hall", "Bring your press card; doors open 30 minutes before."],
      ["Online", "The link comes with the confirmation."],
    ],
    speaker: { name: "To be announced", role: "IOM" },
    recording: "Recording of the press conference",
  },
  ru: {
    title: "Всемирный день борьбы с торговлей людьми — 2027",
    pastTitle: "Пресс-конференция ко Всемирному дню борьбы с торговлей людьми",
    summary: "Утро с теми, кто выявляет пострадавших от торговли людьми и даёт им приют: в Астане и онлайн.",
    html: "<p>Всемирный день отмечается каждое 30 июля. В этом году речь пойдёт о том, как выявляют пострадавших и кто это делает.</p>",
    city: "Астана",
    pastCity: "Нур-Султан",
    series: "Всемирный день борьбы с торговлей людьми",
    sample: "Образец программы: это пример, а не объявленное мероприятие.",
    venue: { name: "Дом министерств, пресс-зал", address: "Астана, проспект Мәңгілік Ел, 8" },
    sessions: [
      ["Пресс-конференция", "Год в цифрах и вопросы из зала."],
      [
        "Круглый стол: как найти пострадавших, о которых никто не сообщает",
        "Инспекторы труда, приюты и полиция сверяют опыт.",
      ],
    ],
    places: [
      ["Место для прессы в зале", "Возьмите редакционное удостоверение; вход открыт за 30 минут до начала."],
      ["Онлайн", "Ссылка придёт с подтверждением."],
    ],
    speaker: { name: "Будет объявлено", role: "МОМ" },
    recording: "Запись пресс-конференции",
  },
  kk: {
    title: "Адам саудасына қарсы дүниежүзілік күн — 2027",
    pastTitle: "Адам саудасына қарсы дүниежүзілік күнге арналған баспасөз мәслихаты",
    summary:
      "Адам саудасынан зардап шеккендерді анықтайтын және оларға баспана беретін жандармен таңғы кездесу: Астанада және онлайн.",
    html: "<p>Дүниежүзілік күн жыл сайын 30 шілдеде атап өтіледі. Биыл зардап шеккендердің қалай және кімнің көмегімен анықталатыны талқыланады.</p>",
    city: "Астана",
    pastCity: "Нұр-Сұлтан",
    series: "Адам саудасына қарсы дүниежүзілік күн",
    sample: "Бағдарлама үлгісі: бұл — мысал, жарияланған іс-шара емес.",
    venue: { name: "Министрліктер үйі, баспасөз залы", address: "Астана, Мәңгілік Ел даңғылы, 8" },
    sessions: [
      ["Баспасөз мәслихаты", "Жыл қорытындысы сандармен және залдан қойылған сұрақтар."],
      [
        "Дөңгелек үстел: ешкім хабарламайтын зардап шеккендерді қалай табамыз",
        "Еңбек инспекторлары, баспаналар мен полиция тәжірибе алмасады.",
      ],
    ],
    places: [
      [
        "Залдағы баспасөз орны",
        "Журналист куәлігіңізді ала келіңіз; есік басталуына 30 минут қалғанда ашылады.",
      ],
      ["Онлайн", "Сілтеме растау хатымен бірге келеді."],
    ],
    speaker: { name: "Кейін хабарланады", role: "ХКҰ" },
    recording: "Баспасөз мәслихатының жазбасы",
  },
};

import type { Language } from "../../../../functions/domain/language.ts";
import type { RegistrationWords } from "../../../../functions/domain/registration/event.ts";

type Words = Omit<RegistrationWords, "language" | "path" | "contact">;

/** The words of an event with four places and three questions, in every language. */
export const REGISTRATION_TEXTS: Record<Language, Words> = {
  en: {
    title: "World Day Against Trafficking in Persons 2027: conference in Astana",
    city: "Astana",
    venue: { name: "Conference hall", address: "1 Example Street" },
    sample: "An example: this event does not take place.",
    places: {
      hall: { title: "In the hall", note: "Entrance without steps from the north side." },
      press: { title: "Press seat in the hall" },
      stream: { title: "Live on the internet" },
      evening: { title: "Evening round table for partners", note: "Lasts until after midnight." },
    },
    questions: {
      interview: {
        label: "Would you like an interview?",
        hint: "Names of speakers and your deadline help us.",
        purpose: "So that the press office can arrange interviews.",
        options: {},
      },
      meal: {
        label: "Which meal shall we order for you?",
        purpose: "For the lunch.",
        options: { any: "Any", vegetarian: "Vegetarian", none: "None" },
      },
      interpreter: {
        label: "Do you need interpretation into Kazakh?",
        purpose: "So that there are enough headsets.",
        options: {},
      },
    },
  },
  ru: {
    title: "Всемирный день борьбы с торговлей людьми – 2027: конференция в Астане",
    city: "Астана",
    venue: { name: "Конференц-зал", address: "улица Образцовая, 1" },
    sample: "Пример: это мероприятие не состоится.",
    places: {
      hall: { title: "В зале", note: "Вход без ступеней с северной стороны." },
      press: { title: "Место для прессы в зале" },
      stream: { title: "Прямая трансляция в интернете" },
      evening: { title: "Вечерний круглый стол для партнёров", note: "Закончится после полуночи." },
    },
    questions: {
      interview: {
        label: "Нужно ли вам интервью?",
        hint: "Назовите спикеров и срок сдачи материала.",
        purpose: "Чтобы пресс-служба могла договориться об интервью.",
        options: {},
      },
      meal: {
        label: "Какой обед вам заказать?",
        purpose: "Для обеда.",
        options: { any: "Любой", vegetarian: "Вегетарианский", none: "Никакой" },
      },
      interpreter: {
        label: "Нужен ли вам перевод на казахский язык?",
        purpose: "Чтобы хватило наушников.",
        options: {},
      },
    },
  },
  kk: {
    title: "Адам саудасына қарсы дүниежүзілік күн – 2027: Астанадағы конференция",
    city: "Астана",
    venue: { name: "Конференц-зал", address: "Үлгі көшесі, 1" },
    sample: "Мысал: бұл іс-шара өтпейді.",
    places: {
      hall: { title: "Залда", note: "Баспалдақсыз кіру – солтүстік жақтан." },
      press: { title: "Залдағы баспасөз орны" },
      stream: { title: "Интернеттегі тікелей эфир" },
      evening: {
        title: "Серіктестерге арналған кешкі дөңгелек үстел",
        note: "Түн ортасынан кейін аяқталады.",
      },
    },
    questions: {
      interview: {
        label: "Сізге сұхбат керек пе?",
        hint: "Спикерлердің аты мен материалды тапсыру мерзімін жазыңыз.",
        purpose: "Баспасөз қызметі сұхбат туралы келісуі үшін.",
        options: {},
      },
      meal: {
        label: "Сізге қандай түскі ас керек?",
        purpose: "Түскі ас үшін.",
        options: { any: "Кез келген", vegetarian: "Вегетариандық", none: "Керек емес" },
      },
      interpreter: {
        label: "Сізге қазақ тіліне аударма керек пе?",
        purpose: "Құлаққаптар жетуі үшін.",
        options: {},
      },
    },
  },
};

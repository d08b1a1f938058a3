import type { Language } from "../../../../functions/domain/language.ts";

/** The words of a newsroom, as content/site.yaml would give them. */
export const SITE_TEXTS: Record<
  Language,
  {
    name: string;
    organisation: string;
    tagline: string;
    notice: string;
    imageAlt: string;
    pages: [string, string][];
    topics: [string, string][];
    contact: { name: string; role: string; hours: string };
    follow: string;
  }
> = {
  en: {
    name: "IOM Central Asia newsroom",
    organisation: "International Organization for Migration",
    tagline: "Releases, events and media kits on migration in Kazakhstan and Central Asia.",
    notice: "Sample content: this newsroom shows what Dateline does and is not run by IOM.",
    imageAlt: "A white line on deep blue, the mark of the newsroom",
    pages: [
      ["who-we-are", "Who we are"],
      ["our-work", "Our work"],
      ["where-we-work", "Where we work"],
      ["data-and-resources", "Data and resources"],
      ["take-action", "Take action"],
      ["2030-agenda", "2030 Agenda"],
    ],
    topics: [
      ["counter-trafficking", "Counter-trafficking"],
      ["protection", "Protection of victims"],
      ["awareness", "Awareness"],
    ],
    contact: { name: "Press office, Astana", role: "Media enquiries", hours: "Monday to Friday, 9:00–18:00" },
    follow: "IOM Central Asia on Facebook",
  },
  ru: {
    name: "Пресс-центр МОМ в Центральной Азии",
    organisation: "Международная организация по миграции",
    tagline: "Пресс-релизы, события и медиапакеты о миграции в Казахстане и Центральной Азии.",
    notice: "Образец содержания: этот сайт показывает возможности Dateline и не принадлежит МОМ.",
    imageAlt: "Белая линия на тёмно-синем поле, знак пресс-центра",
    pages: [
      ["who-we-are", "Кто мы"],
      ["our-work", "Наша работа"],
      ["where-we-work", "Где мы работаем"],
      ["data-and-resources", "Данные и материалы"],
      ["take-action", "Как помочь"],
      ["2030-agenda", "Повестка-2030"],
    ],
    topics: [
      ["counter-trafficking", "Борьба с торговлей людьми"],
      ["protection", "Защита пострадавших"],
      ["awareness", "Информирование"],
    ],
    contact: {
      name: "Пресс-служба, Астана",
      role: "Запросы СМИ",
      hours: "понедельник — пятница, 9:00–18:00",
    },
    follow: "МОМ в Центральной Азии в Facebook",
  },
  kk: {
    name: "ХКҰ-ның Орталық Азиядағы баспасөз орталығы",
    organisation: "Халықаралық көші-қон ұйымы",
    tagline:
      "Қазақстан мен Орталық Азиядағы көші-қон туралы баспасөз релиздері, іс-шаралар және медиажинақтар.",
    notice: "Үлгі мазмұн: бұл сайт Dateline мүмкіндіктерін көрсетеді және ХКҰ-ға тиесілі емес.",
    imageAlt: "Қою көк өрістегі ақ сызық, баспасөз орталығының белгісі",
    pages: [
      ["who-we-are", "Біз кімбіз"],
      ["our-work", "Біздің жұмысымыз"],
      ["where-we-work", "Қайда жұмыс істейміз"],
      ["data-and-resources", "Деректер мен материалдар"],
      ["take-action", "Қалай көмектесуге болады"],
      ["2030-agenda", "2030 күн тәртібі"],
    ],
    topics: [
      ["counter-trafficking", "Адам саудасына қарсы күрес"],
      ["protection", "Зардап шеккендерді қорғау"],
      ["awareness", "Ақпараттандыру"],
    ],
    contact: {
      name: "Баспасөз қызметі, Астана",
      role: "БАҚ сұраулары",
      hours: "дүйсенбі — жұма, 9:00–18:00",
    },
    follow: "ХКҰ Орталық Азия Facebook желісінде",
  },
};
